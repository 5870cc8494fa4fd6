import type { Form, FormTable, TableKey } from '../../schema/law/forms/form.ts';
import { TableKey as TableKeys } from '../../schema/law/forms/form.ts';
import { forms } from '../../schema/law/forms/forms.ts';
import type { Finding } from '../../schema/record/finding.ts';
import type { StatutoryTable, Tables } from '../../schema/record/report.ts';
import type { Block } from '../read/document.ts';
import { comparableLabel } from '../wording/normalise.ts';
import { readAcross } from './across.ts';
import { toAtoms } from './atoms.ts';
import { doubtfulLines } from './doubtful-lines.ts';
import { readDown } from './down.ts';
import { inferCells } from './infer.ts';
import { othersYears } from './labelled-years.ts';
import { leftOverFigures, type ReadTable } from './left-over-figures.ts';
import { settleMovedFigures } from './moved-figures.ts';
import { captioned, type OwnSigns, ownTable, type Printing, printingRuns, topOf } from './printings.ts';
import type { Candidate, TableReading } from './runs.ts';
import { type Run, toRuns } from './runs.ts';

export interface ExtractedTables {
  readonly tables: Tables;
  /** What had to be inferred, and from what; figures that no cell took. */
  readonly findings: readonly Finding[];
  /** Indexes of the blocks that the tables are printed in. */
  readonly blocks: ReadonlySet<number>;
  readonly decisions: TableDecisions;
}

/** How the tables were read: for each the candidate that was taken and those it was taken against, and what none took. */
export interface TableDecisions {
  readonly tables: readonly TableDecision[];
  /** Labels with figures that are part of no table. */
  readonly leftOver: readonly Run[];
}

export interface TableDecision {
  readonly key: TableKey;
  readonly chosen: Candidate;
  readonly rejected: readonly Candidate[];
  /** Every table of the kind that is printed, the chosen one among them. */
  readonly printings: readonly Printing[];
}

/** Fewer rows than this are words that happen to be printed, not a table, unless most of its headings are printed too. */
const leastScore: Record<TableKey, number> = { proactiveDisclosure: 2, applications: 4, reviewAndLitigation: 0.7 };
const leastHeadings = 0.7;

/** A table of so many of the cells that are read of all together is a printing of its own. */
const leastCells = 0.6;

const unsigned: OwnSigns = { title: null, year: null };

/**
 * Every statutory table of a report, each under the form whose labels it prints: a report can mix forms.
 * Where two forms describe a table equally well, the table follows the form of those before it. Where several tables of a
 * kind are printed, what the report says of itself (`signs`) tells its own.
 */
export function extractTables(blocks: readonly Block[], signs: OwnSigns = unsigned): ExtractedTables {
  const runs = toRuns(toAtoms(blocks));
  const tables: Tables = {};
  const used = new Set<number>();
  const decisions: TableDecision[] = [];
  const findings: Finding[] = [];
  const read: ReadTable[] = [];
  let form: Form | null = null;
  for (const [index, key] of TableKeys.options.entries()) {
    const candidates = printingRuns(key, runs).map((own) => tableCandidates(key, index + 1, own));
    const found = wholePrintings(candidates, form, () => tableCandidates(key, index + 1, runs));
    for (const block of found.flatMap(({ reading }) => blocksOf(reading.runs))) used.add(block);
    const printings = found.map((candidate, at) => {
      // Tables that follow one another in one grid have what stands above it printed above the first.
      const isBelow = at > 0 && blocksOf(found[at - 1]?.reading.runs ?? []).includes(topOf(candidate.reading));
      return isBelow ? { candidate, caption: '', above: [] } : captioned(candidate, blocks, used);
    });
    const own = ownTable(printings, signs);
    if (own === null) continue;
    const { candidate: chosen, others } = own;
    form ??= chosen.form;
    const { table, reading } = chosen;
    const weighed = [...candidates.flat(), ...others].filter((other) => other !== chosen);
    decisions.push({ key, chosen, rejected: [...new Set(weighed)], printings });
    const inferred = inferCells(table, own.rows, reading.stretches);
    const years = othersYears(chosen, signs.year);
    findings.push(...own.findings, ...(years === null ? [] : [years]), ...inferred.findings);
    read.push({
      form: chosen.form.id,
      table,
      reading,
      rows: inferred.rows,
      others: others.map((other) => other.reading),
    });
  }
  const settled = settleMovedFigures(read);
  for (const { form: edition, table, rows } of settled.tables)
    tables[table.key] = { form: edition, ...rows } as StatutoryTable; // rows never are called form
  const readings = read.flatMap(({ reading, others }) => [reading, ...others]);
  return {
    tables,
    findings: [
      ...findings,
      ...settled.findings,
      ...leftOverFigures(settled.tables, runs),
      ...doubtfulLines(settled.tables),
    ],
    blocks: used,
    decisions: { tables: decisions, leftOver: leftOver(readings, runs) },
  };
}

