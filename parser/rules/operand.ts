import type { Bilingual } from '../../schema/record/bilingual.ts';
import type { Cell } from '../../schema/record/cell.ts';

/** A cell in a relation: its record path, how to name it to a reader, and what was read; undefined where it is not in the record. */
export interface Operand {
  readonly path: string;
  readonly name: Bilingual;
  readonly cell: Cell | undefined;
}

/** Nothing is printed there, or a mark such as `/`: it counts as 0 in a sum only if the sum then agrees. */
export function isBlank({ cell }: Operand): boolean {
  return cell?.state === 'blank' || cell?.state === 'notApplicable';
}

/** Not in the record, or something that could not be read stands there: no relation can be evaluated with it. */
export function isUnknown({ cell }: Operand): boolean {
  return cell === undefined || cell.state === 'unreadable';
}

export function sum(operands: readonly Operand[]): number {
  return operands.reduce((total, { cell }) => total + (cell?.value ?? 0), 0);
}
