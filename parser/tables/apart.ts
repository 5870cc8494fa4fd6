import type { FormBlock, FormTable } from '../../schema/law/forms/form.ts';
import type { TableRow } from '../../schema/record/report.ts';
import { comparableLabel, normalise } from '../wording/normalise.ts';
import { isSimilar } from '../wording/similarity.ts';
import type { Atom } from './atoms.ts';
import { readDown } from './down.ts';
import type { Run, TableReading } from './runs.ts';

/** A way to print the table row below row: as such a table, and its cells again as rows of the form. */
interface Arrangement {
  readonly table: FormTable;
  readonly toRows: (rows: TableReading['rows']) => TableReading['rows'];
}

/**
 * A table of the form's one line, printed otherwise: each of its rows in a line or a table of its own, the table turned,
 * or each figure beside its heading. Only where all its rows follow one another whole; else null.
 */
export function readApart(table: FormTable, tableNumber: number, runs: readonly Run[]): TableReading | null {
  const named = runs.map((run) => withoutHeadings(run, table.blocks));
  for (const { table: down, toRows } of arrangements(table)) {
    const reading = readDown(down, tableNumber, named);
    if (reading !== null && isWhole(reading, down)) {
      const spanned = runs.slice(named.indexOf(reading.runs[0] as Run)).slice(0, reading.runs.length);
      // Only rows of the form have cells that are named as the form's.
      const places = down.blocks === table.blocks ? reading.places : [];
      return { ...reading, rows: toRows(reading.rows), places, runs: spanned };
    }
  }
  return null;
}

function arrangements(table: FormTable): Arrangement[] {
  return table.blocks.flatMap((block) => [
    { table: { ...table, layout: 'down' }, toRows: (rows) => rows },
    { table: { ...table, layout: 'down', blocks: [turned(block)] }, toRows: (rows) => turnedBack(rows, block) },
    { table: { ...table, layout: 'down', blocks: [singly(block)] }, toRows: (rows) => gathered(rows, block) },
  ]);
}

/** Rows as columns, columns as rows. */
function turned({ columns, rows }: FormBlock): FormBlock {
  return {
    columns: rows.map(({ key, name, labels }) => ({ key, name, labels, kind: 'count', unit: columns[0]?.unit ?? '' })),
    rows: columns.map(({ key, name, labels }) => ({ key, name, labels, groups: [] })),
  };
}

function turnedBack(found: TableReading['rows'], { columns, rows }: FormBlock): TableReading['rows'] {
  return rowsOf({ columns, rows }, (row, column) => found[column]?.[row]);
}

const figure = 'figure';

/** Every cell a row with one figure. */
function singly({ columns, rows }: FormBlock): FormBlock {
  const [first] = columns;
  return {
    columns: first === undefined ? [] : [{ ...first, key: figure, labels: [first.unit] }],
    rows: rows.flatMap((row) =>
      columns.map((column) => ({ ...column, key: `${row.key}.${column.key}`, groups: [...row.groups, row.labels[0]] })),
    ),
  };
}

function gathered(found: TableReading['rows'], block: FormBlock): TableReading['rows'] {
  return rowsOf(block, (row, column) => found[`${row}.${column}`]?.[figure]);
}

function rowsOf(
  { columns, rows }: Pick<FormBlock, 'columns' | 'rows'>,
  cell: (row: string, column: string) => TableRow[string] | undefined,
): TableReading['rows'] {
  const rowOf = (row: string) =>
    Object.fromEntries(
      columns.flatMap(({ key }) => {
        const found = cell(row, key);
        return found === undefined ? [] : [[key, found]];
      }),
    );
  return Object.fromEntries(rows.map(({ key }) => [key, rowOf(key)]));
}

/** Each row found, one after the other, with a figure or a blank in each place. */
function isWhole({ decisions, runs }: TableReading, { blocks }: FormTable): boolean {
  const rows = blocks.flatMap((block) => block.rows);
  return (
    decisions.length === rows.length &&
    runs.length === rows.length &&
    decisions.every(({ row, figures, columns }, index) => row === rows[index]?.key && figures === columns)
  );
}

/** The run without the columns' headings at its end, where all are printed after the label of the row that they head. */
function withoutHeadings(run: Run, blocks: readonly FormBlock[]): Run {
  const headings = blocks.flatMap((block) => block.columns.map((column) => column.labels));
  const end = run.labels.length - headings.length;
  const isHeaded = end > 0 && headings.every((labels, index) => isHeading(run.labels[end + index], labels));
  if (!isHeaded) return run;
  const texts = run.texts.slice(0, end);
  return { ...run, labels: run.labels.slice(0, end), texts, text: texts.join('') };
}

const sameHeading = 0.8;

function isHeading(atom: Atom | undefined, labels: readonly string[]): boolean {
  const text = normalise(atom?.text ?? '');
  return labels.some((label) => isSimilar(comparableLabel(label), text, sameHeading));
}
