import type { FormTable } from '../../../../schema/law/forms/form.ts';
import { cellPath, placedRelations } from '../../../../schema/law/forms/placed-relations.ts';
import type { Filling } from './candidates.ts';

/** Printed figures that must balance: the sum of one side equals the other. Operands are `row.column`. */
export interface Balance {
  readonly sum: readonly string[];
  readonly equals: readonly string[];
}

/** What placement may rely on: the equalities of the form (勾稽关系) at every place of a table. */
export function balancesOf(table: FormTable): Balance[] {
  return placedRelations(table).flatMap(({ is, sum, to }) =>
    is === 'equal' ? [{ sum: sum.map(cellPath), equals: to.map(cellPath) }] : [],
  );
}

/** A row still open: the cells it fills, `row.column` in order, and the ways that are left. */
export interface OpenRow {
  readonly cells: readonly string[];
  readonly fillings: readonly Filling[];
}

/** Values already sure, by cell; null is a printed blank, which counts as zero. A cell that is not there is not known. */
export type Known = ReadonlyMap<string, number | null>;

/** Rounds of elimination; each narrows a row or is the last. */
const mostRounds = 30;

/**
 * Drops every filling that breaks a relation whose other operands are known, until nothing more can be dropped.
 * A relation that involves two open rows says nothing yet; it may once one of them is down to one way.
 */
export function eliminate(rows: readonly OpenRow[], relations: readonly Balance[], known: Known): OpenRow[] {
  let open = rows.map((row) => row);
  for (let round = 0; round < mostRounds; round += 1) {
    const settled = withSettled(known, open, relations);
    const next = open.map((row) => ({
      ...row,
      fillings: row.fillings.filter((filling) => fits(row, filling, { relations, known: settled })),
    }));
    const narrowed = next.some((row, index) => row.fillings.length < (open[index]?.fillings.length ?? 0));
    open = next;
    if (!narrowed) break;
  }
  return open;
}

/** Cells on which all ways of a row agree are as good as known. */
function withSettled(known: Known, rows: readonly OpenRow[], relations: readonly Balance[]): Known {
  return new Map([...known, ...rows.flatMap((row) => [...agreed(row, relations)])]);
}

/**
 * What every way that is left says of a cell; a cell they differ on is not there. A way that leaves the total of its
 * own parts blank may be the true one, but nothing vouches for it: while one is left, the row settles nothing.
 */
export function agreed(row: OpenRow, relations: readonly Balance[]): Map<string, number | null> {
  const { cells, fillings } = row;
  const [first, ...others] = fillings;
  if (first === undefined || fillings.some((filling) => isUnvouched(row, filling, relations))) return new Map();
  return new Map(
    cells.flatMap((cell, index): [string, number | null][] => {
      const value = first[index] ?? null;
      return others.every((filling) => (filling[index] ?? null) === value) ? [[cell, value]] : [];
    }),
  );
}

function fits(
  row: OpenRow,
  filling: Filling,
  { relations, known }: { relations: readonly Balance[]; known: Known },
): boolean {
  const own = new Map(row.cells.map((cell, index) => [cell, filling[index] ?? null] as const));
  return relations.every((relation) => {
    const operands = [...relation.sum, ...relation.equals];
    if (!operands.some((cell) => own.has(cell))) return true;
    const value = (cell: string) => (own.has(cell) ? own.get(cell) : known.get(cell));
    if (operands.some((cell) => value(cell) === undefined)) return true;
    // A total that is left blank says nothing; neither agency nor extractor promises it is there.
    if (relation.equals.every((cell) => value(cell) === null)) return true;
    const sum = (side: readonly string[]) => side.reduce((total, cell) => total + (value(cell) ?? 0), 0);
    return sum(relation.sum) === sum(relation.equals);
  });
}

function isUnvouched(row: OpenRow, filling: Filling, relations: readonly Balance[]): boolean {
  const own = new Map(row.cells.map((cell, index) => [cell, filling[index] ?? null] as const));
  return relations.some(({ sum, equals }) => {
    const isOwn = [...sum, ...equals].every((cell) => own.has(cell));
    const isBlank = equals.every((cell) => own.get(cell) === null);
    return isOwn && isBlank && sum.some((cell) => own.get(cell) !== null);
  });
}
