import type { IndicatorPhrase } from '../../../schema/law/vocabulary/indicator-phrase.ts';
import { indicatorPhrases } from '../../../schema/law/vocabulary/indicator-phrases.ts';
import { disclosureTopic, quotationMarks, topicPart } from '../../../schema/law/vocabulary/prose-marks.ts';
import type { SectionKey } from '../../../schema/law/vocabulary/sections.ts';
import { channelTest } from './channels.ts';
import type { FigureContext } from './figure-context.ts';
import { type Surroundings, wordingTest } from './phrase-pattern.ts';
import { anyOf } from './words.ts';

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
  const ledByAnother = phrase.of !== undefined && context.lead !== null && context.lead.length > 0;
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
