import { faintText } from '../../wording/figure.ts';
import {
  type Box,
  boundsOf,
  contains,
  isUpright,
  type Matrix,
  mapBox,
  middle,
  multiply,
  transform,
} from './geometry.ts';
import type { Glyph, PageContent, Rule } from './page-content.ts';
import {
  type DecodedGlyph,
  defaultFont,
  type Font,
  type GraphicsState,
  initialState,
  TextCursor,
} from './text-cursor.ts';

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
function strokedRules(data: ArrayLike<number>, matrix: Matrix): Rule[] {
  return subpaths(data, matrix).flatMap((points) =>
    points.slice(1).flatMap((point, index) => lineBetween(points[index] ?? point, point)),
  );
}

/** The thin rectangles of a filled path, as lines along their middle. */
function filledRules(data: ArrayLike<number>, matrix: Matrix): Rule[] {
  return subpaths(data, matrix).flatMap((points) => thinRule(boundsOf(points)));
}

/** A filled rectangle as a line, if it is thin. */
function thinRule({ left, top, right, bottom }: Box): Rule[] {
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

/** A drawing operator by its name in the library, with its operands. */
export interface Operation {
  readonly name: string;
  readonly operands: readonly unknown[];
}

/** What a page's operators draw. */
export type Drawing = Pick<PageContent, 'glyphs' | 'rules' | 'pictures'>;

/** Pictures of one colour: some writers of PDF draw lines with them. */
const masks = new Set(['paintImageMaskXObject', 'paintSolidColorImageMask']);
const unitSquare = { left: 0, top: 0, right: 1, bottom: 1 };
const pictures = new Set(['paintImageXObject', 'paintInlineImageXObject', 'paintImageXObjectRepeat']);
/** Pictures smaller than this, in points, keep a distance or draw a line. */
const leastPicture = 4;
/** Curves that fill no more than this may be a character. */
const largestSign = 24;

const isPicture = ({ left, top, right, bottom }: Box): boolean =>
  right - left >= leastPicture && bottom - top >= leastPicture;

/** Whether a path is curved and as small as a character: some programs draw text by its outline. */
function isSign(data: ArrayLike<number>, { left, top, right, bottom }: Box): boolean {
  const isSmall = right - left <= largestSign && bottom - top <= largestSign && bottom - top >= leastPicture;
  return isSmall && operatorsOf(data).some((operator) => (pointsOf[operator] ?? 0) > 1);
}

function operatorsOf(data: ArrayLike<number>): number[] {
  const found: number[] = [];
  for (let index = 0; index < data.length; index += 1 + 2 * (pointsOf[found.at(-1) ?? closePath] ?? 0)) {
    found.push(data[index] ?? closePath);
  }
  return found;
}

const white = '#ffffff';

/** Painting operators as a path's first operand encodes them, by whether they stroke and fill. */
const strokes = new Set([
  'stroke',
  'closeStroke',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
]);
const fills = new Set(['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']);

export interface PageSetting {
  /** From the page's own coordinates to the page as seen. */
  readonly view: Matrix;
  readonly fontNamed: (name: string) => Font | null;
  readonly operatorNamed: (code: number) => string;
  /** Whether content that is marked as optional is shown. */
  readonly isShown: (group: unknown) => boolean;
}

/** A state that is kept until it is restored, and what was drawn when it was. */
interface Saved {
  readonly state: GraphicsState;
  readonly painted: number;
}

/** Operators that paint; showing text also moves on, and so asks itself. */
const painting = new Set(['constructPath', 'shadingFill']);
const everywhere: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/** Follows the operators of a page as a viewer does, keeping where characters and lines fall instead of drawing them. */
export class Interpreter {
  readonly #setting: PageSetting;
  readonly #glyphs: Glyph[] = [];
  readonly #rules: Rule[] = [];
  readonly #pictures: Box[] = [];
  /** What is filled in a colour other than white. */
  readonly #coloured: Box[] = [];
  readonly #whiteGlyphs = new Set<Glyph>();
  readonly #saved: Saved[] = [];
  /** For each stretch of marked content around, whether it is hidden. */
  readonly #marked: boolean[] = [];
  #painted = 0;
  #state: GraphicsState;
  #cursor = new TextCursor();

  constructor(setting: PageSetting) {
    this.#setting = setting;
    this.#state = { ...initialState, matrix: setting.view };
  }

  run(operations: Iterable<Operation>): Drawing {
    for (const operation of operations) this.#follow(operation);
    const glyphs = this.#glyphs.map((glyph) =>
      this.#isFaint(glyph) ? { ...glyph, text: faintText(glyph.text) } : glyph,
    );
    return { glyphs, rules: this.#rules, pictures: this.#pictures };
  }

  #follow({ name, operands }: Operation): void {
    const isHidden = this.#marked.includes(true);
    if (masks.has(name)) this.#rules.push(...thinRule(mapBox(this.#state.matrix, unitSquare)));
    if (masks.has(name) || pictures.has(name)) {
      if (!isHidden) this.#addPicture();
    } else if (!isHidden || !painting.has(name)) this.#handlers[name]?.(operands);
  }

  #addPicture(): void {
    this.#painted += 1;
    const box = mapBox(this.#state.matrix, unitSquare);
    if (isPicture(box)) this.#pictures.push(box);
    this.#coloured.push(box);
  }

  /** White on white, as far as it is seen what stands below. */
  #isFaint(glyph: Glyph): boolean {
    return this.#whiteGlyphs.has(glyph) && !this.#coloured.some((box) => contains(box, middle(glyph.box)));
  }

  /** Operands are of the types that the library documents for each operator, so each handler names them without asking. */
  readonly #handlers: Readonly<Record<string, (operands: readonly unknown[]) => void>> = {
    save: () => this.#save(),
    restore: () => this.#restore(),
    transform: (operands) => this.#transform(operands as unknown as Matrix),
    paintFormXObjectBegin: ([matrix]) => this.#enter(matrix as Matrix | null),
    paintFormXObjectEnd: () => this.#restore(),
    beginAnnotation: ([, , placing, matrix]) => this.#annotate(placing as Matrix, matrix as Matrix),
    endAnnotation: () => this.#restore(),
    constructPath: ([operation, data]) =>
      this.#path(operation as number, data as readonly [ArrayLike<number> | null] | null),
    beginText: () => this.#cursor.setMatrix([1, 0, 0, 1, 0, 0]),
    setTextMatrix: ([matrix]) => this.#cursor.setMatrix(matrix as Matrix),
    moveText: ([x, y]) => this.#cursor.move(x as number, y as number),
    setLeadingMoveText: ([x, y]) => {
      this.#set({ leading: y as number });
      this.#cursor.move(x as number, y as number);
    },
    nextLine: () => this.#cursor.move(0, this.#state.leading),
    setLeading: ([leading]) => this.#set({ leading: -(leading as number) }),
    setFont: ([name, size]) =>
      this.#set({ font: this.#setting.fontNamed(name as string) ?? defaultFont, size: size as number }),
    setCharSpacing: ([spacing]) => this.#set({ characterSpacing: spacing as number }),
    setWordSpacing: ([spacing]) => this.#set({ wordSpacing: spacing as number }),
    setHScale: ([percent]) => this.#set({ horizontalScale: (percent as number) / 100 }),
    setTextRise: ([rise]) => this.#set({ rise: rise as number }),
    setTextRenderingMode: ([mode]) => this.#set({ renderMode: mode as number }),
    setFillRGBColor: ([colour]) => this.#set({ fill: colour as string }),
    setFillColorN: () => this.#set({ fill: null }),
    shadingFill: () => this.#coloured.push(everywhere),
    beginMarkedContent: () => this.#marked.push(false),
    beginMarkedContentProps: ([tag, group]) => this.#marked.push(tag === 'OC' && !this.#setting.isShown(group)),
    endMarkedContent: () => this.#marked.pop(),
    showText: ([run]) => this.#show(run as readonly (DecodedGlyph | number)[]),
  };

  #show(run: readonly (DecodedGlyph | number)[]): void {
    this.#painted += 1;
    const placed = this.#cursor.show(this.#state, run);
    if (this.#marked.includes(true)) return;
    for (const glyph of placed) {
      this.#glyphs.push(glyph);
      if (this.#state.fill === white) this.#whiteGlyphs.add(glyph);
    }
  }

  #set(change: Partial<GraphicsState>): void {
    this.#state = { ...this.#state, ...change };
  }

  #save(): void {
    this.#saved.push({ state: this.#state, painted: this.#painted });
  }

  /** Where a place was prepared and nothing drawn in it, there is a picture which the library left out, as it does large ones. */
  #restore(): void {
    const { matrix } = this.#state;
    const saved = this.#saved.pop();
    if (saved === undefined) return;
    if (saved.painted === this.#painted && saved.state.matrix !== matrix && !this.#marked.includes(true))
      this.#addPicture();
    this.#state = saved.state;
  }

  #transform(matrix: Matrix): void {
    this.#set({ matrix: multiply(this.#state.matrix, matrix) });
  }

  #enter(matrix: Matrix | null): void {
    this.#save();
    if (matrix !== null) this.#transform(matrix);
  }

  #annotate(placing: Matrix, matrix: Matrix): void {
    this.#save();
    this.#set({ ...initialState, matrix: this.#setting.view });
    this.#transform(placing);
    this.#transform(matrix);
  }

  #path(operation: number, path: readonly [ArrayLike<number> | null] | null): void {
    const data = path?.[0] ?? null;
    const operator = this.#setting.operatorNamed(operation);
    const { matrix, fill } = this.#state;
    this.#painted += 1;
    if (data === null || !isUpright(matrix)) return;
    const bounds = boundsOf(subpaths(data, matrix).flat());
    if (isSign(data, bounds) && (strokes.has(operator) || fills.has(operator))) this.#pictures.push(bounds);
    if (fills.has(operator) && fill !== white) this.#coloured.push(bounds);
    if (strokes.has(operator)) this.#rules.push(...strokedRules(data, matrix));
    if (fills.has(operator)) this.#rules.push(...filledRules(data, matrix));
  }
}
