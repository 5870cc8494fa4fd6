import { exceptingWords, otherSubjects, scopeWords } from '../../schema/law/vocabulary/scope-words.ts';
import { type Scope, type ToldScope, unknownScope } from '../../schema/record/scope.ts';
import type { AlignedText } from './aligned-text.ts';
import { isOtherLevel, isSomebodyElse, isWiderArea, namesReporter, type Reporter } from './reporter.ts';
import type { Clause, Sentence } from './sentences.ts';
import { anyOf } from './sentences.ts';

/** A known scope and its words, as places of the aligned text that its sentence is in. */
export interface PlacedScope {
  readonly scope: Exclude<Scope, 'unknown'>;
  readonly start: number;
  readonly end: number;
}

/** Whose figures a clause gives: those of a scope that it tells, or of somebody else than the reporter. */
export interface ClauseSubject {
  /** Null where it does not tell it. */
  readonly scope: PlacedScope | null;
  /** An organ or area that is not the reporter's: 市公安局收到… in the report of the city, 全省共收到… in it. */
  readonly isAnother: boolean;
}

export const noSubject: ClauseSubject = { scope: null, isAnother: false };

/** What may stand before the subject of a clause: numbering, 其中, a time, a topic with its colon. */
const opening =
  '(?:\\(?[一二三四五六七八九十\\d]{1,3}[)、.]|其中[,:]?|据统计|经统计|目前|(?:本|全|上)年度?|年内|今年|一年来|(?:截至|截止|至)?\\d{4}年度?(?:\\d{1,2}月)?(?:\\d{1,2}日|底|末)?|[^:,\\d]{1,20}:)*';

const opensClause = new RegExp(`^${opening}`, 'u');

const scopeSubjects = scopeWords.map(({ scope, words }) => ({
  scope,
  subject: new RegExp(
    `^(?<before>${opening}(?:\\p{Script=Han}{2,8}?(?=各级)|(?:(?![各及和与、含除非不无])\\p{Script=Han}){2,7}?(?=[省市县区州盟旗]本级))??)(?<words>${anyOf(words)})`,
    'u',
  ),
  anywhere: new RegExp(anyOf(words), 'u'),
}));
const otherSubject = new RegExp(anyOf(otherSubjects), 'u');
const excepting = new RegExp(anyOf(exceptingWords), 'u');

/** Where a sentence stands: who reports, whom the sentence that it goes on from spoke of, and it as printed, with its brackets. */
interface Setting {
  readonly before: ClauseSubject;
  readonly printed: string;
  readonly reporter: Reporter | null;
}

/**
 * The subject of each clause of a sentence: its own (全市共收到…), else that of a clause before it, until a clause speaks of
 * somebody else. Where something is left out (不含市本级) no scope is certain. `last` is for the next sentence.
 */
export function clauseSubjects(
  sentence: Sentence,
  clauses: readonly Clause[],
  { before, printed, reporter }: Setting,
): { readonly subjects: readonly ClauseSubject[]; readonly last: ClauseSubject } {
  const leavesOut = excepting.test(printed);
  let current = before;
  const subjects = clauses.map((clause) => {
    const own = subjectOf(clause, { offset: sentence.start, inherited: current, reporter });
    const certain = leavesOut ? { ...own, scope: null } : own;
    if (!clause.inBrackets) current = certain;
    return certain;
  });
  return { subjects, last: current };
}

function subjectOf(
  { text, figures, start }: Clause,
  { offset, inherited, reporter }: { offset: number; inherited: ClauseSubject; reporter: Reporter | null },
): ClauseSubject {
  const head = text.slice(0, figures[0]?.start ?? text.length);
  const opened = opensClause.exec(head)?.[0].length ?? 0;
  if (isWiderArea(head.slice(opened), reporter)) return { scope: null, isAnother: true };
  for (const { scope, subject } of scopeSubjects) {
    const match = subject.exec(head)?.groups;
    if (match === undefined) continue;
    if (scope === 'ownLevel' && isOtherLevel(match.words ?? '', reporter)) return { scope: null, isAnother: true };
    const first = offset + start + (match.before?.length ?? 0);
    return { scope: { scope, start: first, end: first + (match.words?.length ?? 0) }, isAnother: false };
  }
  if (isSomebodyElse(head.slice(opened), reporter)) return { scope: null, isAnother: true };
  if (namesReporter(head.slice(opened), reporter)) return noSubject;
  const speaksOfOthers = otherSubject.test(head) || scopeSubjects.some(({ anywhere }) => anywhere.test(text));
  return speaksOfOthers ? { ...inherited, scope: null } : inherited;
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
