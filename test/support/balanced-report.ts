import fc from 'fast-check';
import type { ExampleReport } from '../../parser/rules/rule.ts';
import type { Form } from '../../schema/law/forms/form.ts';
import { form2019 } from '../../schema/law/forms/form-2019.ts';
import { form2021 } from '../../schema/law/forms/form-2021.ts';

/** Printed figures of one row, total last. */
type Row = readonly number[];

const applicants = 6;
const groups = ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'];
const sparse = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat({ max: 900 }) });
const six = fc.array(sparse, { minLength: applicants, maxLength: applicants });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const withTotal = (parts: readonly number[]): Row => [...parts, sum(parts)];
const add = (rows: readonly (readonly number[])[]): number[] =>
  Array.from({ length: applicants }, (_, column) => sum(rows.map((row) => row[column] ?? 0)));

function resultRows(form: Form): string[] {
  const table = form.tables.find(({ key }) => key === 'applications');
  return [...(table?.relations.find(({ key }) => key === 'resultsTotal')?.sum ?? [])];
}

/** Table 三 whose rows and columns all agree: what came in is made of what was processed and goes on. */
function applicationsRows(form: Form): fc.Arbitrary<Record<string, Row>> {
  const keys = resultRows(form);
  const results = fc.array(six, { minLength: keys.length, maxLength: keys.length });
  return fc.tuple(results, six, six).map(([rows, forward, over]) => {
    const processed = add(rows);
    const incoming = add([processed, forward]);
    const carriedOver = over.map((value, column) => Math.min(value, incoming[column] ?? 0));
    const received = incoming.map((value, column) => value - (carriedOver[column] ?? 0));
    const printed: [string, readonly number[]][] = [
      ['newlyReceived', received],
      ['carriedOver', carriedOver],
      ...keys.map((key, index): [string, readonly number[]] => [key, rows[index] ?? []]),
      ['processed', processed],
      ['carriedForward', forward],
    ];
    return Object.fromEntries(printed.map(([key, parts]) => [`applications.${key}`, withTotal(parts)]));
  });
}

const reviewRows: fc.Arbitrary<Record<string, Row>> = fc
  .array(fc.array(sparse, { minLength: 4, maxLength: 4 }), { minLength: groups.length, maxLength: groups.length })
  .map((rows) =>
    Object.fromEntries(groups.map((key, index) => [`reviewAndLitigation.${key}`, withTotal(rows[index] ?? [])])),
  );

const proactiveRows: Readonly<Record<'2019' | '2021', NonNullable<ExampleReport['rows']>>> = {
  '2019': {
    'proactiveDisclosure.normativeDocuments': [56, 56, 542],
    'proactiveDisclosure.licensing': [364, '减12', 309685],
    'proactiveDisclosure.procurement': [3784, '58149.05万元'],
  },
  '2021': {
    'proactiveDisclosure.normativeDocuments': [12, 3, 102],
    'proactiveDisclosure.licensing': [12345],
    'proactiveDisclosure.fees': ['123.4万元'],
  },
};

/** The totals again, in sentences. */
function overview(rows: Readonly<Record<string, Row>>): string {
  const total = (key: string) => rows[`applications.${key}`]?.at(-1) ?? 0;
  return (
    `全年共收到政府信息公开申请${total('newlyReceived')}件,上年结转${total('carriedOver')}件,` +
    `办结${total('processed')}件,结转下年度继续办理${total('carriedForward')}件。` +
    '依法做好主动公开和依申请公开,加强政府信息管理、平台建设和监督保障。'
  );
}

/** Reports on either form whose tables and sentences agree with themselves in every relation. */
export const balancedReport: fc.Arbitrary<ExampleReport> = fc.constantFrom(form2019, form2021).chain((form) =>
  fc.tuple(applicationsRows(form), reviewRows).map(([applications, review]) => {
    const id = form === form2019 ? '2019' : '2021';
    const rows = { ...applications, ...review };
    return {
      form: id,
      year: form === form2019 ? 2020 : 2021,
      rows: { ...proactiveRows[id], ...rows },
      sections: { overview: overview(rows) },
    };
  }),
);
