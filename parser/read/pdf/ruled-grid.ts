import { notText } from '../../wording/figure.ts';
import { type Box, cluster, middle, spanAt } from './geometry.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Glyph, PageContent, Rule } from './page-content.ts';
import { endOf, startOf, toLines } from './text-lines.ts';

/** How far apart, in points, the ends of two lines may be that meet. Double lines are one. */
const meeting = 4;
/** Pages with more lines than this show a drawing. */
const mostRules = 4000;

/** Lines that meet, directly or through others: each group is the lines of one table, or of a frame. */
export function groupRules(rules: readonly Rule[]): Rule[][] {
  const level = mergeCollinear(rules.filter(({ axis }) => axis === 'level'));
  const upright = mergeCollinear(rules.filter(({ axis }) => axis === 'upright'));
  if (level.length + upright.length > mostRules) return [];
  const group = new Map<Rule, Rule[]>([...level, ...upright].map((rule) => [rule, [rule]]));
  for (const across of level) {
    for (const down of upright) {
      if (meet(across, down)) join(group, across, down);
    }
  }
  return [...new Set(group.values())];
}

function meet(level: Rule, upright: Rule): boolean {
  return holds(level, upright.at) && holds(upright, level.at);
}

function holds({ from, to }: Rule, at: number): boolean {
  return at >= from - meeting && at <= to + meeting;
}

/** The smaller group moves to the larger, so that each line moves a few times only. */
function join(group: Map<Rule, Rule[]>, one: Rule, other: Rule): void {
  const [larger, smaller] = [group.get(one) ?? [], group.get(other) ?? []].sort((a, b) => b.length - a.length);
  if (larger === undefined || smaller === undefined || larger === smaller) return;
  larger.push(...smaller);
  for (const rule of smaller) group.set(rule, larger);
}

/** Pieces of one line, drawn cell by cell, as the line they make. */
function mergeCollinear(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((one, other) => one.at - other.at || one.from - other.from);
  const merged: Rule[] = [];
  let row: Rule[] = [];
  for (const rule of sorted) {
    if (row[0] !== undefined && rule.at - row[0].at > meeting) {
      merged.push(...mergeRow(row));
      row = [];
    }
    row.push(rule);
  }
  return [...merged, ...mergeRow(row)];
}

