import { TableKey } from '../law/forms/form.ts';
import type { Cell } from './cell.ts';
import type { ReportRecord } from './report.ts';

/** The parts of a record that paths lead into, narrative texts aside. */
export type PrintedParts = Pick<
  ReportRecord,
  'tables' | 'statistics' | 'indicators' | 'form' | 'year' | 'title' | 'publishedOn'
>;

/** What is printed at a record path: the figure, else the state of the cell; null where no single printed thing is there. */
export function printedAt(record: PrintedParts, path: string): string | null {
  const dot = path.indexOf('.');
  const head = dot === -1 ? path : path.slice(0, dot);
  const rest = dot === -1 ? '' : path.slice(dot + 1);
  const table = TableKey.options.find((key) => key === head);
  if (table !== undefined) return cellInTable(record, table, rest);
  if (head === 'statistics') return printedCell(record.statistics.find((row) => row.path === rest)?.cell);
  if (head === 'indicators') return statedFigures(record, rest);
  return fact(record, path);
}

/** A cell as an operand: its figure, whatever way it was written; without a figure its state, and what could not be read. */
function printedCell(cell: Cell | undefined): string | null {
  if (cell === undefined) return null;
  if (cell.value !== null) return String(cell.value);
  return cell.state === 'unreadable' ? `${cell.state} ${cell.raw}` : cell.state;
}

function cellInTable({ tables }: PrintedParts, table: TableKey, path: string): string | null {
  const dot = path.lastIndexOf('.');
  const row = tables[table]?.[path.slice(0, dot)];
  return typeof row === 'object' ? printedCell(row[path.slice(dot + 1)]) : null;
}

function statedFigures({ indicators }: PrintedParts, key: string): string | null {
  const values = indicators.filter((indicator) => indicator.key === key).map(({ value }) => value);
  return values.length === 0 ? null : values.join(' ');
}

const facts = ['form', 'year', 'title', 'publishedOn'] as const;

function fact(record: PrintedParts, path: string): string | null {
  const name = facts.find((each) => each === path);
  const value = name === undefined ? null : record[name];
  return value === null ? null : String(value);
}
