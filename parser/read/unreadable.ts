import type { ReasonCode } from '../../schema/law/vocabulary/reasons.ts';

/** A fault of the file, met deep in a reader. It never leaves the readers: the file is refused for this reason. */
export class Unreadable extends Error {
  readonly code: ReasonCode;

  constructor(code: ReasonCode, cause?: unknown) {
    super(`the file cannot be read: ${code}`, { cause });
    this.code = code;
  }
}

/** Does what a library or a table of offsets may fail at; whatever it throws, the file is damaged. */
export function orDamaged<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('damaged', error);
  }
}
