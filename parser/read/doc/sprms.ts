import { viewOf } from '../ole/view.ts';

/** A property modifier: which property, and its operand. */
export interface Sprm {
  readonly code: number;
  readonly operand: DataView;
}

/** Properties that this reader asks for ([MS-DOC] 2.6). */
export const sprm = {
  deleted: 0x0800,
  hidden: 0x083c,
  struckOut: 0x0837,
  struckOutTwice: 0x2a53,
  position: 0x2a48,
  characterStyle: 0x4a30,
  inTable: 0x2416,
  rowEnd: 0x2417,
  listLevel: 0x260a,
  list: 0x460b,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  elsewhere: 0x6646,
  tableDefinition: 0xd608,
  cellsMergedAcross: 0x5624,
  cellMergedDown: 0xd62b,
} as const;

/** Bytes of the operand by the three highest bits of the code; 6 says them itself. */
const operandLengths = [1, 1, 2, 4, 2, 2, 0, 3];
const variable = 6;

/** The modifiers of a property list in order; a list cut short ends where it is cut. */
export function readSprms(bytes: Uint8Array): Sprm[] {
  const view = viewOf(bytes);
  const found: Sprm[] = [];
  let offset = 0;
  while (offset + 3 <= bytes.length) {
    const code = view.getUint16(offset, true);
    const { start, length } = operandOf(view, offset + 2, code);
    found.push({ code, operand: viewOf(bytes.subarray(start, start + length)) });
    offset = start + length;
  }
  return found;
}

function operandOf(view: DataView, offset: number, code: number): { start: number; length: number } {
  const kind = code >> 13;
  if (kind !== variable) return { start: offset, length: operandLengths[kind] ?? 1 };
  if (code !== sprm.tableDefinition) return { start: offset + 1, length: view.getUint8(offset) };
  // The one operand whose length is two bytes, and counts one of them.
  return { start: offset + 2, length: Math.max(0, view.getUint16(offset, true) - 1) };
}

/** The operand of the last modifier of a property, which is the one that counts. */
export function lastOf(sprms: readonly Sprm[], code: number): DataView | undefined {
  return sprms.findLast((candidate) => candidate.code === code && candidate.operand.byteLength > 0)?.operand;
}
