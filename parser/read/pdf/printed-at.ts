import type { PrintedAt } from '../document.ts';
import type { Box } from './box.ts';

/** A place on a page: whole page number from 1, and the box in points from the page's top left corner, to a tenth. */
export function printedAt(page: number, { left, top, right, bottom }: Box): PrintedAt {
  return {
    page,
    box: { left: tenth(left), top: tenth(top), width: tenth(right - left), height: tenth(bottom - top) },
  };
}

function tenth(points: number): number {
  return Math.round(points * 10) / 10;
}
