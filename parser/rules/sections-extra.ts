import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, passed } from './rule-check.ts';
import { editionOf } from './table-view.ts';

/** An annex after the six sections is an appendix, not a section too many. */
const appendix = 'statistics';

function check(record: CheckableRecord): RuleCheck[] {
  const { sections } = record;
  const edition = editionOf(record, record.form);
  if (edition === null || sections.length === 0) return [];
  const prescribed = edition.sections.map(({ key }) => key);
  const seen = new Set<string>();
  const extra = sections.filter(({ key }) => {
    const known = prescribed.includes(key) && !seen.has(key);
    seen.add(key);
    return !known && key !== appendix;
  });
  if (extra.length === 0) return [passed];
  const headings = extra.map(({ heading }) => `“${heading}”`);
  return [
    failed({
      cells: extra.map(({ key }) => `sections.${key}`),
      expected: prescribed.length,
      actual: sections.length,
      message: {
        zh: `有格式之外的部分:${headings.join('、')}。`,
        en: `There are sections that the form does not have: ${headings.join(', ')}.`,
      },
    }),
  ];
}

/** No section but the six of the form, and each once. Old narrative sections beside them are read all the same. */
export const sectionsExtra: Rule = {
  id: 'sections.extra',
  title: { zh: '没有格式之外的部分', en: 'No section besides those of the form' },
  severity: 'info',
  source: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附格式',
    en: 'Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30',
  },
  needs: { prescribedSections: true },
  check,
  examples: {
    passing: { about: { zh: '六个部分', en: 'The six sections' }, form: '2019', year: 2020 },
    failing: {
      about: { zh: '另有“收费及减免情况”部分', en: 'A section on fees and waivers besides' },
      form: '2019',
      year: 2020,
      sections: { fees: '2020年未收取任何费用。' },
    },
  },
};
