import type { Channels, IndicatorPhrase } from '../../schema/law/vocabulary/indicator-phrase.ts';
import { indicatorPhrases } from '../../schema/law/vocabulary/indicator-phrases.ts';
import {
  connectors,
  disclosureTopic,
  fillers,
  joiners,
  linksAfterFigure,
  openings,
  quotationMarks,
  topicPart,
} from '../../schema/law/vocabulary/prose-marks.ts';
import type { SectionKey } from '../../schema/law/vocabulary/sections.ts';
import { anyOf } from './sentences.ts';
import type { FigureContext } from './this-year.ts';

/** `other` sums up the channels named before it: 新闻网站、短信平台等其他方式. */
const summary = 'other';

/** Test whether a text names these channels, all of them and no other. */
function channelTest(channels: Channels, wanted: readonly string[]): (text: string) => boolean {
  const families = Object.entries(channels).map(([key, words]) => ({ key, words: new RegExp(anyOf(words), 'u') }));
  return (text) => {
    const named = families.filter(({ words }) => words.test(text)).map(({ key }) => key);
    const found = named.includes(summary) ? [summary] : named;
    return found.length === wanted.length && found.every((key) => wanted.includes(key));
  };
}

/** The words around a figure: of its clause, from the figure before (or the clause's start), and to the figure after. */
interface Surroundings {
  readonly head: string;
  readonly tail: string;
}

/** Expressions for a text before and a text after the figure; both must match. */
interface Wording {
  readonly before: RegExp;
  readonly after: RegExp | null;
}

const many = (words: readonly string[]): string => `${anyOf(words)}*`;

/** 收到政府信息公开申请共2件: noun, then figure. */
function nounFirst(phrase: IndicatorPhrase): Wording {
  const verb = phrase.verbs === undefined ? '' : `${anyOf(phrase.verbs)}${many(fillers)}.{0,${phrase.gap ?? 0}}`;
  return { before: new RegExp(`${verb}${anyOf(phrase.nouns)}${many(connectors)}$`, 'u'), after: null };
}

/** 收到2件政府信息公开申请, 其中1件予以公开: figure, then noun; a noun joined to another shares the figure with it. */
function figureFirst(phrase: IndicatorPhrase): Wording {
  const verbs = phrase.verbs?.filter((verb) => verb !== '');
  const before = verbs === undefined ? `^${many(openings)}$` : `${anyOf(verbs)}${many(fillers)}$`;
  const between = `${many(linksAfterFigure)}.{0,${phrase.gap ?? 0}}`;
  const after = `^${between}${anyOf(phrase.nouns)}(?!${anyOf(joiners)})`;
  return { before: new RegExp(before, 'u'), after: new RegExp(after, 'u') };
}

/** Whether the words around a figure are the phrase's. */
function wordingTest(phrase: IndicatorPhrase): (around: Surroundings) => boolean {
  const wordings = [nounFirst(phrase), figureFirst(phrase)];
  return ({ head, tail }) =>
    wordings.some(({ before, after }) => before.test(head) && (after === null || after.test(tail)));
}

interface CompiledPhrase {
  readonly phrase: IndicatorPhrase;
  readonly worded: (around: Surroundings) => boolean;
  readonly excluded: RegExp | null;
  readonly namesChannels: (text: string) => boolean;
}

const compiled: readonly CompiledPhrase[] = indicatorPhrases.map((phrase) => ({
  phrase,
  worded: wordingTest(phrase),
  excluded: phrase.without === undefined ? null : new RegExp(anyOf(phrase.without), 'u'),
  namesChannels: phrase.channels ? channelTest(phrase.channels.among, phrase.channels.are) : () => true,
}));

/** The phrases that count in a unit, in their order. */
const byUnit = new Map<string, CompiledPhrase[]>();
for (const candidate of compiled) {
  for (const unit of candidate.phrase.units) byUnit.set(unit, [...(byUnit.get(unit) ?? []), candidate]);
}

const topic = new RegExp(anyOf(disclosureTopic), 'u');
const quotes = new RegExp(anyOf(quotationMarks), 'gu');
const anyQuote = new RegExp(anyOf(quotationMarks), 'u');

export function speaksOfDisclosure(text: string): boolean {
  return topic.test(text);
}

const topicAsPart = new RegExp(topicPart, 'u');

/** 行政复议537件,其中涉及政府信息公开的12件: all cases, of which disclosure is a part. */
function narrowedLater({ sentence, prefix }: FigureContext): boolean {
  return topicAsPart.test(sentence.slice(prefix.length));
}

export function isIn(sections: readonly SectionKey[] | undefined, section: SectionKey | null): boolean {
  return section !== null && (sections?.includes(section) ?? false);
}

/** Whether the figure stands where the phrase counts; as part of a figure it must be a part the phrase knows; of one in
 * the paragraph before (其中 opens the sentence) at least one that its section is about.
 */
function placed(phrase: IndicatorPhrase, context: FigureContext): boolean {
  const follows = context.lead?.some((key) => phrase.of?.includes(key)) ?? false;
  const atHome = isIn(phrase.home, context.section);
  const ofWholeBefore = atHome && context.lead === null && phrase.of !== undefined;
  if (context.isPart || follows) return follows || ofWholeBefore;
  if (phrase.needs === 'nothing') return true;
  if (phrase.needs === 'topic') return atHome || speaksOfDisclosure(context.sentence);
  if (phrase.needs === 'topicBefore') {
    return !narrowedLater(context) && (atHome || speaksOfDisclosure(context.prefix + context.tail));
  }
  const isLed = context.lead !== null && (context.lead.length > 0 || phrase.needs === 'knownLead');
  const ledByAnother = phrase.of !== undefined && isLed;
  return atHome && !ledByAnother;
}

function fits(candidate: CompiledPhrase, context: FigureContext, around: Surroundings): boolean {
  const { phrase, worded, excluded, namesChannels } = candidate;
  if (isIn(phrase.notIn, context.section)) return false;
  if (!placed(phrase, context) || !worded(around) || excluded?.test(context.scope)) return false;
  return namesChannels(context.scope);
}

function unquoted(text: string): string {
  return anyQuote.test(text) ? text.replaceAll(quotes, '') : text;
}

/** The phrase by which a figure is stated; null where none fits, which leaves the figure unread. */
export function matchPhrase(context: FigureContext): IndicatorPhrase | null {
  const around = { head: unquoted(context.head), tail: unquoted(context.tail) };
  const candidates = byUnit.get(context.quantity.unit) ?? [];
  return candidates.find((candidate) => fits(candidate, context, around))?.phrase ?? null;
}
