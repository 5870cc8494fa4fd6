/** The numbering of an indicator annex: 一、 → (一) → 1. → (1), and 其中 for a part of the row above. */
export interface Numbered {
  /** Steps from the outermost: 1 for 一、 to 4 for (1); null for 其中 and for rows without a number. */
  readonly level: number | null;
  /** The number as it stands in a path: 一, (一), 1, (1); empty without a number. */
  readonly token: string;
  readonly isPart: boolean;
  readonly label: string;
}

const numerals = '[一二三四五六七八九十]{1,3}';
const levels: readonly RegExp[] = [
  new RegExp(`^(${numerals})[、.．]`),
  new RegExp(`^[(（](${numerals})[)）]`),
  /^(\d{1,2})[.．、](?!\d)/,
  /^[(（](\d{1,2})[)）]/,
];
const partToken = '其中';
const part = /^其中\s*[:：]?\s*/;
const note = /[(（][^()（）]*[)）]$/;

/** Reads a label's number off its front, and notes in brackets off its end. */
export function readNumbered(text: string): Numbered {
  const isPart = part.test(text);
  const numbered = text.replace(part, '');
  for (const [index, pattern] of levels.entries()) {
    const match = pattern.exec(numbered);
    if (match?.[1] === undefined) continue;
    const token = index % 2 === 1 ? `(${match[1]})` : match[1];
    return { level: index + 1, token, isPart, label: numbered.slice(match[0].length).replace(note, '').trim() };
  }
  return { level: null, token: '', isPart, label: numbered.replace(note, '').trim() };
}

interface Rung {
  readonly level: number;
  readonly token: string;
  readonly label: string;
}

/** Keeps the way down to the row being read, so that each row gets its path. */
export class Ladder {
  #rungs: Rung[] = [];

  /** The row's path, `二/(二)/1/其中`, and the labels of the rows it stands under. */
  step(row: Numbered): { path: string; level: number; above: readonly string[] } {
    const level = this.#levelOf(row);
    this.#rungs = this.#rungs.filter((rung) => rung.level < level);
    const above = this.#rungs.map((rung) => rung.label);
    this.#rungs.push({ level, token: row.token || (row.isPart ? partToken : row.label), label: row.label });
    return { path: this.#rungs.map((rung) => rung.token).join('/'), level, above };
  }

  /**
   * A part stands below the row before it; numbers that go on from a numbered part stay beside it, and so does a row
   * without a number from a part without one. Any other row without a number stands beside the last such row.
   */
  #levelOf(row: Numbered): number {
    const last = this.#rungs.at(-1);
    if (row.isPart) return this.#isPartLevel(last) ? (last?.level ?? 1) : (last?.level ?? 0) + 0.5;
    if (last === undefined) return row.level ?? 1;
    if (this.#isPartLevel(last) && Number(row.token || Number.NaN) === Number(last.token) + 1) return last.level;
    if (row.level !== null) return row.level;
    if (last.token === partToken) return last.level;
    return this.#rungs.findLast((rung) => rung.token === rung.label)?.level ?? Math.ceil(last.level);
  }

  #isPartLevel(rung: Rung | undefined): boolean {
    return rung !== undefined && !Number.isInteger(rung.level);
  }
}
