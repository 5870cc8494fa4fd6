import type { FormRow } from '../../schema/law/forms/form.ts';
import { readFigure } from '../extract/figure.ts';
import type { Operand } from './operand.ts';
import type { CheckableRecord } from './rule.ts';
import { operandAt, viewTable } from './table-view.ts';

/** An amount of money in table 二 with the row it stands in, and the number of things it was paid for, where printed. */
export interface Amount {
  readonly row: FormRow;
  readonly operand: Operand;
  readonly items: Operand | null;
}

const itemsColumn = 'items';

/** Every amount that table 二 of the record's form has. */
export function amounts(record: CheckableRecord): Amount[] {
  const view = viewTable(record, 'proactiveDisclosure');
  if (view === null) return [];
  return view.form.blocks.flatMap(({ columns, rows }) => {
    const amount = columns.find(({ kind }) => kind === 'amount');
    const items = columns.find(({ key }) => key === itemsColumn);
    if (amount === undefined) return [];
    return rows.map((row) => ({
      row,
      operand: operandAt(view, { row, column: amount, name: amount.name }),
      items: items === undefined ? null : operandAt(view, { row, column: items, name: items.name }),
    }));
  });
}

/** Whether a unit was printed: in the cell, or in the heading by which a plain number was multiplied when it was read. */
export function unitIsPrinted({ cell }: Operand): boolean {
  if (cell?.value == null) return false;
  const alone = readFigure(cell.raw, 'amount');
  return alone.unitPrinted || alone.value !== cell.value;
}
