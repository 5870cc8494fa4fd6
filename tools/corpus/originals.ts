import type { Form } from '../../schema/law/forms/form.ts';
import { form2019 } from '../../schema/law/forms/form-2019.ts';
import { form2021 } from '../../schema/law/forms/form-2021.ts';
import type { Texts } from '../../test/support/render-fodt.ts';
import type { GeneratedReport } from '../../test/support/render-report.ts';

/** A report to be laid out and converted: what it prints, and what has to be read from it whatever its format. */
export interface Original {
  readonly report: GeneratedReport;
  readonly texts: Texts;
  readonly divisionCode: string;
  /** Values by `table.row.column`, in the form's order. */
  readonly values: ReadonlyMap<string, number | null>;
}

/** Rows of the applications matrix by their first six columns; rows left out print zeros. */
type Applicants = Readonly<Record<string, readonly [number, number, number, number, number, number]>>;

interface Figures {
  /** Printed text of table 二 by `row.column`. */
  readonly proactive: Readonly<Record<string, string>>;
  readonly applications: Applicants;
  /** The first four results of each group of table 四. */
  readonly review: Readonly<Record<string, readonly [number, number, number, number]>>;
}

const sums = new Set(['newlyReceived', 'carriedOver', 'processed', 'carriedForward']);
const columns = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'publicWelfareOrganization',
  'legalServiceOrganization',
  'otherOrganization',
];
const results = ['upheld', 'corrected', 'other', 'pending'];

/** Everything printed, with the sums that the form asks for. */
function print({ proactive, applications, review }: Figures, form: Form): Map<string, string> {
  const printed = new Map(Object.entries(proactive).map(([path, text]) => [`proactiveDisclosure.${path}`, text]));
  const rows = form.tables.find(({ key }) => key === 'applications')?.blocks[0]?.rows ?? [];
  const given = (row: string, column: number) => applications[row]?.[column] ?? 0;
  const processed = (column: number) =>
    total(rows.filter(({ key }) => !sums.has(key)).map(({ key }) => given(key, column)));
  const figure = (row: string, column: number) => {
    if (row === 'processed') return processed(column);
    if (row !== 'newlyReceived') return given(row, column);
    return processed(column) + given('carriedForward', column) - given('carriedOver', column);
  };
  for (const { key } of rows) {
    const line = columns.map((_, column) => figure(key, column));
    for (const [index, column] of columns.entries()) printed.set(`applications.${key}.${column}`, String(line[index]));
    printed.set(`applications.${key}.total`, String(total(line)));
  }
  for (const [group, line] of Object.entries(review)) {
    for (const [index, result] of results.entries())
      printed.set(`reviewAndLitigation.${group}.${result}`, String(line[index]));
    printed.set(`reviewAndLitigation.${group}.total`, String(total(line)));
  }
  return printed;
}

function total(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}

/** A printed figure as a record holds it: amounts in yuan, marks of no value as null. */
function recorded(text: string): number | null {
  if (text === '/') return null;
  const [, figure = '', unit = ''] = /^([+-]?[\d.,]+)(万元)?$/.exec(text) ?? [];
  return Number(`${figure.replaceAll(',', '')}${unit === '' ? '' : 'e4'}`);
}

function original(
  head: Omit<GeneratedReport, 'printed'>,
  divisionCode: string,
  figures: Figures,
  texts: Texts,
): Original {
  const printed = print(figures, head.form);
  const values = new Map([...printed].map(([path, text]) => [path, recorded(text)]));
  return { report: { ...head, printed }, texts, divisionCode, values };
}

