import { faintText } from '../../wording/figure.ts';
import { type Matrix, transform } from '../pdf/geometry.ts';
import type { Operation } from '../pdf/interpreter.ts';
import { childOf, elementsOf, textOf, type XmlElement } from '../xml.ts';
import { boxOf, deltasOf, matrixOf, numberOf } from './values.ts';

/**
 * Text as OFD sets it (GB/T 33190-2016, chapter 11): every character at a place of its own, in millimetres from the corner of the
 * object's boundary. How wide it is only its font knows, which need not be in the file: it is as wide as its kind is set, or as far as
 * the next one stands where that is near.
 */

/** Parts of the type's size that a character takes: ideographs and full-width signs all of it, others half. */
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;
const narrowWidth = 0.5;
/** How much farther than a character of its kind is wide the next one may stand and still touch it. */
const widest = 1.3;
/** Part of its own size by which a character may reach over its object's boundary, which viewers may cut there. */
const overhang = 1;

/** A character with where it is set: the beginning of its base line, and how far it reaches. */
interface SetCharacter {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** False where its glyph may show another, or another is set over it. */
  readonly isSure: boolean;
}

/** Pairs of a character and its glyph, `font character`, that contradict others of the same font. */
type Misdrawn = ReadonlySet<string>;

/**
 * Digits whose glyph another character of the font has as well, or that have two glyphs: a font may show something else than what the
 * text says, and then which of the two a reader sees is not known.
 */
export function misdrawnGlyphs(layers: readonly XmlElement[]): Misdrawn {
  const glyphsOf = new Map<string, Set<string>>();
  const charactersOf = new Map<string, Set<string>>();
  for (const object of layers.flatMap(textObjects)) {
    const font = object.attributes.Font ?? '';
    const texts = codesOf(object).flatMap(({ characters }) => characters);
    for (const [index, glyph] of glyphsByPlace(object, texts)) {
      if (glyph === null) continue;
      add(glyphsOf, `${font} ${texts[index]}`, glyph);
      add(charactersOf, `${font} ${glyph}`, texts[index] ?? '');
    }
  }
  const isContradicted = (key: string, glyphs: ReadonlySet<string>) => {
    const font = key.slice(0, key.lastIndexOf(' '));
    return glyphs.size > 1 || [...glyphs].some((glyph) => (charactersOf.get(`${font} ${glyph}`)?.size ?? 0) > 1);
  };
  return new Set([...glyphsOf].filter(([key, glyphs]) => isContradicted(key, glyphs)).map(([key]) => key));
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key) ?? new Set();
  map.set(key, values);
  values.add(value);
}

function textObjects(element: XmlElement): XmlElement[] {
  return element.name === 'TextObject' ? [element] : elementsOf(element).flatMap(textObjects);
}

interface TextCode {
  readonly attributes: XmlElement['attributes'];
  readonly characters: readonly string[];
}

function codesOf(object: XmlElement): TextCode[] {
  return elementsOf(object)
    .filter(({ name }) => name === 'TextCode')
    .map((code) => ({ attributes: code.attributes, characters: [...textOf(code).replace(/[\r\n\t]/g, '')] }));
}

/** Glyphs that an object names for its characters, by their place in its text (11.4); null where they are not one for one. */
function glyphsByPlace(object: XmlElement, texts: readonly string[]): Map<number, string | null> {
  const found = new Map<number, string | null>();
  for (const { name, attributes, children } of elementsOf(object)) {
    if (name !== 'CGTransform') continue;
    const glyphs = childOf({ name, attributes, children }, 'Glyphs');
    const numbers = glyphs === undefined ? [] : textOf(glyphs).trim().split(/\s+/);
    const first = numberOf(attributes.CodePosition);
    const count = Math.min(numberOf(attributes.CodeCount ?? '1'), texts.length);
    const isEach = numbers.length === count;
    for (let at = 0; at < count; at += 1) found.set(first + at, isEach ? (numbers[at] ?? null) : null);
  }
  return found;
}

