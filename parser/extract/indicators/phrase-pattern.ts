import type { IndicatorPhrase } from '../../../schema/law/vocabulary/indicator-phrase.ts';
import {
  connectors,
  fillers,
  joiners,
  linksAfterFigure,
  openings,
} from '../../../schema/law/vocabulary/prose-marks.ts';
import { anyOf } from './words.ts';

/** The words around a figure: of its clause, from the figure before (or the clause's start), and to the figure after. */
export interface Surroundings {
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
export function wordingTest(phrase: IndicatorPhrase): (around: Surroundings) => boolean {
  const wordings = [nounFirst(phrase), figureFirst(phrase)];
  return ({ head, tail }) =>
    wordings.some(({ before, after }) => before.test(head) && (after === null || after.test(tail)));
}
