import { partMarks } from '../../../schema/law/vocabulary/prose-marks.ts';
import type { AlignedText } from './aligned-text.ts';
import { anyOf } from './words.ts';

/** A sentence, or what stands between semicolons, of an aligned text. */
export interface Sentence {
  readonly text: string;
  /** Index of its first character in the aligned text. */
  readonly start: number;
  /** It goes on about the figure of the sentence before: after a semicolon, or beginning with 其中. */
  readonly continues: boolean;
}

/** A full stop; a point where no number or Latin word ends; a semicolon. */
const sentenceEnd = /[。!?;]|\.(?<![\dA-Za-z]\.)/gu;
const beginsWithPart = new RegExp(`^${anyOf(partMarks)}`, 'u');

/** Longer than any sentence: a list or a page of code on one line, from which nothing is read. */
const longestSentence = 3000;

export function sentences(text: string): Sentence[] {
  const ends = [...text.matchAll(sentenceEnd)].map((match) => match.index);
  const starts = [0, ...ends.map((end) => end + 1)];
  return starts.flatMap((start, index) => {
    const sentence = text.slice(start, ends[index] ?? text.length);
    if (sentence === '' || sentence.length > longestSentence) return [];
    const continues = beginsWithPart.test(sentence) || text.charAt(start - 1) === ';';
    return [{ text: sentence, start, continues }];
  });
}

/** A sentence of an aligned text as it is printed, remarks in brackets included. */
export function printedSentence({ start, text }: Sentence, { at }: AlignedText, printed: string): string {
  const first = at[start] ?? 0;
  const last = at[start + text.length - 1] ?? first;
  return printed.slice(first, last + 1);
}
