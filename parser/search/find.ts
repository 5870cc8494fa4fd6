import type { FoundSentence, SearchPhrase, TextQuery } from '../../schema/record/text-search.ts';
import { sentenceEnds } from './sentences.ts';
import { type Unit, unitsOf } from './units.ts';

/** From the first UTF-16 unit of a text to behind the last. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The sentences of a text in which a phrase of a query stands, in order; null where the text has not all of its phrases. */
export function findInText(text: string, { phrases }: Pick<TextQuery, 'phrases'>): FoundSentence[] | null {
  const units = unitsOf(text);
  const found = phrases.map((phrase) => occurrences(units, phrase));
  if (found.some((spans) => spans.length === 0)) return null;
  return sentencesWith(text, united(found.flat()));
}

/** Where the units of a phrase stand one behind the other, parted where they are parted in it. */
function occurrences(units: readonly Unit[], { units: wanted }: SearchPhrase): Span[] {
  const spans: Span[] = [];
  const first = wanted[0]?.text;
  for (const [at, unit] of units.entries()) {
    if (unit.text !== first || !standsAt(units, at, wanted)) continue;
    spans.push({ start: unit.start, end: units[at + wanted.length - 1]?.end ?? unit.end });
  }
  return spans;
}

function standsAt(units: readonly Unit[], at: number, wanted: SearchPhrase['units']): boolean {
  return wanted.every(({ text, joins }, index) => {
    const unit = units[at + index];
    return unit !== undefined && unit.text === text && (index === wanted.length - 1 || unit.joins === joins);
  });
}

/** Spans in order, those that overlap as one. */
function united(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const last = all.at(-1);
    if (last !== undefined && span.start < last.end)
      all[all.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else all.push(span);
  }
  return all;
}

/** A phrase that goes over the end of a sentence belongs to all that it touches, which are then given as one. */
function sentencesWith(text: string, spans: readonly Span[]): FoundSentence[] {
  const ends = sentenceEnds(text);
  const found: { sentence: Span; words: Span[] }[] = [];
  for (const span of spans) {
    const start = ends.findLast((end) => end <= span.start) ?? 0;
    const end = ends.find((each) => each >= span.end) ?? text.length;
    const last = found.at(-1);
    if (last !== undefined && start < last.sentence.end) {
      last.sentence = { start: last.sentence.start, end: Math.max(end, last.sentence.end) };
      last.words.push(span);
    } else found.push({ sentence: { start, end }, words: [span] });
  }
  return found.map(({ sentence, words }) => trimmed(text, sentence, words));
}

/** Without the blanks around it. */
function trimmed(text: string, { start, end }: Span, words: readonly Span[]): FoundSentence {
  const whole = text.slice(start, end);
  const offset = start + whole.length - whole.trimStart().length;
  return {
    text: whole.trim(),
    offset,
    words: words.map((word) => ({ offset: word.start - offset, length: word.end - word.start })),
  };
}
