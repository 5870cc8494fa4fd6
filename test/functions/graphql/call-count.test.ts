import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { readEnv, TableEnv } from '../../../infra/aws/env.ts';
import { bodyItems } from '../../../infra/store/bodies/body.ts';
import { batchPut } from '../../../infra/store/calls.ts';
import { headItem } from '../../../infra/store/heads/items.ts';
import { agencyPartition } from '../../../infra/store/table.ts';
import { organ } from './agencies.ts';
import { fullVersion, type StoredVersion } from './full-record.ts';
import { everything } from './queries.ts';
import { type StoredApi, startStoredApi } from './stored-api.ts';

const oneYear = organ('市教育局');
const tenYears = organ('市民政局');
const unread = organ('市水务局');
const years = Array.from({ length: 10 }, (_, index) => 2014 + index);

/** Stores reports of a year that nobody has asked for, without the steps that keep the readers of others right. */
async function putAtOnce(versions: readonly StoredVersion[]): Promise<void> {
  const settings = readEnv(TableEnv, api.env);
  const dynamo = createDynamoClient(settings);
  const [first] = versions;
  // One body for all: compressing is what takes time.
  const body = first === undefined ? [] : bodyItems(first.head, first.record);
  const items = versions.flatMap(({ head }) => [
    headItem(head, '1'),
    ...body.map((piece) => ({ ...piece, pk: agencyPartition(head.agencyId) })),
  ]);
  await batchPut({ dynamo, tableName: settings.TABLE_NAME }, items);
  dynamo.destroy();
}

let api: StoredApi;
beforeAll(async () => {
  api = await startStoredApi();
  await api.store([
    fullVersion(oneYear, 2020),
    fullVersion(unread, 2011),
    ...years.map((year) => fullVersion(tenYears, year)),
  ]);
  api.calls();
});
afterAll(() => api.close());

describe('what a query costs in DynamoDB calls', () => {
  it('is two for everything about an agency with one year', async () => {
    const { data, errors } = await api.ask(everything, { id: oneYear.id });
    expect(errors).toBeUndefined();
    expect(data.agency.years).toHaveLength(1);
    expect(api.calls().byCommand).toEqual({ Query: 1, BatchGet: 1 });
  });

  it('is still two for everything about an agency with ten years', async () => {
    const { data, errors } = await api.ask(everything, { id: tenYears.id });
    expect(errors).toBeUndefined();
    const cells = data.agency.years.map(
      ({ sections }: { sections: { rows?: { cells: unknown[] }[] }[] }) =>
        sections.flatMap(({ rows = [] }) => rows.flatMap((row) => row.cells)).length,
    );
    expect(cells).toEqual(Array(10).fill(200));
    expect(api.calls().byCommand).toEqual({ Query: 1, BatchGet: 1 });
  });

  it('is one where only heads are asked for', async () => {
    const query = `query ($id: ID!) {
      agency(id: $id) { name years { year report { title outcome complete version findingCounts { error } } } }
    }`;
    const { data } = await api.ask(query, { id: tenYears.id });
    expect(data.agency.years[9].report.title).toBe('市民政局2023年政府信息公开工作年度报告');
    expect(api.calls().byCommand).toEqual({ Query: 1 });
  });

  it('is two for sections of a list of reports, and one once they were read', async () => {
    const query = `{
      reports(filter: { year: 2020 }, first: 100) {
        nodes { agency { name level } section(key: applications) { ... on ApplicationsSection { cell(row: "processed", column: "total") { value } } } }
      }
    }`;
    const { data } = await api.ask(query);
    expect(data.reports.nodes).toHaveLength(2);
    expect(api.calls().byCommand).toEqual({ Query: 1, BatchGet: 1 });
    await api.ask(query);
    expect(api.calls().byCommand).toEqual({ Query: 1 });
  });

  it('is one batch for the years and one for the records of all agencies of a list', async () => {
    const query = `{ agencies { nodes { years { sections { ... on StatutorySection { rows { key } } } } } } }`;
    const { data, errors } = await api.ask(query);
    expect(errors).toBeUndefined();
    expect(data.agencies.nodes).toHaveLength(3);
    expect(api.calls().byCommand.BatchGet).toBe(2);
  });

  /** A batch has a hundred keys at most, and a record with its texts two. */
  const lists = [
    { first: 1, year: 2031, batches: 1 },
    { first: 10, year: 2032, batches: 1 },
    { first: 100, year: 2033, batches: 2 },
  ];

  it.each(lists)('does not grow with a list of $first reports and their cells', async ({ first, year, batches }) => {
    const listed = Array.from({ length: first }, (_, index) => fullVersion(organ(`${index}号局`), year));
    await putAtOnce(listed);
    const query = `query ($year: Int!) {
      reports(filter: { year: $year }, first: 100) {
        nodes {
          agency { name }
          section(key: applications) {
            heading text
            ... on StatutorySection { cell(row: "processed", column: "total") { raw place { row } findings { rule } } }
          }
        }
      }
    }`;
    const { data, errors } = await api.ask(query, { year });
    expect(errors).toBeUndefined();
    expect(data.reports.nodes).toHaveLength(first);
    expect(data.reports.nodes.at(-1).section.cell.findings).toHaveLength(3);
    expect(api.calls().byCommand).toEqual({ Query: 1, BatchGet: batches });
  });

  it('reads fewer units where no narrative text is asked for, even when a fragment might have', async () => {
    const query = (field: string) => `query ($id: ID!) { agency(id: $id) { years { sections { ...Parts } } } }
      fragment Parts on Section { heading ${field} }`;
    await api.ask(query('printed'), { id: unread.id });
    const withoutTexts = api.calls().readUnits;
    const { data } = await api.ask(query('text'), { id: unread.id });
    expect(data.agency.years[0].sections[0].text).toContain('深入推进政务公开');
    expect(api.calls().readUnits).toBeGreaterThan(withoutTexts);
  });
});
