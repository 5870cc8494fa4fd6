import type { FormTable } from '../../schema/law/forms/form.ts';
import type { Cell } from '../../schema/record/cell.ts';
import type { Finding } from '../../schema/record/finding.ts';
import type { RuleHead } from '../../schema/record/rule.ts';
import { charactersLost, uncertainLines } from '../reading-rules.ts';
import type { ReadTable } from './left-over-figures.ts';
import type { TableReading } from './runs.ts';

/** What decoders and converters leave in the place of characters that they lost. */
const lost = '\uFFFD';

/** What is said of tables whose text does not vouch for its own order or its own characters, though it gave figures. */
export function doubtfulLines(tables: readonly ReadTable[]): Finding[] {
  const cells = tables.flatMap((each) => uncertainCells(each));
  const damaged = tables.filter(({ reading }) => hasLost(reading)).map(({ table }) => table.key);
  return [...findingOf(uncertainLines, cells), ...findingOf(charactersLost, damaged)];
}

function hasLost({ runs }: TableReading): boolean {
  return runs.some(({ labels, values }) => [...labels, ...values].some(({ text }) => text.includes(lost)));
}

/**
 * Cells of rows whose figures stand on lines of their own in copied text, where one of the lines is no figure of its column, or where a
 * row beside was not read whole and the line may be its. Programs that read a PDF from the left and from the top put the lines of a row,
 * and of two rows, in any order.
 */
function uncertainCells({ table, rows, reading }: ReadTable): string[] {
  if (table.layout === 'across') return [];
  const lines = linesOf(reading);
  const printed = rowsOf(table).map((row) => ({ ...row, cells: row.columns.map((column) => rows[row.key]?.[column]) }));
  const isParted = printed.some(({ cells }) => new Set(cells.map((cell) => isApart(cell, lines))).size > 1);
  const isMixed = isParted || isDisordered(table, reading);
  return printed.flatMap(({ key, columns, cells }, index) => {
    const near = isMixed ? [printed[index - 1], printed[index + 1]].flatMap((row) => row?.cells ?? []) : [];
    const isDoubtful = [...near, ...cells].some(isOpen) && cells.some((cell) => isApart(cell, lines));
    return isDoubtful && !cells.every(isOpen) ? columns.map((column) => `${table.key}.${key}.${column}`) : [];
  });
}

/**
 * Whether a row has figures beyond its columns or none at all. Where each lacks some at most, and none stands in part beside its label,
 * blanks were dropped and the order is kept.
 */
function isDisordered(table: FormTable, { decisions }: TableReading): boolean {
  const matched = new Set(decisions.map(({ row }) => row));
  return (
    decisions.some(({ figures, columns }) => figures > columns) || rowsOf(table).some(({ key }) => !matched.has(key))
  );
}

function rowsOf({ blocks }: FormTable): { readonly key: string; readonly columns: readonly string[] }[] {
  return blocks.flatMap(({ columns, rows }) =>
    rows.map(({ key }) => ({ key, columns: columns.map((each) => each.key) })),
  );
}

/** Lines of copied text with labels, and with figures. */
interface Lines {
  readonly labels: ReadonlySet<number>;
  readonly figures: ReadonlySet<number>;
}

function linesOf({ runs }: TableReading): Lines {
  const labels = runs.flatMap((run) => run.labels);
  const figures = runs.flatMap((run) => run.values).filter(({ grid }) => grid === null);
  return { labels: new Set(labels.map(({ line }) => line)), figures: new Set(figures.map(({ line }) => line)) };
}

function isApart(cell: Cell | undefined, { labels, figures }: Lines): boolean {
  const line = cell?.place.line;
  return line !== undefined && figures.has(line) && !labels.has(line);
}

function isOpen(cell: Cell | undefined): boolean {
  return cell === undefined || cell.state === 'unreadable';
}

const messages: Readonly<Record<string, (count: number) => Finding['message']>> = {
  [uncertainLines.id]: (count) => ({
    zh: `有${count}格的数字与行名不在同一行,而本行或相邻一行的数字未读全,这些数字也可能属于别的格。`,
    en: `Cells whose figures stand on lines of their own and may be another cell’s, for not all of their row or of one beside it was read: ${count}.`,
  }),
  [charactersLost.id]: (count) => ({
    zh: `有${count}张表的文字在转换中丢失(显示为“${lost}”),读到的数字可能不全。`,
    en: `Tables in whose text characters were lost when it was converted (“${lost}” stands for them), so that figures may be cut: ${count}.`,
  }),
};

function findingOf({ id, severity }: RuleHead, cells: readonly string[]): Finding[] {
  const message = messages[id]?.(cells.length);
  if (cells.length === 0 || message === undefined) return [];
  return [{ rule: id, severity, cells: [...cells], expected: null, actual: null, message, cause: 'suspected-parse' }];
}
