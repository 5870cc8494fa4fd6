import fc from 'fast-check';
import type { ExampleReport } from '../../parser/rules/rule.ts';
import type { Form, FormTable, TableKey } from '../../schema/law/forms/form.ts';
import { form2019 } from '../../schema/law/forms/form-2019.ts';
import { form2021 } from '../../schema/law/forms/form-2021.ts';
import type { Relation, RelationKey } from '../../schema/law/forms/relation.ts';

/** Printed figures of one row, total last. */
type Row = readonly number[];
type Rows = Readonly<Record<string, Row>>;

const sparse = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat({ max: 900 }) });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const withTotal = (parts: readonly number[]): Row => [...parts, sum(parts)];
const add = (rows: readonly Row[]): Row =>
  rows.reduce((total, row) => total.map((value, column) => value + (row[column] ?? 0)));
const several = <T>(each: fc.Arbitrary<T>, count: number): fc.Arbitrary<T[]> =>
  fc.array(each, { minLength: count, maxLength: count });

/** Figures of one row, for the columns that its table adds up to the total. */
function partsOf(table: FormTable): fc.Arbitrary<Row> {
  return several(sparse, relationOf(table, 'rowTotal').sum.length);
}

/** Table 三 whose rows and columns all agree: what came in is made of what was processed and goes on. */
function applicationsRows(table: FormTable): fc.Arbitrary<Rows> {
  const results = relationOf(table, 'resultsTotal');
  const [received = '', carriedOver = ''] = relationOf(table, 'columnBalance').sum;
  const [processed = '', carriedForward = ''] = relationOf(table, 'columnBalance').to;
  const parts = partsOf(table);
  return fc.tuple(several(parts, results.sum.length), parts, parts).map(([rows, forward, over]) => {
    const done = add(rows);
    const incoming = add([done, forward]);
    const old = over.map((value, column) => Math.min(value, incoming[column] ?? 0));
    const fresh = incoming.map((value, column) => value - (old[column] ?? 0));
    return rowsOf(table, [
      [received, fresh],
      [carriedOver, old],
      ...results.sum.map((key, index): [string, Row] => [key, rows[index] ?? []]),
      [processed, done],
      [carriedForward, forward],
    ]);
  });
}

/** Table 四: each of its rows is what its total says. */
function reviewRows(table: FormTable): fc.Arbitrary<Rows> {
  const keys = table.blocks.flatMap(({ rows }) => rows.map(({ key }) => key));
  return several(partsOf(table), keys.length).map((rows) =>
    rowsOf(
      table,
      keys.map((key, index) => [key, rows[index] ?? []]),
    ),
  );
}

function rowsOf(table: FormTable, rows: readonly [key: string, parts: Row][]): Rows {
  return Object.fromEntries(rows.map(([key, figures]) => [`${table.key}.${key}`, withTotal(figures)]));
}

function relationOf(table: FormTable, key: RelationKey): Relation {
  const relation = table.relations.find((candidate) => candidate.key === key);
  if (relation === undefined) throw new Error(`table ${table.key} has no relation ${key}`);
  return relation;
}

function tableOf(form: Form, key: TableKey): FormTable {
  const table = form.tables.find((candidate) => candidate.key === key);
  if (table === undefined) throw new Error(`form ${form.id} has no table ${key}`);
  return table;
}

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
function overview(rows: Rows): string {
  const total = (key: string) => rows[`applications.${key}`]?.at(-1) ?? 0;
  return (
    `全年共收到政府信息公开申请${total('newlyReceived')}件,上年结转${total('carriedOver')}件,` +
    `办结${total('processed')}件,结转下年度继续办理${total('carriedForward')}件。` +
    '依法做好主动公开和依申请公开,加强政府信息管理、平台建设和监督保障。'
  );
}

/** Reports on either form whose tables and sentences agree with themselves in every relation. */
export const balancedReport: fc.Arbitrary<ExampleReport> = fc.constantFrom(form2019, form2021).chain((form) =>
  fc
    .tuple(applicationsRows(tableOf(form, 'applications')), reviewRows(tableOf(form, 'reviewAndLitigation')))
    .map(([applications, review]) => {
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
