import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, passed } from './rule-check.ts';
import { editionOf } from './table-view.ts';

function check(record: CheckableRecord): RuleCheck[] {
  const { sections } = record;
  const form = editionOf(record, record.form);
  if (form === null) return [];
  const ofText = form.sections.filter(({ key }) => form.tables.every((table) => table.section !== key));
  return ofText.flatMap(({ key, headings: [heading] }) => {
    const printed = sections.filter((section) => section.key === key);
    if (printed.length === 0) return [];
    if (printed.some(({ text }) => text.trim() !== '')) return [passed];
    const message = { zh: `“${heading}”部分没有内容。`, en: `Section “${heading}” has no content.` };
    return [failed({ cells: [`sections.${key}`], expected: null, actual: null, message })];
  });
}

/** A section without a table says something, be it 无. Sections with a table are a matter of `completeness.missing-cell`. */
export const sectionsEmpty: Rule = {
  id: 'sections.empty',
  title: { zh: '各部分有内容', en: 'Sections of text have a text' },
  severity: 'warning',
  source: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附格式',
    en: 'Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30',
  },
  needs: { prescribedSections: true },
  check,
  examples: {
    passing: {
      about: { zh: '内江市2020年第六部分:无。', en: 'Section 6 of Neijiang 2020 says: none.' },
      form: '2019',
      year: 2020,
      sections: { other: '无。' },
    },
    failing: {
      about: { zh: '第六部分只有标题', en: 'Section 6 is a heading alone' },
      form: '2019',
      year: 2020,
      sections: { other: '' },
    },
  },
};
