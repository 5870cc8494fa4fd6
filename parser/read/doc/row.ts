import type { CellShape } from '../word/table-builder.ts';
import { type Sprm, sprm } from './sprms.ts';

const descriptionLength = 20;
const acrossMask = 0x03;
const mergedAcross = 0x02;
const downShift = 5;
const downMask = 0x03;
const mergedDown = 0x01;

/** The shapes of a row's cells ([MS-DOC] 2.9.310 TDefTableOperand, 2.9.321 TC80); empty where the row defines none. */
export function rowShape(sprms: readonly Sprm[]): CellShape[] {
  const definition = sprms.findLast(({ code }) => code === sprm.tableDefinition)?.operand;
  if (definition === undefined || definition.byteLength === 0) return [];
  const count = definition.getUint8(0);
  const cells = Array.from({ length: count }, (_, index) => cellShape(definition, index, count));
  return sprms.reduce(applyMerge, cells);
}

function cellShape(definition: DataView, index: number, count: number): CellShape {
  const edge = 1 + index * 2;
  const description = 1 + (count + 1) * 2 + index * descriptionLength;
  const flags = description + 2 <= definition.byteLength ? definition.getUint16(description, true) : 0;
  return {
    left: definition.getInt16(edge, true),
    right: definition.getInt16(edge + 2, true),
    continuesDown: ((flags >> downShift) & downMask) === mergedDown,
    continuesAcross: (flags & acrossMask) === mergedAcross,
  };
}

/** Merges may also be said after the definition. */
function applyMerge(cells: readonly CellShape[], { code, operand }: Sprm): CellShape[] {
  if (code === sprm.cellMergedDown && operand.byteLength >= 2) {
    const [target, flag] = [operand.getUint8(0), operand.getUint8(1)];
    return cells.map((cell, index) => (index === target ? { ...cell, continuesDown: flag === mergedDown } : cell));
  }
  if (code === sprm.cellsMergedAcross && operand.byteLength >= 2) {
    const [first, limit] = [operand.getUint8(0), operand.getUint8(1)];
    return cells.map((cell, index) => (index > first && index < limit ? { ...cell, continuesAcross: true } : cell));
  }
  return [...cells];
}
