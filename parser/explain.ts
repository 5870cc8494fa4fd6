import type { Cell } from '../schema/record/cell.ts';
import type { ReportRecord } from '../schema/record/report.ts';
import { tableCells } from '../schema/record/table-rows.ts';
import type { Printing, ReadPage } from './annual-report.ts';
import { type PageRead, type ReadFile, readReports } from './parse-report.ts';
import type { Block } from './read/document.ts';
import type { ParseHints } from './records.ts';
import type { TableDecision, TableDecisions } from './tables/extract-tables.ts';

/**
 * The decisions behind a file's records, a line each: what it was read as, where reports were found, which form each
 * table follows and against which, what each printed label was taken for and how surely, what was left over, and what
 * became of it, cell by cell. They are those of the reading that made the records, not of another one.
 */
export async function explain(bytes: Uint8Array, hints: ParseHints = {}): Promise<string[]> {
  const files = await readReports(bytes, hints);
  return files.flatMap(explainFile);
}

function explainFile({ read, pages, records }: ReadFile): string[] {
  const name = read.member === null ? '' : ` ${read.member}`;
  const how = read.document === null ? `refused: ${read.reason.code}` : `encoding ${read.document.encoding ?? 'none'}`;
  return [`file${name}: ${read.mediaType}, ${how}`, ...pages.flatMap(explainPage), ...records.flatMap(explainRecord)];
}

function explainPage({ unseen, blocks, report }: PageRead): string[] {
  const all = report?.blocks ?? blocks;
  const tables = all.filter((block) => block.kind === 'table').length;
  const head = `${unseen ? 'what it holds unseen' : 'what it shows'}: ${all.length} blocks, ${tables} of them tables`;
  if (report === null) return [head, 'kind: work plan, by its title and its tables or letter'];
  return [
    head,
    ...report.annexes.map(({ start, end }) => `indicator annex: from ${at(all[start])} to ${at(all[end])}`),
    ...report.printings.flatMap((printing, index) => explainPrinting(printing, index, report)),
  ];
}

function explainPrinting({ copy, tables, signs, draft }: Printing, index: number, page: ReadPage): string[] {
  const headings = copy.headings.map(({ text }) => text).join(' | ') || 'none';
  const made = draft === null ? 'no report' : `report of ${whose(draft)}, form ${draft.form ?? 'none'}`;
  const found = `title ${signs.title ?? 'none'}, statutory tables ${signs.tables}, matters of disclosure ${signs.matters}`;
  return [
    `printing ${index + 1} of ${page.printings.length}: from ${at(page.blocks[copy.start])}, headings ${headings}`,
    ...explainTables(tables),
    `  ${made}: ${found}`,
  ];
}

function explainTables({ tables, leftOver }: TableDecisions): string[] {
  return [
    ...tables.flatMap(explainTable),
    ...leftOver.map(
      (run) => `  left over, line ${run.labels.at(-1)?.line}: ${ending(run.text)} with ${run.values.length} figures`,
    ),
  ];
}

function explainTable({ key, chosen, rejected }: TableDecision): string[] {
  const against = rejected.map(({ form, evidence }) => `form ${form.id} (${evidence.toFixed(1)})`).join(', ');
  const head = `  ${key}: form ${chosen.form.id}, evidence ${chosen.evidence.toFixed(1)}${against === '' ? '' : `, against ${against}`}`;
  const rows = chosen.reading.decisions.map(
    ({ row, printed, line, score, figures, columns }) =>
      `    ${score.toFixed(2)} line ${line}: ${ending(printed)} → ${row}, ${figures} of ${columns} figures`,
  );
  const missing = chosen.table.blocks
    .flatMap((block) => block.rows)
    .filter(({ key: row }) => chosen.reading.rows[row] === undefined)
    .map(({ key: row, labels }) => `    not printed: ${row} (${labels[0]})`);
  return [head, ...rows, ...missing];
}

function explainRecord(record: ReportRecord): string[] {
  const { kind, outcome, complete, reasons } = record;
  const why = reasons.map(({ code }) => `, ${code}`).join('');
  const whole = kind === 'annual-report' ? `, ${complete ? 'complete' : 'not complete'}` : '';
  return [
    `record: ${kind}, ${whose(record)}, ${outcome}${whole}${why}`,
    ...explainScopes(record),
    ...explainCells(record),
  ];
}

/**
 * Each cell of the record: what it was taken for, from which printed text, where that stands, and the findings that name
 * it. Cells and tables that a finding names though the record has none of them are told too.
 */
function explainCells({ tables, statistics, findings }: ReportRecord): string[] {
  const named = new Map<string, string[]>();
  for (const { rule, cells } of findings) {
    for (const path of cells) named.set(path, [...(named.get(path) ?? []), rule]);
  }
  const cells = [
    ...tableCells(tables),
    ...statistics.map(({ path, cell }) => [`statistics.${path}`, cell] as [string, Cell]),
  ];
  const stored = new Set(cells.map(([path]) => path));
  const doubts = (path: string): string =>
    named
      .get(path)
      ?.map((rule) => `, ${rule}`)
      .join('') ?? '';
  const missing = [...named.keys()].filter((path) => !stored.has(path) && !path.startsWith('indicators.'));
  return [
    ...cells.map(([path, cell]) => `  ${path}: ${explainCell(cell)}${doubts(path)}`),
    ...missing.map((path) => `  ${path}: none in the record${doubts(path)}`),
  ];
}

function explainCell({ state, value, raw, place }: Cell): string {
  const box = place.page === undefined ? '' : `, page ${place.page}`;
  const line = place.line === undefined ? '' : `, line ${place.line}`;
  const of = value === null ? state : `${value} (${state})`;
  return `${of} from “${raw}”, table ${place.table}, row ${place.row}, column ${place.column}${line}${box}`;
}

function explainScopes({ scopes, indicators }: ReportRecord): string[] {
  if (scopes === undefined) return [];
  const tables = Object.entries(scopes.tables).flatMap(([key, told]) =>
    told === undefined ? [] : [[key, told] as const],
  );
  const figures = indicators.flatMap(({ key, value, scope }) =>
    scope === undefined || scope.from === null ? [] : [[`${key} ${value}`, scope] as const],
  );
  return [['report', scopes.report] as const, ...tables, ...figures].map(
    ([of, { scope, from, words }]) =>
      `  scope of ${of}: ${scope}${from === null ? '' : `, by ${from}`}${words === null ? '' : ` ${words}`}`,
  );
}

function whose({ agency, year }: Pick<ReportRecord, 'agency' | 'year'>): string {
  return `${agency?.name ?? 'no agency'}, ${year ?? 'no year'}`;
}

/** The end of a run's labels: what decided. */
function ending(text: string): string {
  return text.length > 40 ? `…${text.slice(-40)}` : text;
}

function at(block: Block | undefined): string {
  return block === undefined ? 'the end' : `line ${block.line}`;
}
