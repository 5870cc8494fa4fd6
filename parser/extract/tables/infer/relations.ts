import type { FormTable } from '../../../../schema/forms/form.ts';

/** Printed figures that must balance: the sum of one side equals the other. Operands are `row.column`. */
export interface Relation {
  readonly sum: readonly string[];
  readonly equals: readonly string[];
}

/** What placement may rely on (勾稽关系): the total of each row, and for table 三 the two relations of each column. */
export function relationsOf(table: FormTable): Relation[] {
  const [block] = table.blocks;
  if (block === undefined || table.blocks.length > 1) return [];
  const keys = block.columns.map((column) => column.key);
  const parts = keys.filter((key) => key !== totalColumn);
  const rowSums = block.rows.map(({ key }) => ({
    sum: parts.map((part) => `${key}.${part}`),
    equals: [`${key}.${totalColumn}`],
  }));
  return [...rowSums, ...keys.flatMap((column) => columnRelations(table, column))];
}

const totalColumn = 'total';

/** The balance that the form prints in its corner, and the sum of results. */
function columnRelations(table: FormTable, column: string): Relation[] {
  if (table.key !== 'applications') return [];
  const rows = table.blocks.flatMap((block) => block.rows.map(({ key }) => key));
  const [received = '', carriedOver = ''] = rows;
  const [processed = '', carriedForward = ''] = rows.slice(-2);
  const cell = (row: string) => `${row}.${column}`;
  return [
    { sum: [received, carriedOver].map(cell), equals: [processed, carriedForward].map(cell) },
    { sum: rows.slice(2, -2).map(cell), equals: [cell(processed)] },
  ];
}
