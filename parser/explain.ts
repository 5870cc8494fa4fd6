import { TableKey } from '../schema/forms/form.ts';
import { toAtoms } from './extract/tables/atoms.ts';
import { type Candidate, tableCandidates } from './extract/tables/extract-tables.ts';
import { type Run, toRuns } from './extract/tables/runs.ts';
import type { Block } from './read/document.ts';
import { readDocuments } from './read/read-document.ts';
import type { ReadResult } from './read/reader.ts';
import { isWorkPlan } from './recognise/work-plan.ts';
import { findAnnexes } from './segment/annexes.ts';
import { findCopies } from './segment/copies.ts';
import { findHeadings } from './segment/headings.ts';
import { unfold } from './segment/unfold.ts';

/**
 * The decisions behind a file's records, a line each: what it was read as, where reports were found, which form each
 * table follows and against which, what each printed label was taken for and how surely, and what was left over.
 */
export async function explain(bytes: Uint8Array): Promise<string[]> {
  const results = await readDocuments(bytes);
  return results.flatMap(explainFile);
}

function explainFile(read: ReadResult): string[] {
  const name = read.member === null ? '' : ` ${read.member}`;
  if (read.document === null) return [`file${name}: ${read.mediaType}, refused: ${read.reason.code}`];
  const { mediaType, encoding, blocks: printed } = read.document;
  const blocks = unfold(printed);
  const tables = blocks.filter((block) => block.kind === 'table').length;
  const file = `file${name}: ${mediaType}, encoding ${encoding ?? 'none'}, ${blocks.length} blocks, ${tables} of them tables`;
  if (isWorkPlan(blocks)) return [file, 'kind: work plan, by its title and its tables or letter'];
  const annexes = findAnnexes(blocks);
  const annexLines = annexes.map(
    ({ start, end }) => `indicator annex: from ${at(blocks[start])} to ${at(blocks[end])}`,
  );
  return [
    file,
    ...annexLines,
    ...explainCopies(blocks.filter((_, index) => !annexes.some(({ start, end }) => index >= start && index < end))),
  ];
}

function explainCopies(page: readonly Block[]): string[] {
  const copies = findCopies(findHeadings(page), page);
  const ranges = copies.length > 0 ? copies : [{ headings: [], start: 0, end: page.length }];
  return ranges.flatMap(({ headings, start, end }, index) => [
    `printing ${index + 1} of ${ranges.length}: from ${at(page[start])}, headings ${headings.map(({ text }) => text).join(' | ') || 'none'}`,
    ...explainTables(toRuns(toAtoms(page.slice(headings[0]?.block ?? start, end)))),
  ]);
}

function explainTables(runs: readonly Run[]): string[] {
  const found = TableKey.options.flatMap((key, index) => {
    const candidates = tableCandidates(key, index + 1, runs).sort((left, right) => right.evidence - left.evidence);
    return candidates.slice(0, 1).map((chosen) => ({ key, chosen, rejected: candidates.slice(1) }));
  });
  const used = new Set(found.flatMap(({ chosen }) => chosen.reading.runs));
  const leftOver = runs.filter((run) => !used.has(run) && run.values.length > 0 && run.labels.length > 0);
  return [
    ...found.flatMap(({ key, chosen, rejected }) => explainTable(key, chosen, rejected)),
    ...leftOver.map(
      (run) => `  left over, line ${run.labels.at(-1)?.line}: ${ending(run.text)} with ${run.values.length} figures`,
    ),
  ];
}

function explainTable(key: TableKey, chosen: Candidate, rejected: readonly Candidate[]): string[] {
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

/** The end of a run's labels: what decided. */
function ending(text: string): string {
  return text.length > 40 ? `…${text.slice(-40)}` : text;
}

function at(block: Block | undefined): string {
  return block === undefined ? 'the end' : `line ${block.line}`;
}
