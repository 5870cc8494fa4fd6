import { type Box, boundsOf } from './box.ts';
import { type Matrix, transform } from './matrix.ts';
import type { Rule } from './page-content.ts';

type Point = readonly [x: number, y: number];

/** Path operators as the library encodes them in one array of numbers: how many points follow each. */
const pointsOf: readonly number[] = [1, 1, 3, 2, 0];
const moveTo = 0;
const closePath = 4;

/** A line thicker than this, in points, is a bar or a background. */
const thickest = 3;
/** A line shorter than this parts nothing. */
const shortest = 2;
/** How far a drawn line may lean and still be level or upright. */
const lean = 0.5;

/** The lines of a stroked path. */
export function strokedRules(data: ArrayLike<number>, matrix: Matrix): Rule[] {
  return subpaths(data, matrix).flatMap((points) =>
    points.slice(1).flatMap((point, index) => lineBetween(points[index] ?? point, point)),
  );
}

/** The thin rectangles of a filled path, as lines along their middle. */
export function filledRules(data: ArrayLike<number>, matrix: Matrix): Rule[] {
  return subpaths(data, matrix).flatMap((points) => thinRule(boundsOf(points)));
}

/** A filled rectangle as a line, if it is thin. */
export function thinRule({ left, top, right, bottom }: Box): Rule[] {
  const width = right - left;
  const height = bottom - top;
  if (height <= thickest && width > Math.max(shortest, height)) {
    return [{ axis: 'level', at: (top + bottom) / 2, from: left, to: right }];
  }
  if (width <= thickest && height > Math.max(shortest, width)) {
    return [{ axis: 'upright', at: (left + right) / 2, from: top, to: bottom }];
  }
  return [];
}

function lineBetween([x1, y1]: Point, [x2, y2]: Point): Rule[] {
  if (Math.abs(y2 - y1) <= lean && Math.abs(x2 - x1) > shortest) {
    return [{ axis: 'level', at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }];
  }
  if (Math.abs(x2 - x1) <= lean && Math.abs(y2 - y1) > shortest) {
    return [{ axis: 'upright', at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }];
  }
  return [];
}

/** Corner points of each subpath as seen on the page; of a curve only where it ends. */
function subpaths(data: ArrayLike<number>, matrix: Matrix): Point[][] {
  const found: Point[][] = [];
  let current: Point[] = [];
  for (let index = 0; index < data.length; ) {
    const operator = data[index] ?? closePath;
    const end = index + 1 + 2 * (pointsOf[operator] ?? 0);
    if (operator === moveTo) {
      current = [];
      found.push(current);
    }
    const [first] = current;
    if (operator === closePath) current.push(...(first === undefined ? [] : [first]));
    else current.push(transform(matrix, data[end - 2] ?? 0, data[end - 1] ?? 0));
    index = end;
  }
  return found.filter((points) => points.length > 1);
}
