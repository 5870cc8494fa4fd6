import { partVerdicts } from './part-verdicts.ts';
import type { Rule } from './rule.ts';
import { checkOf } from './verdict.ts';

/**
 * Parts said of a whole (其中…) fit into it: the first does not exceed it, and parts that come very near to it make it
 * up. Parts may overlap and leave things out, so a list that is far from its whole is no finding.
 */
export const narrativeParts: Rule = {
  id: 'narrative.parts',
  title: { zh: '正文“其中”各项与总数相符', en: 'Parts in the text agree with their whole' },
  severity: 'warning',
  source: { zh: '正文', en: 'Text' },
  check: (record) => partVerdicts(record).map(checkOf),
  examples: {
    passing: {
      about: { zh: '营口市2020年:474与428合计902', en: 'Yingkou 2020: 474 and 428 are 902' },
      form: '2019',
      year: 2020,
      sections: { overview: '专栏已发布相关信息902条,其中市本级发布信息474条,各县(市)区专栏信息428条。' },
    },
    failing: {
      about: { zh: '1397与534合计1931,总数作1913', en: '1397 and 534 are 1931, printed as 1913' },
      form: '2021',
      sections: { overview: '全年公开信息1913条,其中政府网站1397条,政务微信534条。' },
    },
  },
};
