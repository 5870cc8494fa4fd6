import type { AgencyLevel } from '../../schema/record/agency.ts';
import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule.ts';
import { inRow, isUnknown, rowsOf, viewTable } from './table-view.ts';

const regulations = 'regulations';
/** Regulations (规章) are made by ministries, provinces and cities divided into districts: Legislation Law, art. 91 and 93. */
const withoutCompetence: readonly (AgencyLevel | null)[] = ['county', 'township'];

function check(record: CheckableRecord): RuleCheck[] {
  const view = viewTable(record, 'proactiveDisclosure');
  const row = view === null ? undefined : rowsOf(view).find(({ key }) => key === regulations);
  if (view === null || row === undefined) return [];
  if (record.agency?.level == null) {
    return [notApplicable({ zh: '机关的行政层级不明。', en: "The agency's level is not known." })];
  }
  const operands = inRow(view, row, () => true).filter((operand) => !isUnknown(operand));
  const printed = operands.filter(({ cell }) => (cell?.value ?? 0) > 0);
  if (printed.length === 0 || !withoutCompetence.includes(record.agency.level)) return [passed];
  const quoted = (language: 'zh' | 'en') =>
    printed.map(({ name, cell }) => `${name[language]} ${cell?.value ?? ''}`).join(', ');
  return [
    failed({
      cells: printed.map(({ path }) => path),
      expected: 0,
      actual: printed[0]?.cell?.value ?? null,
      message: {
        zh: `县级以下机关无权制定规章,而“${row.name.zh}”填有:${quoted('zh')}。`,
        en: `Organs of counties and townships make no regulations, but “${row.name.en}” has: ${quoted('en')}.`,
      },
    }),
  ];
}

/** Organs of counties and townships report no regulations (规章) of their own; they perhaps mean other documents. */
export const proactiveRegulationsCompetence: Rule = {
  id: 'proactive.regulations-competence',
  title: { zh: '县级以下机关不填报规章', en: 'Counties and townships report no regulations' },
  severity: 'warning',
  source: { zh: '《中华人民共和国立法法》第九十一条、第九十三条', en: 'Legislation Law, art. 91 and 93' },
  needs: { tables: ['proactiveDisclosure'], row: 'regulations' },
  check,
  examples: {
    passing: {
      about: {
        zh: '内江市2020年:设区的市可以制定规章',
        en: 'Neijiang 2020: a city divided into districts may make them',
      },
      form: '2019',
      year: 2020,
      rows: { 'proactiveDisclosure.regulations': [1, 1, 1] },
    },
    failing: {
      about: { zh: '某镇填报现行有效规章6件', en: 'A town that reports 6 regulations in force' },
      form: '2021',
      agency: { name: '清镇市某镇人民政府', level: 'township', divisionCode: '520181' },
      rows: { 'proactiveDisclosure.regulations': [0, 0, 6] },
    },
  },
};
