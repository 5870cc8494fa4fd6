import type { Bilingual } from '../../record/bilingual.ts';
import type { FormBlock, FormColumn, FormRow, FormTable } from './form.ts';
import type { Relation } from './relation.ts';

/** A cell of the form by its row and column. */
export interface FormCell {
  readonly row: FormRow;
  readonly column: FormColumn;
}

/** A relation at one place: in a row or in a column, whose name is `place`. */
export interface PlacedRelation extends Pick<Relation, 'key' | 'between' | 'is'> {
  readonly place: Bilingual;
  readonly sum: readonly FormCell[];
  readonly to: readonly FormCell[];
}

/** Every relation of a table at every place where it holds, in the order of the form. */
export function placedRelations({ relations, blocks }: FormTable): PlacedRelation[] {
  return relations.flatMap(({ key, between, is, ...operands }) =>
    blocks.flatMap((block) =>
      placesOf(block, between).flatMap(({ name, cell }): PlacedRelation[] => {
        const [sum, to] = [operands.sum.map(cell), operands.to.map(cell)];
        return isWhole(sum) && isWhole(to) ? [{ key, between, is, place: name, sum, to }] : [];
      }),
    ),
  );
}

/** The path of a cell in its table. */
export function cellPath({ row, column }: FormCell): string {
  return `${row.key}.${column.key}`;
}

interface RelationPlace {
  readonly name: Bilingual;
  /** The cell of an operand there; null where the block has no such row or column. */
  readonly cell: (key: string) => FormCell | null;
}

/** The rows of a block, for a relation between columns; its columns, for one between rows. */
export function placesOf({ rows, columns }: FormBlock, between: Relation['between']): RelationPlace[] {
  if (between === 'columns') {
    return rows.map((row) => ({ name: row.name, cell: (key) => cellOf(row, named(columns, key)) }));
  }
  return columns.map((column) => ({ name: column.name, cell: (key) => cellOf(named(rows, key), column) }));
}

function cellOf(row: FormRow | undefined, column: FormColumn | undefined): FormCell | null {
  return row === undefined || column === undefined ? null : { row, column };
}

function named<Named extends { readonly key: string }>(list: readonly Named[], key: string): Named | undefined {
  return list.find((each) => each.key === key);
}

function isWhole(cells: readonly (FormCell | null)[]): cells is readonly FormCell[] {
  return cells.every((cell) => cell !== null);
}
