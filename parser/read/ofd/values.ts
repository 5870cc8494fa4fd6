import type { Box, Matrix } from '../pdf/geometry.ts';
import { Unreadable } from '../reader.ts';

function partsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((each) => each !== '');
}

/** The number that a part is; anything else there makes the file unreadable. */
export function numberOf(text: string | undefined): number {
  const number = Number(text);
  if (text === undefined || text.trim() === '' || !Number.isFinite(number)) throw new Unreadable('damaged');
  return number;
}

/** A box as OFD writes it: the left and the top edge, the width and the height, in millimetres. */
export function boxOf(text: string): Box {
  const parts = partsOf(text);
  const [left, top, width, height] = [0, 1, 2, 3].map((index) => numberOf(parts[index])) as [
    number,
    number,
    number,
    number,
  ];
  return { left, top, right: left + width, bottom: top + height };
}

export function matrixOf(text: string): Matrix {
  const parts = partsOf(text);
  return [0, 1, 2, 3, 4, 5].map((index) => numberOf(parts[index])) as unknown as Matrix; // six numbers
}

/** How far each character stands from the one before it; `g n d` stands for n times d. No more than `most` are told. */
export function deltasOf(text: string, most: number): number[] {
  const parts = partsOf(text);
  const found: number[] = [];
  for (let index = 0; index < parts.length && found.length < most; ) {
    const isRepeated = parts[index] === 'g';
    const times = isRepeated ? numberOf(parts[index + 1]) : 1;
    const delta = numberOf(parts[isRepeated ? index + 2 : index]);
    for (let count = 0; count < times && found.length < most; count += 1) found.push(delta);
    index += isRepeated ? 3 : 1;
  }
  return found;
}

/** Operators of a path: how many numbers follow each, and which operator of the drawing stage it is. */
const operators: Readonly<Record<string, { readonly takes: number; readonly as: number }>> = {
  S: { takes: 2, as: 0 },
  M: { takes: 2, as: 0 },
  L: { takes: 2, as: 1 },
  B: { takes: 6, as: 2 },
  Q: { takes: 4, as: 3 },
  A: { takes: 7, as: 3 },
  C: { takes: 0, as: 4 },
};

/** A path's data (9.1, table 36) as the drawing stage takes it: each operator, then its points. Of an arc only where it ends. */
export function pathData(text: string): number[] {
  const parts = text.match(/[A-Za-z]|[-+]?[\d.]+(?:[eE][-+]?\d+)?/g) ?? [];
  const data: number[] = [];
  for (let index = 0; index < parts.length; ) {
    const name = parts[index] ?? '';
    const operator = operators[name];
    if (operator === undefined) throw new Unreadable('damaged');
    const operands = parts.slice(index + 1, index + 1 + operator.takes).map(numberOf);
    if (operands.length < operator.takes) throw new Unreadable('damaged');
    const end = operands.slice(-2);
    data.push(operator.as, ...(name === 'A' ? [...end, ...end] : operands));
    index += 1 + operator.takes;
  }
  return data;
}
