import { prepositions, timeClause } from '../../../schema/law/vocabulary/prose-marks.ts';
import { type Quantity, quantities } from './quantity.ts';
import type { Sentence } from './sentences.ts';
import { anyOf } from './words.ts';

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
