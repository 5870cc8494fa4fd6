import { mapBox } from './box.ts';
import { defaultFont, type Font, type GraphicsState, initialState } from './graphics-state.ts';
import { isUpright, type Matrix, multiply } from './matrix.ts';
import type { Glyph, Rule } from './page-content.ts';
import { filledRules, strokedRules, thinRule } from './path-rules.ts';
import { type DecodedGlyph, TextCursor } from './text-cursor.ts';

/** A drawing operator by its name in the library, with its operands. */
export interface Operation {
  readonly name: string;
  readonly operands: readonly unknown[];
}

/** What a page's operators draw. */
export interface Drawing {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
}

/** Pictures of one colour: some writers of PDF draw lines with them. */
const masks = new Set(['paintImageMaskXObject', 'paintSolidColorImageMask']);
const unitSquare = { left: 0, top: 0, right: 1, bottom: 1 };

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
}

/** Follows the operators of a page as a viewer does, keeping where characters and lines fall instead of drawing them. */
export class Interpreter {
  readonly #setting: PageSetting;
  readonly #glyphs: Glyph[] = [];
  readonly #rules: Rule[] = [];
  readonly #saved: GraphicsState[] = [];
  #state: GraphicsState;
  #cursor = new TextCursor();

  constructor(setting: PageSetting) {
    this.#setting = setting;
    this.#state = { ...initialState, matrix: setting.view };
  }

  run(operations: Iterable<Operation>): Drawing {
    for (const operation of operations) this.#follow(operation);
    return { glyphs: this.#glyphs, rules: this.#rules };
  }

  #follow({ name, operands }: Operation): void {
    if (masks.has(name)) this.#rules.push(...thinRule(mapBox(this.#state.matrix, unitSquare)));
    else this.#handlers[name]?.(operands);
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
    constructPath: ([painting, data]) =>
      this.#path(painting as number, data as readonly [ArrayLike<number> | null] | null),
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
    showText: ([run]) =>
      this.#glyphs.push(...this.#cursor.show(this.#state, run as readonly (DecodedGlyph | number)[])),
  };

  #set(change: Partial<GraphicsState>): void {
    this.#state = { ...this.#state, ...change };
  }

  #save(): void {
    this.#saved.push(this.#state);
  }

  #restore(): void {
    this.#state = this.#saved.pop() ?? this.#state;
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

  #path(painting: number, path: readonly [ArrayLike<number> | null] | null): void {
    const data = path?.[0] ?? null;
    const operator = this.#setting.operatorNamed(painting);
    const { matrix } = this.#state;
    if (data === null || !isUpright(matrix)) return;
    if (strokes.has(operator)) this.#rules.push(...strokedRules(data, matrix));
    if (fills.has(operator)) this.#rules.push(...filledRules(data, matrix));
  }
}
