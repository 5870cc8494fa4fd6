import { viewOf } from '../ole/view.ts';
import { readPlc } from './plc.ts';

/** Properties of the text between two places of the stream. */
export interface FormattedRun {
  readonly start: number;
  readonly end: number;
  /** For a paragraph the number of its style; 0 for characters. */
  readonly style: number;
  readonly properties: Uint8Array;
}

const pageLength = 512;
/** The lower 22 bits of an entry number its page. */
const pageMask = 0x3fffff;
const paragraphEntry = 13;
const characterEntry = 1;

/** Paragraph properties, in the order of the stream ([MS-DOC] 2.8.6 and 2.9.174). */
export function paragraphRuns(stream: Uint8Array, table: Uint8Array): FormattedRun[] {
  return pagesOf(stream, table).flatMap((page) =>
    runsOf(page, paragraphEntry, (offset) => {
      const short = page[offset] ?? 0;
      const start = short === 0 ? offset + 2 : offset + 1;
      const length = short === 0 ? 2 * (page[offset + 1] ?? 0) : 2 * short - 1;
      const bytes = page.subarray(start, start + length);
      return { style: (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8), properties: bytes.subarray(2) };
    }),
  );
}

/** Character properties, in the order of the stream ([MS-DOC] 2.8.5 and 2.9.33). */
export function characterRuns(stream: Uint8Array, table: Uint8Array): FormattedRun[] {
  return pagesOf(stream, table).flatMap((page) =>
    runsOf(page, characterEntry, (offset) => {
      const length = page[offset] ?? 0;
      return { style: 0, properties: page.subarray(offset + 1, offset + 1 + length) };
    }),
  );
}

function pagesOf(stream: Uint8Array, table: Uint8Array): Uint8Array[] {
  return readPlc(table, 4).map(({ data }) => {
    const start = (data.getUint32(0, true) & pageMask) * pageLength;
    return stream.subarray(start, start + pageLength);
  });
}

type Described = Pick<FormattedRun, 'style' | 'properties'>;

/** A page: places, then for each stretch where in the page its properties stand (0: none), and in its last byte how many. */
function runsOf(page: Uint8Array, entryLength: number, describe: (offset: number) => Described): FormattedRun[] {
  const view = viewOf(page);
  const count = page[pageLength - 1] ?? 0;
  if (page.length < pageLength || (count + 1) * 4 + count * entryLength >= pageLength) return [];
  return Array.from({ length: count }, (_, index) => {
    const offset = 2 * (page[(count + 1) * 4 + index * entryLength] ?? 0);
    const described = offset === 0 ? { style: 0, properties: page.subarray(0, 0) } : describe(offset);
    return { start: view.getUint32(index * 4, true), end: view.getUint32((index + 1) * 4, true), ...described };
  });
}

/** The run that covers a place; runs of different pages come in no order of places. */
export class RunIndex {
  readonly #runs: readonly FormattedRun[];

  constructor(runs: readonly FormattedRun[]) {
    this.#runs = [...runs].sort((left, right) => left.start - right.start);
  }

  at(place: number): FormattedRun | null {
    let low = 0;
    let high = this.#runs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = this.#runs[middle];
      if (run === undefined) return null;
      if (place < run.start) high = middle - 1;
      else if (place >= run.end) low = middle + 1;
      else return run;
    }
    return null;
  }
}
