import { formatNumber } from './number-format.ts';

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
