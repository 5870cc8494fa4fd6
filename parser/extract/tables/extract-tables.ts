import type { Finding } from '../../../schema/finding.ts';
import type { Form, FormTable, TableKey } from '../../../schema/forms/form.ts';
import { TableKey as TableKeys } from '../../../schema/forms/form.ts';
import { forms } from '../../../schema/forms/forms.ts';
import type { StatutoryTable, Tables } from '../../../schema/report.ts';
import { comparableLabel } from '../../comparable-label.ts';
import type { Block } from '../../read/document.ts';
import { readAcross } from './across.ts';
import { toAtoms } from './atoms.ts';
import { readDown } from './down.ts';
import { inferCells } from './infer/infer-cells.ts';
import type { TableReading } from './reading.ts';
import { type Run, toRuns } from './runs.ts';
import { findUnplaced } from './unplaced-figures.ts';

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
}

/** A table read under a form that describes it, and how well the document agrees. */
interface Candidate {
  readonly form: Form;
  readonly table: FormTable;
  readonly reading: TableReading;
  /** Rows found, the form's own column headings printed, less the rows it has and the document has not. */
  readonly evidence: number;
}

/** Fewer rows than this are words that happen to be printed, not a table, unless most of its headings are printed too. */
const leastScore: Record<TableKey, number> = { proactiveDisclosure: 2, applications: 4, reviewAndLitigation: 0.7 };
const leastHeadings = 0.7;

/**
 * Every statutory table of a report, each under the form whose labels it prints: a report can mix forms.
 * Where two forms describe a table equally well, the table follows the form of those before it.
 */
export function extractTables(blocks: readonly Block[]): ExtractedTables {
  const runs = toRuns(toAtoms(blocks));
  const tables: Tables = {};
  const used = new Set<number>();
  const decisions: TableDecision[] = [];
  const findings: Finding[] = [];
  let form: Form | null = null;
  for (const [index, key] of TableKeys.options.entries()) {
    const candidates = tableCandidates(key, index + 1, runs);
    const candidate = bestCandidate(candidates, form);
    if (candidate === null) continue;
    form ??= candidate.form;
    const { table, reading } = candidate;
    decisions.push({ key, chosen: candidate, rejected: candidates.filter((other) => other !== candidate) });
    const inferred = inferCells(table, reading.rows, reading.stretches);
    findings.push(...inferred.findings);
    tables[key] = { form: candidate.form.id, ...inferred.rows } as StatutoryTable; // rows never are called form
    for (const block of blocksOf(reading.runs)) used.add(block);
  }
  const readings = decisions.map(({ chosen }) => chosen.reading);
  return {
    tables,
    findings: [...findings, ...findUnplaced(readings, runs)],
    blocks: used,
    decisions: { tables: decisions, leftOver: leftOver(readings, runs) },
  };
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
