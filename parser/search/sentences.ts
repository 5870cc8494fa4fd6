import type { ComparedSentence } from '../../schema/record/text-search.ts';
import { indexWords, unitsOf } from './units.ts';

/** Where a sentence ends, with the marks that close it; a line is a paragraph. */
const sentenceEnd = /[。！？；!?;]+[”’」』》）)】\]]*|\n/gu;

/** Behind each sentence of a text: its first UTF-16 unit that is no longer of the sentence. */
export function sentenceEnds(text: string): number[] {
  return [...text.matchAll(sentenceEnd)].map(({ index, 0: { length } }) => index + length);
}

/** Ideographs and words that a sentence must have to be compared: shorter ones are headings and set phrases. */
const leastUnits = 10;

/** The sentences of a text that are long enough to say something, in order, and whether each stands in one of the texts of the year before. */
export function comparedSentences(text: string, before: readonly string[]): ComparedSentence[] {
  const stands = standsInOneOf(before);
  const ends = sentenceEnds(text);
  const starts = [0, ...ends];
  return starts.flatMap((start, at) => {
    const printed = text.slice(start, ends[at] ?? text.length);
    const units = unitsOf(printed);
    if (units.length < leastUnits) return [];
    const offset = start + printed.length - printed.trimStart().length;
    const key = indexWords(units).join(' ');
    return [{ text: printed.trim(), offset, key, isRepeated: stands(key) }];
  });
}

/**
 * Tells whether the words of a sentence stand in one of the texts, one behind the other and to its end, as the index tells it of a report. Other
 * words may stand before them in their sentence.
 */
export function standsInOneOf(texts: readonly string[]): (key: string) => boolean {
  const all = texts.map((text) => ` ${indexWords(unitsOf(text)).join(' ')} `);
  return (key) => all.some((words) => words.includes(` ${key} `));
}
