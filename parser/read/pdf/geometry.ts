/** An affine map as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Quarter turns, clockwise, from text that runs to the right: 1 is read downwards, 3 upwards. */
export type Turn = 0 | 1 | 2 | 3;

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that applies `inner` first and `outer` to what comes of it. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function transform([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** How far from level or upright a map may turn text and lines: beyond it they are a watermark or a drawing. */
const leastSkew = 0.1;

/** Whether the map keeps level lines level or turns them upright. */
export function isUpright([a, b, c, d]: Matrix): boolean {
  const across = Math.abs(a) + Math.abs(d);
  const turned = Math.abs(b) + Math.abs(c);
  return Math.min(across, turned) <= leastSkew * Math.max(across, turned);
}

/** Where text that runs to the right runs after the map, on a page whose y grows downwards. The map is upright. */
export function turnOf([a, b]: Matrix): Turn {
  if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? 0 : 2;
  return b > 0 ? 1 : 3;
}

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

/** Numbers near each other as one, rising: each the first of those within `reach` above it. */
export function cluster(values: readonly number[], reach: number): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((one, other) => one - other)) {
    const last = found.at(-1);
    if (last === undefined || value - last > reach) found.push(value);
  }
  return found;
}

/** Index of the span between two rising edges that holds a value; null outside all. */
export function spanAt(edges: readonly number[], value: number): number | null {
  let low = 0;
  let high = edges.length - 1;
  if (high < 1 || value < (edges[0] ?? 0) || value > (edges[high] ?? 0)) return null;
  while (high - low > 1) {
    const half = (low + high) >> 1;
    if (value >= (edges[half] ?? 0)) low = half;
    else high = half;
  }
  return low;
}
