import type { QueryProblem, SearchPhrase, TextQuery } from '../../schema/record/text-search.ts';
import { indexWords, unitsOf } from './units.ts';

/** UTF-16 units that a search may have: a long sentence. */
const longestQuery = 200;
/** Phrases that must all be found. */
const mostPhrases = 10;

/** What stands in quotation marks is one phrase with its blanks, everything else as far as the next blank. */
const parts = /"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』|([^\s"“”「」『』]+)/gu;

/**
 * Reads what somebody searches for: phrases that must all be found. Nothing in it is an operator, so that no search can be malformed. Answers
 * the problem where nothing could be found by it.
 */
export function readTextQuery(text: string): TextQuery | QueryProblem {
  if (text.length > longestQuery) return 'too-long';
  const phrases = new Map<string, SearchPhrase>();
  for (const [, ...groups] of text.matchAll(parts)) {
    const units = unitsOf(groups.find((group) => group !== undefined) ?? '');
    const [first, ...others] = units;
    if (first === undefined) continue;
    if (first.isIdeograph && others.length === 0) return 'one-ideograph';
    phrases.set(JSON.stringify(indexWords(units)), { units });
  }
  if (phrases.size === 0) return 'nothing-to-find';
  if (phrases.size > mostPhrases) return 'too-many-phrases';
  return { phrases: [...phrases.values()], expression: [...phrases.values()].map(expressionOf).join(' AND ') };
}

/**
 * A phrase in the language of FTS5 (SQLite, "FTS5 Extension", 3.2 and 3.3). Words are letters, digits and ideographs alone, so nothing of a
 * query is an operator. A last ideograph is told by the pair before it; where it joins none, by the beginning of its own.
 */
function expressionOf({ units }: SearchPhrase): string {
  const words = indexWords(units);
  const last = units.at(-1);
  if (last?.isIdeograph !== true) return `"${words.join(' ')}"`;
  return units.at(-2)?.joins === true ? `"${words.slice(0, -1).join(' ')}"` : `"${words.join(' ')}" *`;
}
