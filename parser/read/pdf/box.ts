import { type Matrix, transform } from './matrix.ts';

/** A rectangle on a page as seen: points from its top left corner, y growing downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The upright rectangle around what a map makes of one. */
export function mapBox(matrix: Matrix, { left, top, right, bottom }: Box): Box {
  return boundsOf([
    transform(matrix, left, top),
    transform(matrix, right, top),
    transform(matrix, left, bottom),
    transform(matrix, right, bottom),
  ]);
}

export function boundsOf(points: readonly (readonly [x: number, y: number])[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

/** The smallest rectangle around all; at least one is given. */
export function around(boxes: readonly Box[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { left, top, right, bottom } of boxes) {
    box.left = Math.min(box.left, left);
    box.top = Math.min(box.top, top);
    box.right = Math.max(box.right, right);
    box.bottom = Math.max(box.bottom, bottom);
  }
  return box;
}

export function middle(box: Box): readonly [x: number, y: number] {
  return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
}

export function contains(box: Box, [x, y]: readonly [x: number, y: number]): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
