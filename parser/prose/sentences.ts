import { partMarks, prepositions, timeClause } from '../../schema/law/vocabulary/prose-marks.ts';
import {
  approximationsAfter,
  approximationsBefore,
  approximationsInside,
  countUnits,
  largeMultipliers,
  numeralDigits,
  ordinalMarks,
  smallMultipliers,
  unitContinuations,
} from '../../schema/law/vocabulary/quantity-words.ts';
import type { AlignedText } from './aligned-text.ts';

/** Alternation of words or expressions as regular expression source, longest first, so that a word never hides a longer one. */
export function anyOf(words: readonly string[]): string {
  return `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`;
}

/** Words taken literally, as source for `anyOf`. */
function literal(words: readonly string[]): string[] {
  return words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

/** A figure with its unit in a text: `start` at its first sign (约 included), `end` after its unit and 左右. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  /** The text says about, nearly, more than. */
  readonly approximate: boolean;
  readonly start: number;
  readonly end: number;
}

const digits = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`;
const inside = anyOf(literal(approximationsInside));
const numeral = anyOf([
  ...Object.keys(numeralDigits),
  ...Object.keys(smallMultipliers),
  ...Object.keys(largeMultipliers),
]);
const multiplier = anyOf([...Object.keys(smallMultipliers), ...Object.keys(largeMultipliers)]);

/** The last sign of a number before a unit: where nothing of the kind stands, there is no figure to look for. */
const countedSomething = new RegExp(`(?:\\d|${numeral}|${inside})${anyOf(countUnits)}`, 'u');
const firstCharacters = [
  ...approximationsBefore.map((word) => word.charAt(0)),
  ...Object.keys({ ...numeralDigits, ...smallMultipliers, ...largeMultipliers }),
];

/** No part repeats within a repetition, so a run of digits or numerals without a unit costs no more than its length. */
const quantityPattern = new RegExp(
  [
    // Where none of these stands, no figure begins, and the costlier look below is spared.
    `(?=[\\d${firstCharacters.join('')}])`,
    `(?<![\\d.,A-Za-z${literal(ordinalMarks).join('')}])`,
    `(?<before>${anyOf(approximationsBefore)})?`,
    `(?<number>${digits}(?:${inside}?${multiplier}(?:${inside}?${digits})?){0,6}${inside}?|${numeral}{1,20}(?:${inside}${multiplier}{0,2})?)`,
    `(?<unit>${anyOf(countUnits)})(?!${anyOf(unitContinuations)})`,
    `(?<after>${anyOf([...approximationsAfter, ...literal(approximationsInside)])})?`,
  ].join(''),
  'gu',
);
const approximation = new RegExp(inside, 'gu');
const numberToken = new RegExp(`${digits}|${numeral}`, 'gu');

interface Sum {
  readonly total: number;
  readonly group: number;
  readonly current: number | null;
}

function add(sum: Sum, token: string): Sum {
  const small = smallMultipliers[token];
  if (small !== undefined) return { ...sum, group: sum.group + (sum.current ?? 1) * small, current: null };
  const large = largeMultipliers[token];
  if (large !== undefined) {
    const group = sum.current === null && sum.group === 0 ? 1 : sum.group + (sum.current ?? 0);
    return { total: sum.total + group * large, group: 0, current: null };
  }
  const digit = numeralDigits[token];
  if (digit === undefined) return { ...sum, current: Number(token.replaceAll(',', '')) };
  return { ...sum, current: (sum.current ?? 0) * 10 + digit };
}

/**
 * Value of a number as prose prints it: `13912`, `13,912`, `1.2万`, `14万9000余`, `十二`, `二〇一八`.
 * Null where there is no number. Rounded to what the printed decimals can mean, as 195.4 × 10000 is 1954000.
 */
export function proseNumber(printed: string): number | null {
  const tokens = printed.replaceAll(approximation, '').match(numberToken);
  if (tokens === null) return null;
  const sum = tokens.reduce(add, { total: 0, group: 0, current: null });
  return Math.round((sum.total + sum.group + (sum.current ?? 0)) * 10_000) / 10_000;
}

/** Every figure with a counting unit, in order. Text without spaces, in half-width signs. */
export function quantities(text: string): Quantity[] {
  if (!countedSomething.test(text)) return [];
  return [...text.matchAll(quantityPattern)].flatMap((match) => {
    const { before, number = '', unit = '', after } = match.groups ?? {};
    const value = proseNumber(number);
    if (value === null) return [];
    const approximate = before !== undefined || after !== undefined || number.search(approximation) !== -1;
    return [{ value, unit, approximate, start: match.index, end: match.index + match[0].length }];
  });
}

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

/** What stands between commas or brackets of a sentence. Places are indices of the sentence. */
export interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly inBrackets: boolean;
  readonly figures: readonly Quantity[];
  /** Start of the clauses before it that have no figure and belong to it: a time (2018年,), a means (通过政府网站,). */
  readonly contextStart: number;
}

/** A comma that is no thousands separator, brackets, a blank between columns, or 、 (which parts clauses only after a figure). */
const separator = /[()|]|,(?!(?<=(?<!\d)\d{1,3},)\d{3}(?!\d))|、/gu;
const beginsWithPreposition = new RegExp(`^${anyOf(prepositions)}`, 'u');

type Span = Pick<Clause, 'start' | 'end' | 'inBrackets'>;

function spans(text: string): Span[] {
  const figures = quantities(text);
  const found: Span[] = [];
  let start = 0;
  let inBrackets = false;
  for (const { 0: sign, index } of text.matchAll(separator)) {
    const from = start;
    if (sign === '、' && !figures.some((figure) => figure.start >= from && figure.end <= index)) continue;
    found.push({ start, end: index, inBrackets });
    start = index + 1;
    if (sign === '(') inBrackets = true;
    if (sign === ')') inBrackets = false;
  }
  return [...found, { start, end: text.length, inBrackets }].filter((span) => span.end > span.start);
}

/** Further back a means is the introduction's, not the figure's. */
const reachOfContext = 2;

/** Walks back over clauses without a figure; those that open with a preposition or are a time lead into the clause. */
function contextStart(before: readonly Clause[], start: number): number {
  let reached = start;
  let wanted = start;
  for (const clause of before.slice(-reachOfContext).toReversed()) {
    if (clause.figures.length > 0 || clause.end + 1 !== reached) break;
    reached = clause.start;
    const isTime = timeClause.test(clause.text) && clause.end + 1 === wanted;
    if (isTime || beginsWithPreposition.test(clause.text)) wanted = clause.start;
  }
  return wanted;
}

/** The clauses of a sentence, in order. */
export function clauses(sentence: Sentence): Clause[] {
  const found: Clause[] = [];
  for (const span of spans(sentence.text)) {
    const text = sentence.text.slice(span.start, span.end);
    found.push({ ...span, text, figures: quantities(text), contextStart: contextStart(found, span.start) });
  }
  return found;
}
