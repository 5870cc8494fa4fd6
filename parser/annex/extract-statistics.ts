import { indicatorTerms } from '../../schema/law/vocabulary/indicators.ts';
import type { Cell } from '../../schema/record/cell.ts';
import type { Statistic } from '../../schema/record/report.ts';
import type { Block } from '../read/document.ts';
import { type Figure, moneyExponents, readFigure } from '../wording/figure.ts';
import { normalise, tidy } from '../wording/normalise.ts';
import { type AnnexRow, annexRows, figureAndUnit, Ladder, readNumbered } from './rows.ts';

/** Table number of the annex's cells in copied text: it follows the three statutory tables. */
const annexTable = 4;

const keys = new Map(indicatorTerms.flatMap((term) => term.labels.map((label) => [stem(label), term.key] as const)));

/** Rows above that a short label needs to be told by: 被依法纠错数 stands under both. */
const contexts = ['复议', '诉讼'];

/**
 * The indicator annex of form 2008, every row as printed and in order. Rows that only head others have no figure and
 * are left out; a row without figure that heads nothing is blank. Of columns of several years those of the report's `year` are read; where
 * it is not known which column is the report's, its cells are unreadable.
 */
export function extractStatistics(blocks: readonly Block[], year: number | null): Statistic[] {
  const ladder = new Ladder();
  const rows = annexRows(blocks, year).map((row) => {
    const numbered = readNumbered(row.text);
    return { row, label: numbered.label, ...ladder.step(numbered) };
  });
  const taken = new Set<string>();
  return rows.flatMap(({ row, label, path, level, above }, index) => {
    const cell = readCell(row, index);
    const isEmpty = cell.state === 'blank' || cell.state === 'notApplicable';
    if (isEmpty && (rows[index + 1]?.level ?? 0) > level) return [];
    const unit = row.unit ?? figureAndUnit(cell.raw)?.unit ?? null;
    const statistic = { label, unit, key: indicatorKey(label, above), cell };
    return [{ path: unique(path, taken), ...statistic }];
  });
}

/** The national key of a printed label; null for a province's own row. */
function indicatorKey(label: string, above: readonly string[]): string | null {
  const context = contexts.find((word) => above.some((text) => text.includes(word)));
  const inContext = context === undefined ? undefined : keys.get(stem(context + label));
  return inContext ?? keys.get(stem(label)) ?? null;
}

/** Labels differ in whether they end in 数, 数量 or 件数; the stem is what they share. */
function stem(label: string): string {
  return normalise(label).replace(/(?:件数|条数|数量|数)$/u, '');
}

const unplaced = { state: 'unreadable', value: null } as const;

function readCell(row: AnnexRow, index: number): Cell {
  const printed = row.values[0] ?? row.label;
  const raw = row.values.map((value) => tidy(value.text)).join(' ');
  const { state, value } = row.isPlaced ? readInUnit(raw, row.unit) : unplaced;
  const grid = printed.grid ?? { table: annexTable, row: index + 1, column: 1 };
  return { value, raw, state, place: { ...grid, line: printed.line, offset: printed.offset } };
}

/** A figure in the unit of its row: printed with it, or as an amount in another unit of money. With any other unit it cannot be read. */
function readInUnit(raw: string, rowUnit: string | null): Pick<Figure, 'state' | 'value'> {
  const printed = figureAndUnit(raw);
  if (printed === null) return readFigure(raw, 'count');
  const { figure, unit } = printed;
  if (unit === (rowUnit ?? unit)) return readFigure(figure, 'count');
  const [from, to] = [moneyExponents[unit], moneyExponents[rowUnit ?? '']];
  if (from === undefined || to === undefined) return unplaced;
  const { state, value } = readFigure(figure, 'count');
  return { state, value: value === null ? null : Number(`${value}e${from - to}`) };
}

/** Paths name rows, so a path printed twice gets a number. */
function unique(path: string, taken: Set<string>): string {
  let candidate = path;
  for (let count = 2; taken.has(candidate); count += 1) candidate = `${path}#${count}`;
  taken.add(candidate);
  return candidate;
}
