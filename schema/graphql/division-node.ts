import { type Division, type DivisionLevel, divisionByCode } from '../vocabulary/divisions.ts';

/** A division; all but the code is null where the code is none of the vocabulary (a division since abolished). */
export interface DivisionNode {
  readonly code: string;
  readonly name: string | null;
  readonly level: DivisionLevel | null;
  readonly parentCode: Division['parentCode'];
}

export function divisionNode(code: string): DivisionNode {
  return divisionByCode(code) ?? { code, name: null, level: null, parentCode: null };
}

/** The code of the province that a division lies in: its first two digits. */
export function provinceCodeOf(code: string): string {
  return `${code.slice(0, 2)}0000`;
}
