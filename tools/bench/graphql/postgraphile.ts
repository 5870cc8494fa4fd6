import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type Child, startChild } from '../../child.ts';
import { startPostgres } from './postgres.ts';

const folder = fileURLToPath(new URL('../peer/', import.meta.url));

/** The peer: PostGraphile on PostgreSQL with the data of one agency. */
export interface Postgraphile {
  readonly port: number;
  /** The heaviest read in its words. */
  readonly body: string;
  stop(): Promise<void>;
}

const query = `query Nested($id: String!) {
  agencyByRowId(rowId: $id) {
    name
    reportsByAgencyId(orderBy: YEAR_ASC) { nodes {
      year title outcome complete
      sectionsByReportId { nodes {
        key ordinal heading text
        cellsBySectionId { nodes { line position value raw state placeTable placeRow placeColumn placeLine } }
      } }
      findingsByReportId { nodes { rule severity cells } }
    } }
  }
}`;

/** Starts the peer with what our own API answers to the nested query; null where this machine has no PostgreSQL. */
export async function startPostgraphile(answer: unknown): Promise<Postgraphile | null> {
  const postgres = await startPostgres();
  if (postgres === null) return null;
  await install();
  const { agency } = Answer.parse(answer).data;
  await postgres.sql(await readFile(`${folder}schema.sql`, 'utf8'));
  await postgres.sql(inserts(agency));
  process.env.GRAPHILE_ENV ??= 'production';
  const child: Child = await startChild(new URL('../peer/serve.mjs', import.meta.url), {
    connectionString: postgres.connectionString,
  });
  return {
    port: z.object({ port: z.int() }).parse(child.told).port,
    body: JSON.stringify({ query, variables: { id: agencyId } }),
    async stop() {
      await child.stop();
      await postgres.stop();
    },
  };
}

/** It is no dependency of the product, so it is installed where it is measured. */
async function install(): Promise<void> {
  const installed = access(`${folder}node_modules/postgraphile`);
  await installed.catch(() => promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder }));
}

const agencyId = 'agency';

const Cell = z.object({
  column: z.string(),
  value: z.number().nullable(),
  raw: z.string().nullable(),
  state: z.string(),
  place: z.record(z.enum(['table', 'row', 'column', 'line']), z.int().nullable()).nullable(),
});
const Row = z.object({ key: z.string(), cells: z.array(Cell) });
const Section = z.looseObject({ rows: z.array(Row).default([]) });
const Year = z.object({
  year: z.int(),
  report: z.looseObject({}),
  sections: z.array(Section),
  findings: z.array(z.looseObject({})),
});
const Answer = z.object({ data: z.object({ agency: z.object({ name: z.string(), years: z.array(Year) }) }) });
type Rows = Record<string, unknown>[];

/** The answer again as rows of the peer's tables. */
function inserts({ name, years }: z.infer<typeof Answer>['data']['agency']): string {
  const tables = { report: [] as Rows, section: [] as Rows, cell: [] as Rows, finding: [] as Rows };
  const add = (table: keyof typeof tables, row: object): number =>
    tables[table].push({ id: tables[table].length, ...row });
  for (const { year, report, sections, findings } of years) {
    const report_id = add('report', { agency_id: agencyId, year, ...report }) - 1;
    for (const finding of findings) add('finding', { report_id, ...finding });
    for (const { rows, ...section } of sections) {
      const section_id = add('section', { report_id, ...section }) - 1;
      for (const { key: line, cells } of rows)
        for (const { column: position, value, raw, state, place } of cells)
          add('cell', { section_id, line, position, value, raw, state, ...placed(place) });
    }
  }
  const all = Object.entries({ agency: [{ id: agencyId, name }], ...tables });
  const insert = ([table, rows]: [string, Rows]) =>
    `INSERT INTO ${table} SELECT * FROM json_populate_recordset(null::${table}, $json$${JSON.stringify(rows)}$json$);`;
  return [...all.map(insert), 'ANALYZE;'].join('\n');
}

function placed(place: z.infer<typeof Cell>['place']): Rows[number] {
  return Object.fromEntries(Object.entries(place ?? {}).map(([name, value]) => [`place_${name}`, value]));
}
