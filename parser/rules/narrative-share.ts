import type { Rule } from './rule.ts';
import { shareVerdicts } from './share-verdicts.ts';
import { checkOf } from './verdict.ts';

/** A stated share (占33.9%) follows from its part and a whole, to the printed precision, cut off or rounded. */
export const narrativeShare: Rule = {
  id: 'narrative.share',
  title: { zh: '正文所述占比与数字相符', en: 'Shares in the text follow from the figures' },
  severity: 'warning',
  source: { zh: '正文与表三、表四', en: 'Text and tables 3 and 4' },
  check: (record) => shareVerdicts(record).map(checkOf),
  examples: {
    passing: {
      about: { zh: '内江市2020年的数字:114件占234件的48.7%', en: 'Figures of Neijiang 2020: 114 of 234 are 48.7%' },
      form: '2019',
      year: 2020,
      sections: { applications: '共办结政府信息公开申请234件,其中予以公开114件,占48.7%。' },
      rows: {
        'applications.granted': [111, 2, 0, 0, 1, 0, 114],
        'applications.processed': [225, 3, 1, 3, 2, 0, 234],
      },
    },
    failing: {
      about: { zh: '同上,占比误作84.7%', en: 'The same with 84.7%' },
      form: '2019',
      year: 2020,
      sections: { applications: '共办结政府信息公开申请234件,其中予以公开114件,占84.7%。' },
      rows: {
        'applications.granted': [111, 2, 0, 0, 1, 0, 114],
        'applications.processed': [225, 3, 1, 3, 2, 0, 234],
      },
    },
  },
};
