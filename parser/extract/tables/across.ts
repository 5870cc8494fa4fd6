import type { FormBlock, FormColumn, FormTable } from '../../../schema/forms/form.ts';
import type { TableRow } from '../../../schema/report.ts';
import { normalise } from '../../normalise.ts';
import type { Atom } from './atoms.ts';
import { rowCells } from './cells.ts';
import { stretchOf, type TableReading } from './reading.ts';
import type { Run } from './runs.ts';

/** Share of the headings that must be printed before a line of figures is taken for the table's. */
const leastHeadings = 0.7;

/** A run with the headings printed before it, which rows of empty cells may have parted from it. */
interface HeadedRun {
  readonly run: Run;
  readonly runs: readonly Run[];
  readonly headings: number;
}

/** Reads a table whose rows stand side by side in one printed line of figures, under headings; null where it is not printed. */
export function readAcross(table: FormTable, tableNumber: number, runs: readonly Run[]): TableReading | null {
  const block = table.blocks[0];
  if (block === undefined) return null;
  const found = runs
    .map((_, index) => headedRun(runs, index, block))
    .filter(
      ({ run, headings }, index) => headings >= leastHeadings && (run.values.length > 0 || index < runs.length - 1),
    )
    .reduce<HeadedRun | null>((best, next) => (best === null || next.headings > best.headings ? next : best), null);
  const label = found?.run.labels.at(-1) ?? found?.run.values[0];
  if (found === null || label === undefined) return null;
  const rows = splitRow({ block, run: found.run, label, tableNumber });
  const stretches = stretchOf(
    wideColumns(block).map((column) => column.key),
    found.run.values,
  );
  const { run, headings } = found;
  const decision = {
    row: block.rows.map(({ key }) => key).join('+'),
    printed: run.text,
    line: label.line,
    score: headings,
  };
  const counts = { figures: run.values.length, columns: wideColumns(block).length };
  return { rows, stretches, decisions: [{ ...decision, ...counts }], score: headings, runs: found.runs };
}

function headedRun(runs: readonly Run[], index: number, block: FormBlock): HeadedRun {
  let first = index;
  while (first > 0 && index - first < 4 && isBlank(runs[first - 1])) first -= 1;
  const headed = runs.slice(first, index + 1);
  const text = headed.map((run) => run.text).join('');
  return { run: runs[index] as Run, runs: headed, headings: headingShare(text, block) };
}

function isBlank(run: Run | undefined): boolean {
  return run?.values.some((value) => value.kind !== 'blank') === false && run.values.length > 0;
}

/** Share of the row and column headings that the text holds; each misspelt one costs its share. */
function headingShare(text: string, block: FormBlock): number {
  const headings = [...block.rows, ...block.columns];
  const held = headings.filter(({ labels }) => labels.some((label) => text.includes(normalise(label))));
  return held.length / headings.length;
}

/** The columns of all rows side by side, each named `row.column`. */
function wideColumns(block: FormBlock): FormColumn[] {
  return block.rows.flatMap((row) => block.columns.map((column) => ({ ...column, key: `${row.key}.${column.key}` })));
}

interface WideRow {
  readonly block: FormBlock;
  readonly run: Run;
  readonly label: Atom;
  readonly tableNumber: number;
}

/** Figures in the order of rows, then columns. A number of figures that does not fill all rows fills none of them. */
function splitRow({ block, run, label, tableNumber }: WideRow): Record<string, TableRow> {
  const columns = wideColumns(block);
  const place = { table: tableNumber, row: 1 };
  const cells = rowCells({
    order: { columns, places: null },
    values: run.values,
    label,
    place,
    headerUnits: new Map(),
  });
  return Object.fromEntries(
    block.rows.map((row) => [
      row.key,
      Object.fromEntries(
        block.columns.flatMap((column) => {
          const cell = cells[`${row.key}.${column.key}`];
          return cell === undefined ? [] : [[column.key, cell]];
        }),
      ),
    ]),
  );
}
