import type { Form } from '../../schema/law/forms/form.ts';
import { forms } from '../../schema/law/forms/forms.ts';
import { type SectionKey, sectionPhrases } from '../../schema/law/vocabulary/sections.ts';
import { normalise } from '../wording/normalise.ts';
import { similarity } from '../wording/similarity.ts';

/** From here on a printed heading is a form's own heading with a word changed. */
const sameWords = 0.75;
/** The same for a line that no number marks as a heading. */
const surelySameWords = 0.9;
/** A heading in an agency's own words is no longer than this. */
const longestFree = 25;
/** Shorter words also stand in tables (其他, 说明), and are headings only where a number says so. */
const shortestUnmarked = 4;
const shortUnmarked = new Set(['概述', '引言', '概况']);

/** Every heading that the forms print, normalised, with what it is about; the longest first. */
const headings = forms
  .flatMap((form) => form.sections.flatMap(({ key, headings: printed }) => printed.map((words) => ({ key, words }))))
  .map(({ key, words }) => ({ key, words: normalise(words) }))
  .sort((left, right) => right.words.length - left.words.length);

const keyByWords = new Map(headings.map(({ key, words }) => [words, key]));

/** What a line that is numbered as a heading is about, by a form's heading or the words of one; null where by neither. */
export function matterOf(text: string): SectionKey | null {
  const printed = normalise(text);
  const key = nearestHeading(printed, sameWords);
  if (key !== null || printed.length > longestFree) return key;
  return sectionPhrases.find(({ phrases }) => phrases.some((phrase) => printed.includes(phrase)))?.key ?? null;
}

/** What a line without a number is about: it is a form's heading, and nothing else that a report prints. */
export function unmarkedMatter(text: string): SectionKey | null {
  const printed = normalise(text);
  if (printed.length < shortestUnmarked && !shortUnmarked.has(printed)) return null;
  const key = nearestHeading(printed, surelySameWords);
  return key === 'statistics' ? null : key;
}

function nearestHeading(printed: string, least: number): SectionKey | null {
  const exact = keyByWords.get(printed);
  if (exact !== undefined) return exact;
  let best: { key: SectionKey; score: number } | null = null;
  for (const { key, words } of headings) {
    const score = similarity(words, printed, least);
    if (score >= least && score > (best?.score ?? 0)) best = { key, score };
  }
  return best?.key ?? null;
}

/** What a form's heading goes on with when it is only the beginning of a longer one: 主动公开政府信息情况|及成效. */
const goesOn = /^(?:及|和|与|以及|的|等|之|、|[(（](?!本列))/u;

/** How many characters of a text are a form's heading that it begins with; 0 where it begins with none. */
export function leadingHeading(text: string): number {
  const { compact, ends } = compacted(text, longestPrinted);
  const words = bareHeadings.find((each) => compact.startsWith(each));
  if (words === undefined) return 0;
  const end = ends[words.length - 1] ?? 0;
  return goesOn.test(text.slice(end)) ? 0 : end;
}

const longestPrinted = 80;
/** 主动公开政府信息的情况 is 主动公开政府信息情况. */
const idle = '的';
const bareHeadings = [...new Set(headings.map(({ words }) => words.replaceAll(idle, '')))];

/** The beginning of a text as it is compared, with where each of its characters ends in print. */
function compacted(text: string, limit: number): { compact: string; ends: number[] } {
  const ends: number[] = [];
  let compact = '';
  for (let index = 0; index < Math.min(text.length, limit); index += 1) {
    const character = normalise(text.charAt(index));
    if (character === idle) continue;
    compact += character;
    for (let count = 0; count < character.length; count += 1) ends.push(index + 1);
  }
  return { compact, ends };
}

/** From here on a printed heading is the form's own heading with a word changed. */
const likelyHeading = 0.7;

/** What a section is about: the form's own heading if it is near enough, else the most specific phrase it holds. */
export function sectionKey(heading: string, form: Form): SectionKey {
  const printed = normalise(heading);
  const scored = knownHeadings(form).map(({ key, headings }) => ({
    key,
    score: Math.max(...headings.map((known) => similarity(known, printed, likelyHeading))),
  }));
  const best = scored.reduce((left, right) => (right.score > left.score ? right : left));
  if (best.score >= likelyHeading) return best.key;
  return (
    sectionPhrases.find(({ phrases }) => phrases.some((phrase) => printed.includes(phrase)))?.key ?? 'unclassified'
  );
}

interface KnownHeadings {
  readonly key: SectionKey;
  readonly headings: readonly string[];
}

const normalised = new Map<Form, readonly KnownHeadings[]>();

function knownHeadings(form: Form): readonly KnownHeadings[] {
  const known =
    normalised.get(form) ?? form.sections.map(({ key, headings }) => ({ key, headings: headings.map(normalise) }));
  normalised.set(form, known);
  return known;
}
