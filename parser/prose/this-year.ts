import {
  allYears,
  comparisonMarks,
  hypotheticalMarks,
  levelMarks,
  narrowScopeMarks,
  organList,
  otherPeriodMarks,
  ownTimes,
  planClauseMarks,
  planMarks,
  wholeYearMonths,
} from '../../schema/law/vocabulary/prose-marks.ts';
import type { SectionKey } from '../../schema/law/vocabulary/sections.ts';
import { anyOf, type Quantity } from './sentences.ts';

/** A figure with all that tells what it counts. Texts are aligned, quotation marks included. */
export interface FigureContext {
  readonly quantity: Quantity;
  readonly head: string;
  readonly tail: string;
  /** `head` with the clauses that lead into it: 通过政府网站,公开信息. */
  readonly scope: string;
  /** The sentence up to the figure. */
  readonly prefix: string;
  readonly sentence: string;
  readonly section: SectionKey | null;
  /** Keys of the whole it is part of or of the figure it follows; empty where that is no known figure, null where there is none. */
  readonly lead: readonly string[] | null;
  /** It is said to be part of `lead`. */
  readonly isPart: boolean;
}

const yearMention = /(\d{4})年/gu;
const monthMention = /\d月/u;
const wholeYear = new RegExp(anyOf(wholeYearMonths), 'u');
const otherPeriod = new RegExp(anyOf(otherPeriodMarks), 'u');
const level = new RegExp(anyOf(levelMarks), 'u');
const listsOrgans = new RegExp(organList, 'u');
const plan = new RegExp(anyOf(planMarks), 'u');
const hypothesis = new RegExp(`^${anyOf(hypotheticalMarks)}`, 'u');
const notOfClause = new RegExp(anyOf([...comparisonMarks, ...planClauseMarks, ...narrowScopeMarks]), 'u');

const ofAllYears = { before: new RegExp(allYears.before, 'u'), after: new RegExp(allYears.after, 'u') };

type Time = Pick<FigureContext, 'prefix' | 'sentence' | 'scope'>;

const ownTime = new RegExp(anyOf(ownTimes), 'gu');

/** What of a text follows the last words that name the report's own year: 自2008年以来共公开4312条,其中|2016年公开516条. */
function sinceOwnTime(prefix: string, year: number | null): string {
  const named = [...prefix.matchAll(ownTime), ...(year === null ? [] : prefix.matchAll(ofYear(year)))];
  return prefix.slice(Math.max(0, ...named.map(({ index }) => index)));
}

function ofYear(year: number): RegExp {
  return new RegExp(`(?<=^|[,:(]|其中)${year}年(?!来|以来|至|到|—|-|底|末|\\d)`, 'gu');
}

function ofAnotherYear(prefix: string, year: number | null): boolean {
  const last = [...prefix.matchAll(yearMention)].at(-1)?.[1];
  return year !== null && last !== undefined && Number(last) !== year;
}

/** Whether a sentence speaks of what shall be, or of what is asked for. */
export function speaksOfPlan(sentence: string): boolean {
  return plan.test(sentence);
}

/**
 * Whether a statement is about the whole report year of the whole reporting organ: not a plan, not a comparison with
 * another year, not a month or a campaign, not one office. `year` null: years in the text are not judged.
 */
export function isOfThisYear({ prefix, sentence, scope }: Time, year: number | null): boolean {
  if (speaksOfPlan(sentence) || listsOrgans.test(sentence)) return false;
  if (notOfClause.test(scope) || hypothesis.test(scope) || level.test(prefix)) return false;
  if (otherPeriod.test(sinceOwnTime(prefix, year))) return false;
  if (ofAllYears.before.test(prefix) && ofAllYears.after.test(sentence.slice(prefix.length))) return false;
  if (monthMention.test(prefix) && !wholeYear.test(prefix)) return false;
  return !ofAnotherYear(prefix, year);
}
