/** Bytes that all the packages in one file may hold, whatever its size: a report with its pictures is a few megabytes. */
const mostUnpacked = 128 * 1024 * 1024;
/** Bytes that any file may hold, however small it is. */
const leastAllowed = 8 * 1024 * 1024;
/** How many times its own size a file may hold: the markup of office documents packs ten to fifty to one. */
const greatestRatio = 200;
/** Entries that all packages in one file may have together. */
const mostEntries = 5000;

/** What unpacking a file may still cost: a small archive can hold terabytes, and archives in it more. */
export class Budget {
  #bytes: number;
  #entries = mostEntries;

  /** `fileBytes` is the size of the file as it came. */
  constructor(fileBytes: number) {
    this.#bytes = Math.min(mostUnpacked, leastAllowed + fileBytes * greatestRatio);
  }

  /** Bytes that may still be unpacked. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Takes bytes that were unpacked. */
  spend(bytes: number): void {
    this.#bytes -= bytes;
  }

  /** Takes the entries of an archive's directory; false if there are too many. */
  takeEntries(count: number): boolean {
    this.#entries -= count;
    return this.#entries >= 0;
  }
}
