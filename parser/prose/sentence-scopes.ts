import { exceptingWords, otherSubjects, scopeWords } from '../../schema/law/vocabulary/scope-words.ts';
import { type Scope, type ToldScope, unknownScope } from '../../schema/record/scope.ts';
import type { AlignedText } from './aligned-text.ts';
import type { Clause, Sentence } from './sentences.ts';
import { anyOf } from './sentences.ts';

/** A known scope and its words, as places of the aligned text that its sentence is in. */
export interface PlacedScope {
  readonly scope: Exclude<Scope, 'unknown'>;
  readonly start: number;
  readonly end: number;
}

/** What may stand before the subject of a clause: numbering, 其中, a time, a topic with its colon. */
const opening =
  '(?:\\(?[一二三四五六七八九十\\d]{1,3}[)、.]|其中[,:]?|据统计|经统计|目前|(?:本|全|上)年度?|年内|今年|一年来|(?:截至|截止|至)?\\d{4}年度?(?:\\d{1,2}月)?(?:\\d{1,2}日|底|末)?|[^:,\\d]{1,20}:)*';

const subjects = scopeWords.map(({ scope, words }) => ({
  scope,
  subject: new RegExp(`^(?<before>${opening}(?:\\p{Script=Han}{2,8}?(?=各级))??)(?<words>${anyOf(words)})`, 'u'),
  anywhere: new RegExp(anyOf(words), 'u'),
}));
const otherSubject = new RegExp(anyOf(otherSubjects), 'u');
const excepting = new RegExp(anyOf(exceptingWords), 'u');

/**
 * The scope of each clause of a sentence: told by its own subject (全市共收到…), else by that of a clause before it, until
 * a clause speaks of somebody else. `before` is what a sentence that goes on takes over; `printed` is the sentence with
 * its brackets, in which something may be left out (不含市本级): then nothing is certain. `last` is for the next sentence.
 */
export function clauseScopes(
  sentence: Sentence,
  clauses: readonly Clause[],
  { before, printed }: { readonly before: PlacedScope | null; readonly printed: string },
): { readonly scopes: readonly (PlacedScope | null)[]; readonly last: PlacedScope | null } {
  if (excepting.test(printed)) return { scopes: clauses.map(() => null), last: null };
  let current = before;
  const scopes = clauses.map((clause) => {
    const own = scopeOf(clause, sentence.start, current);
    if (!clause.inBrackets) current = own;
    return own;
  });
  return { scopes, last: current };
}

function scopeOf({ text, figures, start }: Clause, offset: number, inherited: PlacedScope | null): PlacedScope | null {
  const head = text.slice(0, figures[0]?.start ?? text.length);
  for (const { scope, subject } of subjects) {
    const match = subject.exec(head)?.groups;
    if (match === undefined) continue;
    const first = offset + start + (match.before?.length ?? 0);
    return { scope, start: first, end: first + (match.words?.length ?? 0) };
  }
  const speaksOfOthers = otherSubject.test(head) || subjects.some(({ anywhere }) => anywhere.test(text));
  return speaksOfOthers ? null : inherited;
}

/** A scope of an aligned paragraph with its words as printed, and their place where the paragraph's is known. */
export function toldInSentence(
  placed: PlacedScope | null,
  aligned: AlignedText,
  { text, offset }: { readonly text: string; readonly offset: number },
): ToldScope {
  if (placed === null) return unknownScope;
  const first = aligned.at[placed.start] ?? 0;
  const last = aligned.at[placed.end - 1] ?? first;
  return { scope: placed.scope, from: 'sentence', words: text.slice(first, last + 1), offset: offset + first };
}