/**
 * The tables of a kind that stand beside one another, each under the form that describes it best. Where what was parted is
 * fragments of one, as a label that is printed twice makes them, it is read as one.
 */
function wholePrintings(
  parted: readonly (readonly Candidate[])[],
  form: Form | null,
  together: () => readonly Candidate[],
): readonly Candidate[] {
  if (parted.length < 2) return parted.flatMap((candidates) => bestCandidate(candidates, form) ?? []);
  const all = bestCandidate(together(), form);
  if (all === null) return [];
  const least = Math.max(1, leastCells * cellsRead(all));
  const whole = parted
    .flatMap((candidates) => bestCandidate(candidates, form) ?? [])
    .filter((candidate) => cellsRead(candidate) >= least);
  return whole.length > 1 ? whole : [all];
}

function cellsRead({ reading }: Candidate): number {
  const cells = Object.values(reading.rows).flatMap((row) => Object.values(row));
  return cells.filter(({ state }) => state !== 'unreadable').length;
}

function leftOver(readings: readonly TableReading[], runs: readonly Run[]): Run[] {
  const used = new Set(readings.flatMap((reading) => reading.runs));
  return runs.filter((run) => !used.has(run) && run.values.length > 0 && run.labels.length > 0);
}

/** The one with the most evidence; where two are near, that of the form of the tables before it. */
function bestCandidate(candidates: readonly Candidate[], form: Form | null): Candidate | null {
  const strength = (candidate: Candidate) => candidate.evidence + (candidate.form === form ? 0.5 : 0);
  return candidates.reduce<Candidate | null>(
    (best, next) => (best === null || strength(next) > strength(best) ? next : best),
    null,
  );
}

/** The table read under every form that describes it and finds enough of itself. `number` is its place on the form, from 1. */
function tableCandidates(key: TableKey, number: number, runs: readonly Run[]): Candidate[] {
  return forms.flatMap((form) => {
    const table = form.tables.find((candidate) => candidate.key === key);
    const reading = table === undefined ? null : readTable(table, number, runs);
    if (table === undefined || reading === null) return [];
    const headings = printedHeadings(table, reading);
    const isFound = reading.score >= leastScore[key] || headings >= leastHeadings * headingsOf(table).length;
    return isFound ? [{ form, table, reading, evidence: reading.score + headings - missingRows(table, reading) }] : [];
  });
}

function readTable(table: FormTable, number: number, runs: readonly Run[]): TableReading | null {
  return table.layout === 'across' ? readAcross(table, number, runs) : readDown(table, number, runs);
}

/** How many of the form's own column headings the table prints. */
function printedHeadings(table: FormTable, reading: TableReading): number {
  const text = reading.runs.map((run) => run.text).join('');
  return headingsOf(table).filter((heading) => text.includes(heading)).length;
}

function headingsOf(table: FormTable): string[] {
  return table.blocks.flatMap((block) => block.columns.map((column) => comparableLabel(column.labels[0])));
}

function missingRows(table: FormTable, reading: TableReading): number {
  const rows = table.blocks.flatMap((block) => block.rows);
  return rows.filter((row) => reading.rows[row.key] === undefined).length;
}

function blocksOf(runs: readonly Run[]): number[] {
  return runs.flatMap((run) => [...run.labels, ...run.values].map((atom) => atom.block));
}
