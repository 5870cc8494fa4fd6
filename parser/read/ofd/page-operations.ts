import { type Matrix, multiply } from '../pdf/geometry.ts';
import type { Operation } from '../pdf/interpreter.ts';
import { Unreadable } from '../reader.ts';
import { childOf, elementsOf, textOf, type XmlElement } from '../xml.ts';
import type { OfdPage, Resources } from './package.ts';
import { misdrawnGlyphs, textOperations } from './text-object.ts';
import { boxOf, matrixOf, numberOf, pathData } from './values.ts';

/** The operators that paint a path, by the numbers that this module gives them. */
export const pathOperators = ['stroke', 'fill', 'fillStroke'] as const;

/** Composite objects in one another; deeper than any document has them. */
const deepest = 16;
/** Objects that a document may draw, and composite ones among them, each time that they are drawn. */
const mostObjects = 200_000;
const mostComposites = 5000;

/** Counts what a document draws: a small one may draw an object of objects of objects. */
export class DrawingBudget {
  #objects = mostObjects;
  #composites = mostComposites;

  spend({ name }: XmlElement): void {
    this.#objects -= 1;
    if (name === 'CompositeObject') this.#composites -= 1;
    if (this.#objects < 0 || this.#composites < 0) throw new Unreadable('parse-limit');
  }
}

interface Drawn {
  readonly resources: Resources;
  readonly budget: DrawingBudget;
  /** Characters that are not what their glyphs show, by font. */
  readonly misdrawn: ReturnType<typeof misdrawnGlyphs>;
  /** Drawing parameters of the layers and objects around, the innermost first. */
  readonly around: readonly string[];
  readonly depth: number;
}

/** A page's objects as the operators that a page of PDF is drawn with, in millimetres from the page's top left corner. */
export function* pageOperations(page: OfdPage, budget: DrawingBudget): Generator<Operation> {
  const { layers, seals, resources } = page;
  const misdrawn = misdrawnGlyphs(layers);
  for (const layer of layers) {
    const boundary = layer.attributes.Boundary;
    if (boundary !== undefined) yield* placed(layer, boundary);
    yield* objectsOperations(layer, { resources, budget, misdrawn, around: paramsOf(layer), depth: 0 });
    if (boundary !== undefined) yield operation('restore');
  }
  for (const { left, top, right, bottom } of seals) yield* picture([right - left, 0, 0, bottom - top, left, top]);
}

function operation(name: string, ...operands: unknown[]): Operation {
  return { name, operands };
}

/** Where an object's own coordinates begin: its boundary's corner, and the map that it names for them. */
function placed({ attributes }: XmlElement, boundary: string): Operation[] {
  const { left, top } = boxOf(boundary);
  const own: Matrix = attributes.CTM === undefined ? [1, 0, 0, 1, 0, 0] : matrixOf(attributes.CTM);
  return [operation('save'), operation('transform', ...multiply([1, 0, 0, 1, left, top], own))];
}

function paramsOf({ attributes }: XmlElement): string[] {
  return attributes.DrawParam === undefined ? [] : [attributes.DrawParam];
}

function* objectsOperations(holder: XmlElement, drawn: Drawn): Generator<Operation> {
  for (const object of elementsOf(holder)) {
    drawn.budget.spend(object);
    const { Visible, Alpha } = object.attributes;
    if (Visible === 'false' || (Alpha !== undefined && numberOf(Alpha) <= 0)) continue;
    yield* objectOperations(object, { ...drawn, around: [...paramsOf(object), ...drawn.around] });
  }
}

function* objectOperations(object: XmlElement, drawn: Drawn): Generator<Operation> {
  const { name, attributes } = object;
  if (name === 'PageBlock') yield* objectsOperations(object, drawn);
  if (attributes.Boundary === undefined) return;
  if (name === 'TextObject') yield* text(object, drawn);
  if (name === 'PathObject') yield* path(object, drawn);
  if (name === 'ImageObject') yield* image(object);
  if (name === 'CompositeObject') yield* composite(object, drawn);
}

function* text(object: XmlElement, { resources, around, misdrawn }: Drawn): Generator<Operation> {
  const fill = colourOf('FillColor', { object, around, resources });
  const isFilled = object.attributes.Fill !== 'false' && fill.isSeen;
  const isStroked =
    object.attributes.Stroke === 'true' && colourOf('StrokeColor', { object, around, resources }).isSeen;
  if (!isFilled && !isStroked) return;
  const set = [...textOperations(object, misdrawn)];
  if (set.length === 0) return;
  yield* placed(object, object.attributes.Boundary ?? '');
  yield coloured(isFilled ? fill : unknownColour);
  yield* set;
  yield operation('restore');
}

function* path(object: XmlElement, { resources, around }: Drawn): Generator<Operation> {
  const data = childOf(object, 'AbbreviatedData');
  const fill = colourOf('FillColor', { object, around, resources });
  const stroke = colourOf('StrokeColor', { object, around, resources });
  const isFilled = object.attributes.Fill === 'true' && fill.isSeen;
  const isStroked = object.attributes.Stroke !== 'false' && stroke.isSeen;
  if (data === undefined || (!isFilled && !isStroked)) return;
  const painted: (typeof pathOperators)[number] = isFilled ? (isStroked ? 'fillStroke' : 'fill') : 'stroke';
  yield* placed(object, object.attributes.Boundary ?? '');
  yield coloured(fill);
  yield operation('constructPath', pathOperators.indexOf(painted), [pathData(textOf(data))]);
  yield operation('restore');
}

function image({ attributes }: XmlElement): Operation[] {
  const { left, top, right, bottom } = boxOf(attributes.Boundary ?? '');
  return picture([right - left, 0, 0, bottom - top, left, top]);
}

function picture(matrix: Matrix): Operation[] {
  return [operation('save'), operation('transform', ...matrix), operation('paintImageXObject'), operation('restore')];
}

function* composite(object: XmlElement, drawn: Drawn): Generator<Operation> {
  const unit = drawn.resources.composites.get(object.attributes.ResourceID ?? '');
  if (unit === undefined || drawn.depth >= deepest) throw new Unreadable('damaged');
  const content = childOf(unit, 'Content');
  if (content === undefined || elementsOf(content).length === 0) return;
  yield* placed(object, object.attributes.Boundary ?? '');
  yield* objectsOperations(content, { ...drawn, depth: drawn.depth + 1 });
  yield operation('restore');
}

/** A colour as the drawing stage names it; null for a pattern, a shade and one that is not known. */
interface Colour {
  readonly hex: string | null;
  /** Whether it covers anything at all. */
  readonly isSeen: boolean;
}

const black: Colour = { hex: '#000000', isSeen: true };
const unknownColour: Colour = { hex: null, isSeen: true };

function coloured({ hex }: Colour): Operation {
  return hex === null ? operation('setFillColorN') : operation('setFillRGBColor', hex);
}

interface Painted {
  readonly object: XmlElement;
  readonly around: readonly string[];
  readonly resources: Resources;
}

/** The object's own colour, else that of its drawing parameters or of those around it, else black. */
function colourOf(name: 'FillColor' | 'StrokeColor', { object, around, resources }: Painted): Colour {
  const own = childOf(object, name);
  if (own !== undefined) return colourFrom(own, resources);
  for (const id of around) {
    const colour = colourOfParam(name, id, resources);
    if (colour !== null) return colour;
  }
  return black;
}

/** Parameters may follow others, which may follow the first. */
function colourOfParam(name: 'FillColor' | 'StrokeColor', id: string, resources: Resources): Colour | null {
  const followed = new Set<string>();
  for (let next: string | undefined = id; next !== undefined && !followed.has(next); ) {
    followed.add(next);
    const param = resources.drawParams.get(next);
    if (param === undefined) return unknownColour;
    const own = childOf(param, name);
    if (own !== undefined) return colourFrom(own, resources);
    next = param.attributes.Relative;
  }
  return null;
}

const fullByte = 255;

function colourFrom({ attributes, children }: XmlElement, { colourSpaces }: Resources): Colour {
  const isSeen = attributes.Alpha === undefined || numberOf(attributes.Alpha) > 0;
  const isPattern = children.some((child) => typeof child !== 'string');
  if (isPattern || attributes.Index !== undefined) return { hex: null, isSeen };
  const parts = (attributes.Value ?? '0 0 0').trim().split(/[\s,]+/);
  const values = parts.map((part) => (part.startsWith('#') ? Number.parseInt(part.slice(1), 16) : Number(part)));
  const type = colourSpaces.get(attributes.ColorSpace ?? '')?.attributes.Type?.toUpperCase();
  const [first = 0, second = first, third = first, key] = values;
  if (type === 'CMYK' || (type === undefined && key !== undefined)) {
    return { hex: values.every((value) => value === 0) ? '#ffffff' : '#000000', isSeen };
  }
  return { hex: `#${[first, second, third].map(hexByte).join('')}`, isSeen };
}

function hexByte(value: number): string {
  const byte = Number.isFinite(value) ? Math.min(fullByte, Math.max(0, Math.round(value))) : 0;
  return byte.toString(16).padStart(2, '0');
}
