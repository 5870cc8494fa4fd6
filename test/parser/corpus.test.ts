import { describe, expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';
import { ReportRecord } from '../../schema/record/report.ts';
import { tableCells } from '../../schema/record/table-rows.ts';
import { corpusCases, type Expected } from '../support/corpus.ts';

describe.each(corpusCases())('$name', async ({ bytes, expected }) => {
  const records = await parseReport(bytes);

  it('has as many records as are expected', () => {
    expect(records).toHaveLength(expected.length);
  });

  it('gives the same records again, to the byte', async () => {
    expect(JSON.stringify(await parseReport(bytes))).toBe(JSON.stringify(records));
  });

  describe.each(expected.map((record, index) => [index + 1, record] as const))('record %i', (number, record) => {
    expectRecord(records[number - 1], record);
  });
});

function expectRecord(found: ReportRecord | undefined, expected: Expected): void {
  const { tables, statistics, indicators, findings, workPlan, ...facts } = expected;
  if (found === undefined) throw new Error('there is no such record');
  const record = found;

  it('is a valid record with the expected facts', () => {
    expect(ReportRecord.parse(record)).toEqual(record);
    expect(record).toMatchObject(facts);
  });

  it('has exactly the expected cells in its tables', () => {
    const values = Object.fromEntries(tableCells(record.tables).map(([path, cell]) => [path, cell.value]));
    expect(values).toEqual(flatten(tables ?? {}));
  });

  it('has exactly the expected rows in its indicator annex', () => {
    const rows = record.statistics.map(({ cell, ...row }) => ({ ...row, value: cell.value }));
    expect(rows).toHaveLength(statistics?.length ?? 0);
    expect(rows).toMatchObject(statistics ?? []);
  });

  it('states each expected figure once', () => {
    for (const indicator of indicators ?? []) {
      const found = record.indicators.filter(({ key }) => key === indicator.key);
      expect(found).toEqual([expect.objectContaining(indicator)]);
    }
  });

  it('raises exactly the expected findings', () => {
    expect(record.findings).toHaveLength(findings.length);
    expect(record.findings).toMatchObject(findings);
  });

  it('reads the work plan, if it is one', () => {
    expect(record.workPlan === null).toBe(workPlan === undefined);
    if (workPlan !== undefined && record.workPlan !== null) expectWorkPlan(record.workPlan, workPlan);
  });
}

function flatten(tables: NonNullable<Expected['tables']>): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(tables).flatMap(([table, rows]) =>
      Object.entries(rows).flatMap(([row, columns]) =>
        Object.entries(columns).map(([column, value]) => [`${table}.${row}.${column}`, value]),
      ),
    ),
  );
}

function expectWorkPlan(
  plan: NonNullable<ReportRecord['workPlan']>,
  { items, tasks, ...rest }: NonNullable<Expected['workPlan']>,
): void {
  expect(plan.items).toHaveLength(items);
  expect(plan).toMatchObject(rest);
  expect(plan.tasks.map(({ content, ...task }) => ({ ...task, contentParagraphs: content.length }))).toMatchObject(
    tasks,
  );
}
