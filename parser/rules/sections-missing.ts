import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule-check.ts';
import { editionOf } from './table-view.ts';

function check(record: CheckableRecord): RuleCheck[] {
  const { sections } = record;
  const prescribed = editionOf(record, record.form)?.sections ?? [];
  if (sections.length === 0) {
    return [notApplicable({ zh: '文件只有表格,没有正文。', en: 'The document has tables alone, no text.' })];
  }
  return prescribed.map(({ key, headings: [heading] }) =>
    sections.some((section) => section.key === key)
      ? passed
      : failed({
          cells: [`sections.${key}`],
          expected: prescribed.length,
          actual: sections.length,
          message: { zh: `没有“${heading}”部分。`, en: `There is no section “${heading}”.` },
        }),
  );
}

/** The six sections that the form prescribes are there, in whatever wording of their headings. */
export const sectionsMissing: Rule = {
  id: 'sections.missing',
  title: { zh: '格式规定的部分齐全', en: 'Every section that the form prescribes is there' },
  severity: 'warning',
  source: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附格式',
    en: 'Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30',
  },
  needs: { prescribedSections: true },
  check,
  examples: {
    passing: { about: { zh: '六个部分齐全', en: 'All six sections' }, form: '2021' },
    failing: {
      about: { zh: '缺少第五部分', en: 'Section 5 is not there' },
      form: '2021',
      without: ['sections.problemsAndImprovements'],
    },
  },
};
