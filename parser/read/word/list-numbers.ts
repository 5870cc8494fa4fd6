/** How an automatic number is written; named as ISO/IEC 29500 part 1, 17.18.59 names them. Unknown ones write as decimal. */
export function formatNumber(value: number, format: string): string {
  return value < 1 || value > greatest ? String(value) : (formats[format] ?? String)(value);
}

const digits = [...'〇一二三四五六七八九'];
const units = ['', '十', '百', '千'];
const legalDigits = [...'零壹贰叁肆伍陆柒捌玖'];
const legalUnits = ['', '拾', '佰', '仟'];
/** Numbers beyond are damage, and written as they are. */
const greatest = 9999;

const formats: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => replaceDigits(value, [...'０１２３４５６７８９']),
  decimalFullWidth2: (value) => replaceDigits(value, [...'０１２３４５６７８９']),
  upperLetter: (value) => letter(value, 'A'),
  lowerLetter: (value) => letter(value, 'a'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  decimalEnclosedCircle: (value) => symbol(value, 0x2460, 20),
  decimalEnclosedCircleChinese: (value) => symbol(value, 0x2460, 20),
  decimalEnclosedParen: (value) => symbol(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => symbol(value, 0x2488, 20),
  ideographEnclosedCircle: (value) => symbol(value, 0x3280, 10),
  chineseCounting: counted,
  chineseCountingThousand: counted,
  japaneseCounting: counted,
  taiwaneseCounting: counted,
  taiwaneseCountingThousand: counted,
  koreanDigital2: counted,
  chineseLegalSimplified: (value) => count(value, legalDigits, legalUnits),
  ideographDigital: (value) => replaceDigits(value, digits),
  taiwaneseDigital: (value) => replaceDigits(value, digits),
  japaneseDigitalTenThousand: (value) => replaceDigits(value, digits),
  ideographTraditional: (value) => cycle(value, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (value) => cycle(value, '子丑寅卯辰巳午未申酉戌亥'),
};

/** 十一 for 11, as numbers of sections are written. */
function counted(value: number): string {
  const written = count(value, digits, units);
  return value >= 10 && value < 20 ? written.slice(1) : written;
}

function count(value: number, numerals: readonly string[], powers: readonly string[]): string {
  const written = [...String(value)].map((digit, index, all) => {
    const unit = powers[all.length - 1 - index] ?? '';
    return digit === '0' ? '0' : `${numerals[Number(digit)]}${unit}`;
  });
  return written.join('').replace(/0+$/, '').replace(/0+/g, '零');
}

function replaceDigits(value: number, numerals: readonly string[]): string {
  return String(value).replace(/\d/g, (digit) => numerals[Number(digit)] ?? digit);
}

/** A … Z, AA, BB: a letter repeated, as word processors count. */
function letter(value: number, first: 'A' | 'a'): string {
  const index = (value - 1) % 26;
  return String.fromCharCode(first.charCodeAt(0) + index).repeat(Math.floor((value - 1) / 26) + 1);
}

const romans = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
];

function roman(value: number): string {
  let rest = value;
  return romans
    .map(([size, mark]) => {
      const times = Math.floor(rest / size);
      rest -= times * size;
      return mark.repeat(times);
    })
    .join('');
}

function symbol(value: number, first: number, known: number): string {
  return value >= 1 && value <= known ? String.fromCodePoint(first + value - 1) : String(value);
}

function cycle(value: number, marks: string): string {
  return marks[(value - 1) % marks.length] ?? '';
}

/** One level of an automatic list. */
export interface ListLevel {
  readonly start: number;
  /** Name of the number's format. */
  readonly format: string;
  /** The label: text, and for each number in it the level (from 0) that it counts. */
  readonly label: readonly (string | number)[];
  /** Only levels before this one (from 0) make it begin again when they advance; null where every level above does. */
  readonly restartsBelow: number | null;
  /** Whether every number in the label is written in digits, as in legal numbering. */
  readonly isLegal: boolean;
}

/** A list as paragraphs refer to it. Lists of one `counter` count on from each other. */
export interface List {
  readonly counter: string;
  readonly levels: readonly (ListLevel | undefined)[];
  /** Levels that begin anew with the first paragraph of this list, and with what. */
  readonly restarts: ReadonlyMap<number, number>;
}

/** Counts the paragraphs of every list through a document, in reading order, and writes their labels. */
export class ListCounter {
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<List>();

  /** The label before the next paragraph of a list; empty where it prints none, as bullets do not. */
  next(list: List, level: number): string {
    const counts = this.#counts.get(list.counter) ?? [];
    this.#counts.set(list.counter, counts);
    if (!this.#begun.has(list)) this.#begin(list, counts);
    const here = list.levels[level];
    if (here === undefined) return '';
    for (let above = 0; above < level; above += 1) counts[above] ??= list.levels[above]?.start ?? 1;
    counts[level] = (counts[level] ?? here.start - 1) + 1;
    this.#restartBelow(list, level, counts);
    return here.label.map((part) => (typeof part === 'string' ? part : number(part, list, here, counts))).join('');
  }

  #begin(list: List, counts: number[]): void {
    this.#begun.add(list);
    for (const [level, start] of list.restarts) counts[level] = start - 1;
  }

  #restartBelow(list: List, level: number, counts: number[]): void {
    for (let below = level + 1; below < counts.length; below += 1) {
      const limit = list.levels[below]?.restartsBelow ?? null;
      if (limit === null || level < limit) delete counts[below];
    }
  }
}

function number(part: number, list: List, here: ListLevel, counts: readonly number[]): string {
  const level = list.levels[part];
  const format = level === undefined || here.isLegal ? 'decimal' : level.format;
  return formatNumber(counts[part] ?? 1, format);
}

/** A label and the text it stands before: parted where digits or letters would run together. */
export function labelled(label: string, text: string): string {
  return /[\p{L}\p{N}.]$/u.test(label) ? `${label} ${text}` : `${label}${text}`;
}
