import type { Cell } from '../../schema/record/cell.ts';
import type { CellChange, PrintedFigure } from '../../schema/record/difference.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import { tableCells } from '../../schema/record/table-rows.ts';

/** The parts of a record that print figures. */
export type Figures = Pick<ReportRecord, 'tables' | 'statistics' | 'indicators'>;

/** State of a figure that stands in a sentence, where there is no cell. */
const stated = 'stated';

/** Every figure that two records print differently, in the order of the later one; what only the earlier one has comes last. */
export function cellChanges(before: Figures, after: Figures): CellChange[] {
  const [old, fresh] = [figuresByPath(before), figuresByPath(after)];
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((path) => {
    const change = { path, before: old.get(path) ?? null, after: fresh.get(path) ?? null };
    return isSame(change) ? [] : [change];
  });
}

function isSame({ before, after }: CellChange): boolean {
  return before?.value === after?.value && before?.state === after?.state && before?.raw === after?.raw;
}

function figuresByPath(record: Figures): Map<string, PrintedFigure> {
  const figures = new Map<string, PrintedFigure>();
  const put = (path: string, figure: PrintedFigure) => {
    figures.set(freePath(figures, path), figure);
  };
  for (const [path, cell] of tableCells(record.tables)) put(path, figureOf(cell));
  for (const { path, cell } of record.statistics) put(`statistics.${path}`, figureOf(cell));
  for (const { key, label, value, unit } of record.indicators) {
    put(`indicators.${key ?? label ?? ''}`, { value, raw: `${value}${unit ?? ''}`, state: stated });
  }
  return figures;
}

function figureOf({ value, raw, state }: Cell): PrintedFigure {
  return { value, raw, state };
}

/** A path that comes again gets a number, so that the second sentence of a kind is held against the second. */
function freePath(taken: ReadonlyMap<string, unknown>, path: string): string {
  let free = path;
  for (let copy = 2; taken.has(free); copy += 1) free = `${path}#${copy}`;
  return free;
}