function mergeRow(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = [];
  for (const rule of [...rules].sort((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (last === undefined || rule.from > last.to + meeting) merged.push(rule);
    else merged[merged.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
  }
  return merged;
}

/** No column or row of text is narrower than this, in points; edges nearer to each other are one edge drawn twice. */
const narrowest = 7;
/** Part of a cell's side that must be drawn for the side to part two cells. */
const leastDrawn = 0.6;

/** A lattice finer than this is a drawing or a chart. */
const mostPlaces = 20_000;

/** Edges of a table's columns and rows, and at each edge the lines drawn there. */
interface Frame {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly upright: readonly (readonly Rule[])[];
  readonly level: readonly (readonly Rule[])[];
}

/** Place of a cell among the edges. */
type Span = Pick<GridCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>;

/**
 * The table that lines which meet draw, with merged cells where a line is missing; null for a frame around one cell.
 * A table without lines at its sides reaches as far as its lines across.
 */
export function ruledGrid(
  rules: readonly Rule[],
  { glyphs, pictures, number: page }: Pick<PageContent, 'glyphs' | 'pictures' | 'number'>,
): Grid | null {
  const frame = frameOf(rules);
  if ((frame.xs.length - 1) * (frame.ys.length - 1) > mostPlaces) return null;
  const spans = cellSpans(frame);
  if (!spans.some(({ row }, index) => spans[index + 1]?.row === row)) return null;
  const box = boxOf(frame, { row: 0, column: 0, rowSpan: frame.ys.length - 1, columnSpan: frame.xs.length - 1 });
  const right = runsTo(box, glyphs);
  const texts = glyphsByCell({ ...frame, xs: [...frame.xs.slice(0, -1), right] }, spans, [
    ...glyphs,
    ...pictures.map(signOf),
  ]);
  const cells = spans.map((span) => ({
    ...span,
    page,
    box: boxOf(frame, span),
    lines: toLines(
      (texts.get(span) ?? []).filter(({ text, box: at }) => text !== notText || fitsIn(boxOf(frame, span), at)),
    ),
  }));
  return { cells, rows: frame.ys.length - 1, edges: frame.xs, box: { ...box, right }, ruled: true };
}

/** A picture as the sign that stands for what is no text. */
function signOf(box: Box): Glyph {
  return { text: notText, box, size: box.bottom - box.top, turn: 0 };
}

/** Whether a picture is one of a cell, and none that the page shows below or over its table. */
function fitsIn(cell: Box, { left, top, right, bottom }: Box): boolean {
  return (
    left >= cell.left - meeting &&
    right <= cell.right + meeting &&
    top >= cell.top - meeting &&
    bottom <= cell.bottom + meeting
  );
}

function frameOf(rules: readonly Rule[]): Frame {
  const level = rules.filter(({ axis }) => axis === 'level');
  const upright = rules.filter(({ axis }) => axis === 'upright');
  const xs = edges(upright, level);
  const ys = edges(level, upright);
  return { xs, ys, upright: byEdge(xs, upright), level: byEdge(ys, level) };
}

function byEdge(edges: readonly number[], rules: readonly Rule[]): Rule[][] {
  return edges.map((edge) => rules.filter(({ at }) => at >= edge && at <= edge + narrowest));
}

/** Where the parting lines stand, and where the lines across them begin and end. */
function edges(parting: readonly Rule[], across: readonly Rule[]): number[] {
  if (parting.length === 0 || across.length === 0) return [];
  const ends = [Math.min(...across.map(({ from }) => from)), Math.max(...across.map(({ to }) => to))];
  return cluster([...parting.map(({ at }) => at), ...ends], narrowest);
}

/** Row by row from the left: each cell as wide as no line parts it, then as deep. */
function cellSpans(frame: Frame): Span[] {
  const columns = frame.xs.length - 1;
  const taken = new Set<number>();
  const spans: Span[] = [];
  for (let place = 0; place < columns * (frame.ys.length - 1); place += 1) {
    if (taken.has(place)) continue;
    const row = Math.floor(place / columns);
    const span = growSpan(frame, { row, column: place % columns, free: (x) => !taken.has(row * columns + x) });
    for (const [y, x] of placesOf(span)) taken.add(y * columns + x);
    spans.push(span);
  }
  return spans;
}

function placesOf({ row, column, rowSpan, columnSpan }: Span): [row: number, column: number][] {
  return Array.from({ length: rowSpan * columnSpan }, (_, index) => [
    row + Math.floor(index / columnSpan),
    column + (index % columnSpan),
  ]);
}

interface Start {
  readonly row: number;
  readonly column: number;
  readonly free: (column: number) => boolean;
}

function growSpan(frame: Frame, { row, column, free }: Start): Span {
  let right = column + 1;
  while (right < frame.xs.length - 1 && free(right) && !isParted(frame, 'upright', { edge: right, span: row }))
    right += 1;
  let bottom = row + 1;
  const columns = Array.from({ length: right - column }, (_, index) => column + index);
  while (bottom < frame.ys.length - 1 && joinsBelow(frame, columns, bottom)) bottom += 1;
  return { row, column, rowSpan: bottom - row, columnSpan: right - column };
}

/** Whether a row below belongs to the cells above it: no line parts them, nor the row itself. */
function joinsBelow(frame: Frame, columns: readonly number[], row: number): boolean {
  const open = columns.every((column) => !isParted(frame, 'level', { edge: row, span: column }));
  return open && columns.slice(1).every((column) => !isParted(frame, 'upright', { edge: column, span: row }));
}

function isParted(frame: Frame, axis: Rule['axis'], { edge, span }: { edge: number; span: number }): boolean {
  const along = axis === 'upright' ? frame.ys : frame.xs;
  const from = along[span] ?? 0;
  const to = along[span + 1] ?? 0;
  const drawn = frame[axis][edge] ?? [];
  const covered = drawn.map((rule) => Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)));
  return Math.max(0, ...covered) >= leastDrawn * (to - from);
}

function boxOf({ xs, ys }: Frame, { row, column, rowSpan, columnSpan }: Span): Box {
  return {
    left: xs[column] ?? 0,
    right: xs[column + columnSpan] ?? 0,
    top: ys[row] ?? 0,
    bottom: ys[row + rowSpan] ?? 0,
  };
}

/** How far, in parts of the type's size, characters of one number stand apart at most. */
const touching = 0.2;

/**
 * Where the text of a table ends on the right: at its last line, or beyond it where a number is too wide for its cell and is set over
 * the line, or over the edge of the page. What would be left within were another number.
 */
function runsTo(box: Box, glyphs: readonly Glyph[]): number {
  const beside = glyphs.filter((glyph) => isBetween(middle(glyph.box)[1], box.top, box.bottom));
  if (!beside.some((glyph) => middle(glyph.box)[0] > box.right)) return box.right;
  const ends = toLines(beside.filter(({ turn }) => turn === 0)).map((line) => {
    const first = line.glyphs.findIndex((glyph) => middle(glyph.box)[0] > box.right);
    let last = first - 1;
    while (follows(line.glyphs[last], line.glyphs[last + 1])) last += 1;
    return last < first || first < 1 ? box.right : endOf(line.glyphs[last] as Glyph); // an index of this list
  });
  return Math.max(box.right, ...ends);
}

function follows(before: Glyph | undefined, after: Glyph | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return startOf(after) - endOf(before) <= touching * Math.min(before.size, after.size);
}

function isBetween(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

function glyphsByCell({ xs, ys }: Frame, spans: readonly Span[], glyphs: readonly Glyph[]): Map<Span, Glyph[]> {
  const owners = new Map(spans.flatMap((span) => placesOf(span).map((place) => [place.join(), span])));
  const found = new Map<Span, Glyph[]>(spans.map((span) => [span, []]));
  for (const glyph of glyphs) {
    const [x, y] = middle(glyph.box);
    const owner = owners.get(`${spanAt(ys, y)},${spanAt(xs, x)}`);
    if (owner !== undefined) found.get(owner)?.push(glyph);
  }
  return found;
}
