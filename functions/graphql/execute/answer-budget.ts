import { answerTooLarge } from '../../../schema/graphql/errors.ts';

/** How much one answer may hold, see `limits.ts`. */
export interface AnswerLimits {
  readonly answerValues: number;
  readonly answerBytes: number;
}

/** Counts an answer while it is made, so that it ends when it is too large and not when memory does. */
export interface AnswerBudget {
  /** Takes so many values, which with their keys have so many bytes. Throws ANSWER_TOO_LARGE. */
  charge(values: number, bytes: number): void;
  /** Takes the text of a value already charged. Throws ANSWER_TOO_LARGE. */
  chargeText(text: string): void;
}

/** Bytes of a key beside its letters, and of a value that is no text, in JSON: quotes, colon, comma; a number, a word. */
export const bytesBesideKey = 4;
export const bytesOfValue = 6;

/** Bytes of one error of an answer: its message, place and code. */
export const bytesOfError = 300;

/** Texts from this length on are measured. It would take longer to measure shorter ones than to answer them. */
const measuredFrom = 64;

/** Bytes of a text in UTF-8; two a character of a short one, be it Latin or Chinese. */
function bytesOf(text: string): number {
  return text.length < measuredFrom ? 2 * text.length : Buffer.byteLength(text);
}

export function createAnswerBudget({ answerValues, answerBytes }: AnswerLimits): AnswerBudget {
  let values = 0;
  let bytes = 0;
  const check = (): void => {
    if (values > answerValues) throw answerTooLarge('values', answerValues);
    if (bytes > answerBytes) throw answerTooLarge('bytes', answerBytes);
  };
  return {
    charge(moreValues, moreBytes) {
      values += moreValues;
      bytes += moreBytes;
      check();
    },
    chargeText(text) {
      bytes += bytesOf(text);
      check();
    },
  };
}
