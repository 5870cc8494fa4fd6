import { describe, expect, it } from 'vitest';
import { acrossYearsRules, compareYears } from '../../../parser/rules/across-years/compare-years.ts';
import { examplePair, exampleRecord } from '../../../parser/rules/examples.ts';
import { rules } from '../../../parser/rules/rules.ts';
import { runRules } from '../../../parser/rules/run-rules.ts';
import type { Form, FormId, FormTable } from '../../../schema/law/forms/form.ts';
import { formById, forms } from '../../../schema/law/forms/forms.ts';
import { cellPath, type PlacedRelation, placedRelations } from '../../../schema/law/forms/placed-relations.ts';
import type { Cell } from '../../../schema/record/cell.ts';
import { withCells } from './support/checkable.ts';

/** An edition that no code knows. */
const toyId = '2077' as FormId; // not in the list of editions, which is the point

/** An edition issued anew, under another name and from another year on. */
const reissued = (form: Form): Form => ({ ...form, id: toyId, years: { from: 2077, to: null } });

const newColumn = {
  key: 'online',
  name: { zh: '网上', en: 'Online' },
  labels: ['网上'],
  kind: 'count',
  unit: '件',
} as const;

/** Table 三 with a column more, in the total too, and nothing else. */
function withColumn(form: Form): Form {
  const tables = form.tables
    .filter(({ key }) => key === 'applications')
    .map((table): FormTable => {
      const [total, ...others] = table.relations;
      return {
        ...table,
        blocks: table.blocks.map(({ columns, ...block }) => ({ ...block, columns: [newColumn, ...columns] })),
        relations: [{ ...total, sum: [newColumn.key, ...total.sum] }, ...others],
      };
    });
  return { ...reissued(form), tables };
}

describe('a new edition of the form', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('is judged by %s where it has what that needs', (id, rule) => {
    const { form, ...failing } = rule.examples.failing;
    const toy = reissued(formById(form));
    const record = exampleRecord({ ...failing, form: toyId }, [...forms, toy]);
    expect(runRules(record, [...forms, toy]).findings.map((finding) => finding.rule)).toContain(id);
  });

  it.each(acrossYearsRules.map((rule) => [rule.id, rule] as const))('is judged by %s, year by year', (id, rule) => {
    const { before, after } = examplePair(rule.examples.failing);
    const toy = reissued(formById(rule.examples.failing.after.form));
    const asToy = (record: typeof after) => ({
      ...record,
      form: toyId,
      tables: Object.fromEntries(
        Object.entries(record.tables).map(([key, table]) => [key, { ...table, form: toyId }]),
      ) as typeof record.tables, // the same tables, whose form alone is another
    });
    const { findings } = compareYears({ before, after: asToy(after) }, [...forms, toy]);
    expect(findings.map((finding) => finding.rule)).toContain(id);
  });

  it('is checked in the columns and tables that it has of its own', () => {
    const editions = [...forms, withColumn(formById('2021'))];
    const rows = {
      'applications.newlyReceived': [1, 3, 0, 0, 0, 0, 0, 4],
      'applications.granted': [1, 3, 0, 0, 0, 0, 0, 4],
    };
    const processed = { 'applications.processed': [1, 3, 0, 0, 0, 0, 0, 4] };
    const whole = runRules(
      exampleRecord({ form: toyId, year: 2077, rows: { ...rows, ...processed } }, editions),
      editions,
    );
    expect(whole.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(whole.checks.made).toBeGreaterThan(60);
    const broken = runRules(exampleRecord({ form: toyId, year: 2077, rows }, editions), editions);
    expect(broken.findings.filter(({ cells }) => cells.includes('applications.newlyReceived.online'))).toMatchObject([
      { rule: 'applications.column-balance', severity: 'error', expected: 1, actual: 0 },
    ]);
  });
});

const every = forms.flatMap((form) =>
  form.tables.flatMap((table) => placedRelations(table).map((relation) => ({ form, table, relation }))),
);

describe('the relations of the forms', () => {
  it('are there in every table of every edition', () => {
    expect(every.length).toBeGreaterThan(60);
    for (const { tables } of forms) for (const table of tables) expect(placedRelations(table)).not.toEqual([]);
  });

  it('are each checked by a rule, at every place', () => {
    for (const { form, table, relation } of every) {
      const record = withCells(exampleRecord({ form: form.id }), brokenBy(table, relation));
      const paths = [...relation.sum, ...relation.to].map((cell) => `${table.key}.${cellPath(cell)}`);
      const found = runRules(record).findings.filter(
        ({ cells }) => cells.length > 0 && cells.every((path) => paths.includes(path)),
      );
      expect(found, `${form.id} ${relation.key} ${relation.place.en}`).not.toEqual([]);
    }
  });

  it('name rows and columns that the table has', () => {
    for (const form of forms) {
      for (const { blocks, relations, successions } of form.tables) {
        const keys = blocks.flatMap(({ rows, columns }) => [...rows, ...columns].map(({ key }) => key));
        const named = [
          ...relations.flatMap(({ sum, to }) => [...sum, ...to]),
          ...successions.flatMap(({ result, terms }) => [result, ...terms.map(({ key }) => key)]),
        ];
        expect(named.filter((key) => !keys.includes(key))).toEqual([]);
      }
    }
  });
});

/** The first operand printed as 7, where all others are 0. */
function brokenBy({ key }: FormTable, { sum: [first] }: PlacedRelation): Record<string, Cell> {
  if (first === undefined) return {};
  const place = { table: 1, row: 1, column: 1 };
  return { [`${key}.${first.row.key}.${first.column.key}`]: { value: 7, raw: '7', state: 'number', place } };
}
