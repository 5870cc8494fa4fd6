import { isPageNumber, isProse } from './extract/tables/atoms.ts';
import { statutoryLabels } from './extract/tables/known-labels.ts';
import { normalise } from './normalise.ts';
import type { Block } from './read/document.ts';

const cellSeparator = /[\t|｜│]/u;

/**
 * The blocks of a section, by index, in which its statutory table is printed: those that figures were read from, the lines
 * among them, and lines of nothing but labels and pipes next to them. Where no figure was read there is no table.
 */
export function tableLines(
  indexes: readonly number[],
  blocks: readonly Block[],
  read: ReadonlySet<number>,
): ReadonlySet<number> {
  const own = indexes.filter((index) => read.has(index));
  const [first, last] = [own.at(0), own.at(-1)];
  if (first === undefined || last === undefined) return read;
  const isWithin = (index: number) => index > first && index < last && isLine(blocks[index]);
  return new Set([...own, ...indexes.filter((index) => isWithin(index) || isFurniture(blocks[index]))]);
}

function isLine(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && !isProse(block.text);
}

function isFurniture(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && (isPageNumber(block.text) || isLabels(block.text));
}

/** Whether a line is nothing but labels of the statutory tables and pipes. */
export function isLabels(line: string): boolean {
  const words = line.split(cellSeparator).map(normalise);
  return words.every((word) => word === '' || statutoryLabels().has(word));
}