/** A county on the form of 2021. */
export const county2022: Original = original(
  { form: form2021, agency: '习水县人民政府', year: 2022 },
  '520330',
  {
    proactive: {
      'regulations.issued': '/',
      'regulations.repealed': '/',
      'regulations.inForce': '/',
      'normativeDocuments.issued': '12',
      'normativeDocuments.repealed': '3',
      'normativeDocuments.inForce': '47',
      'licensing.decisions': '309685',
      'penalties.decisions': '2648',
      'coercion.decisions': '538',
      'fees.amount': '1865.06万元',
    },
    applications: {
      carriedOver: [2, 0, 0, 0, 0, 0],
      granted: [31, 5, 0, 1, 0, 0],
      partlyGranted: [7, 1, 0, 0, 0, 0],
      'refused.thirdPartyRights': [2, 1, 0, 0, 0, 0],
      'refused.internalAffairs': [1, 0, 0, 0, 0, 0],
      'refused.enforcementFile': [3, 0, 0, 0, 0, 0],
      'unavailable.notHeld': [14, 2, 0, 0, 1, 0],
      'unavailable.needsCreation': [4, 0, 0, 0, 0, 0],
      'notProcessed.complaint': [6, 0, 0, 0, 0, 0],
      'notProcessed.repeated': [1, 0, 0, 0, 0, 0],
      'other.correctionOverdue': [2, 0, 0, 0, 0, 0],
      'other.remaining': [1, 0, 0, 0, 0, 1],
      carriedForward: [3, 1, 0, 0, 0, 0],
    },
    review: {
      reconsideration: [3, 1, 0, 2],
      litigationDirect: [1, 0, 1, 0],
      litigationAfterReconsideration: [2, 0, 0, 1],
    },
  },
  {
    preamble: [
      '根据《中华人民共和国政府信息公开条例》要求,现公布2022年度报告。数据统计期限为2022年1月1日至2022年12月31日。',
    ],
    overview: ['主动公开信息及时准确,依申请公开办理规范。', '完善信息管理制度,办好政府网站专栏,加强培训和监督保障。'],
    problemsAndImprovements: ['公开内容的针对性还需提高。下一步将加强培训。'],
    other: ['本年度没有收取信息处理费。'],
  },
);

/** A bureau of a city on the form of 2019. */
export const bureau2020: Original = original(
  { form: form2019, agency: '鞍山市教育局', year: 2020 },
  '210300',
  {
    proactive: {
      'regulations.produced': '0',
      'regulations.disclosed': '0',
      'regulations.inPublic': '0',
      'normativeDocuments.produced': '5',
      'normativeDocuments.disclosed': '5',
      'normativeDocuments.inPublic': '61',
      'licensing.previousItems': '11',
      'licensing.change': '-2',
      'licensing.decisions': '1204',
      'otherServices.previousItems': '23',
      'otherServices.change': '+4',
      'otherServices.decisions': '8817',
      'penalties.previousItems': '9',
      'penalties.change': '0',
      'penalties.decisions': '16',
      'coercion.previousItems': '0',
      'coercion.change': '0',
      'coercion.decisions': '0',
      'fees.previousItems': '2',
      'fees.change': '0',
      'procurement.items': '37',
      'procurement.amount': '477.35万元',
    },
    applications: {
      carriedOver: [1, 0, 0, 0, 0, 0],
      granted: [12, 0, 1, 0, 0, 0],
      'refused.processInformation': [1, 0, 0, 0, 0, 0],
      'unavailable.notHeld': [5, 1, 0, 0, 0, 0],
      'unavailable.stillUnclear': [2, 0, 0, 0, 0, 0],
      'notProcessed.complaint': [3, 0, 0, 0, 0, 0],
      other: [1, 0, 0, 0, 0, 0],
      carriedForward: [2, 0, 0, 0, 0, 0],
    },
    review: {
      reconsideration: [1, 0, 0, 0],
      litigationDirect: [0, 0, 0, 0],
      litigationAfterReconsideration: [0, 0, 0, 1],
    },
  },
  {
    preamble: ['本报告依据《中华人民共和国政府信息公开条例》编制,统计期限为2020年1月1日至2020年12月31日。'],
    overview: ['我局坚持以公开为常态,依法办理申请,健全审查制度,优化网站栏目,强化培训和监督。'],
    problemsAndImprovements: ['工作力量仍显不足。今后将配齐专职人员。'],
    other: ['无其他需要报告的事项。'],
  },
);
