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
