/** Versions that can follow one another within a millisecond before the sequence runs ahead of the clock. */
const perMillisecond = 4096n;
const digits = 18;

/** Gives each object version a number greater than any before it, as S3 does with `sequencer`. */
export interface Sequencer {
  /** Upper-case hexadecimal, all of one length, so that the numbers compare as strings. */
  next(): string;
}

/** A sequence that goes on after `last`, however the clock has been set since. `now` is milliseconds since 1970. */
export function createSequencer(last: string | null, now: () => number): Sequencer {
  let latest = last === null ? 0n : BigInt(`0x${last}`);
  return {
    next() {
      const byClock = BigInt(now()) * perMillisecond;
      latest = byClock > latest ? byClock : latest + 1n;
      return latest.toString(16).toUpperCase().padStart(digits, '0');
    },
  };
}

/** The time in a sequencer, ISO 8601: the event of a version is the same whenever it is told. */
export function timeOf(sequencer: string): string {
  return new Date(Number(BigInt(`0x${sequencer}`) / perMillisecond)).toISOString();
}

/** Whether a text has the form of a sequencer. */
export function isSequencer(text: string): boolean {
  return text.length === digits && /^[0-9A-F]+$/.test(text);
}