/** The operators that set an object's characters, one by one. Digits that may not be seen as they are coded are no digits. */
export function* textOperations(object: XmlElement, misdrawn: Misdrawn): Generator<Operation> {
  const { CharDirection, Size, size: sizeOfEasyofd } = object.attributes;
  const size = numberOf(Size ?? sizeOfEasyofd);
  const [cos, sin] = quarterTurn(CharDirection);
  const isInside = insideOf(object, size);
  yield { name: 'setFont', operands: ['', size] };
  for (const { text, x, y, width, isSure } of charactersOf(object, { size, misdrawn })) {
    // Text space grows upwards, a page downwards.
    const matrix: Matrix = [cos, sin, sin, -cos, x, y];
    const unicode = isSure && isInside(x + width / 2, y - size / 2) ? text : faintText(text);
    yield { name: 'setTextMatrix', operands: [matrix] };
    yield { name: 'showText', operands: [[{ unicode, width: (1000 * width) / size, isSpace: text.trim() === '' }]] };
  }
}

/** The cosine and the sine of an angle of whole quarters, clockwise. */
function quarterTurn(degrees: string | undefined): readonly [cos: number, sin: number] {
  const turns = degrees === undefined ? 0 : Math.round(numberOf(degrees) / 90);
  return (
    (
      [
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
      ] as const
    )[((turns % 4) + 4) % 4] ?? [1, 0]
  );
}

/** Tells whether a place in the object's own coordinates is inside its boundary, where that is more than a point. */
function insideOf({ attributes }: XmlElement, size: number): (x: number, y: number) => boolean {
  const { left, top, right, bottom } = boxOf(attributes.Boundary ?? '');
  const [width, height] = [right - left, bottom - top];
  if (width <= 0 || height <= 0) return () => true;
  const matrix: Matrix = attributes.CTM === undefined ? [1, 0, 0, 1, 0, 0] : matrixOf(attributes.CTM);
  const reach = overhang * size * Math.max(...matrix.slice(0, 4).map(Math.abs));
  return (x, y) => {
    const [atX, atY] = transform(matrix, x, y);
    return atX >= -reach && atX <= width + reach && atY >= -reach && atY <= height + reach;
  };
}

interface Setting {
  readonly size: number;
  readonly misdrawn: Misdrawn;
}

function* charactersOf(object: XmlElement, { size, misdrawn }: Setting): Generator<SetCharacter> {
  const { HScale, ReadDirection, Font = '' } = object.attributes;
  const codes = codesOf(object);
  const texts = codes.flatMap(({ characters }) => characters);
  const glyphs = glyphsByPlace(object, texts);
  const scale = HScale === undefined ? 1 : numberOf(HScale);
  const [right, down] = quarterTurn(ReadDirection);
  let [x, y, place] = [0, 0, 0];
  for (const { attributes, characters } of codes) {
    if (attributes.X !== undefined) x = numberOf(attributes.X);
    if (attributes.Y !== undefined) y = numberOf(attributes.Y);
    const deltasX = deltasOf(attributes.DeltaX ?? '', characters.length);
    const deltasY = deltasOf(attributes.DeltaY ?? '', characters.length);
    const [firstX, firstY] = [x, y];
    let isCovering = false;
    for (const [index, text] of characters.entries()) {
      const natural = size * scale * (wide.test(text) ? 1 : narrowWidth);
      // Where nothing is said of the next one, it stands beside this one.
      const isTold = index < deltasX.length || index < deltasY.length;
      const [stepX, stepY] = isTold ? [deltasX[index] ?? 0, deltasY[index] ?? 0] : [natural * right, natural * down];
      const step = Math.abs(stepX) + Math.abs(stepY);
      const isLast = index === characters.length - 1;
      const isCovered = !isLast && step === 0;
      const isDrawn = glyphs.get(place) !== null && !misdrawn.has(`${Font} ${text}`);
      yield {
        ...{ text, x, y },
        width: !isLast && stepY === 0 && step > 0 && step <= widest * natural ? step : natural,
        isSure: isDrawn && !isCovering && !isCovered,
      };
      isCovering = isCovered;
      place += 1;
      x += stepX;
      y += stepY;
    }
    // The next piece begins where this one did, unless it says where.
    [x, y] = [firstX, firstY];
  }
}
