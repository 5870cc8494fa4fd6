import { changeFillers, decreaseWords, increaseWords, lastYearWords } from '../../schema/law/vocabulary/claim-words.ts';
import type { ChangeClaim, Percent, PlacedFigure } from './claim.ts';
import { type PlacedPercent, percents, sameUnit } from './claim.ts';
import { anyOf } from './sentences.ts';
import type { SentenceClaim } from './share-claims.ts';

const lastYear = anyOf(lastYearWords);
const change = `(?:${anyOf(increaseWords)}|(?<down>${anyOf(decreaseWords)}))(?:${anyOf(changeFillers)})?`;

/** From a figure to its change: 224件,(与上年相比,)(同比)增长; where the sentence gives last year's, 增长 alone. */
const toChange = new RegExp(`^[,、(;]?(?:${lastYear},?){1,2}${change}$`, 'u');
const toBareChange = new RegExp(`^[)]?[,、(;]?(?:${lastYear},?){0,2}${change}$`, 'u');
/** From a stated difference to the same change in percent: 24件,增长; 24件,增幅. */
const toPercent = new RegExp(`^[,、(]?(?:同比|较上年|比上年)?(?:${change}|[增降]幅[为达]?|)$`, 'u');
/** Words before a figure of another year: 2020年(共收到)200件; 上年为200件; 比2020年的200件; 较2020年(200件). */
const otherYear =
  /(?:(?<last>上年度?|去年|上一年度?)|(?<year>20\d\d)年度?)(?:同期)?(?:共|新)?(?:收到|受理|办结|发布信息|公开)?(?:政府信息公开申请)?(?:为|是|的)?[(]?$/u;

/** A pair of figures of one thing: this year's, and last year's where the sentence gives it. */
interface Pair {
  readonly now: PlacedFigure;
  readonly before: PlacedFigure | null;
  /** The later of the two in the text, which what is said of the change follows. */
  readonly last: PlacedFigure;
}

/**
 * Changes stated directly after a figure: 224件,同比增长12%; 224件,比上年增加24件,增长12%; 2020年200件,2021年224件,增长12%.
 * `year` is the report's; with null only 上年 and the like name the year before.
 */
export function changeClaims(
  text: string,
  figures: readonly PlacedFigure[],
  year: number | null,
): SentenceClaim<ChangeClaim>[] {
  const differences = new Set<PlacedFigure>();
  return pairs(figures, year).flatMap((pair) => {
    if (differences.has(pair.now)) return [];
    const { claim, difference } = changeAfter(text, figures, pair);
    if (difference !== null) differences.add(difference);
    return claim === null ? [] : [claim];
  });
}

function pairs(figures: readonly PlacedFigure[], year: number | null): Pair[] {
  return figures.map((figure, index) => {
    const previous = figures[index - 1];
    if (previous === undefined || !sameUnit(previous, figure)) return { now: figure, before: null, last: figure };
    if (isOfYearBefore(figure, year)) return { now: previous, before: figure, last: figure };
    return { now: figure, before: isOfYearBefore(previous, year) ? previous : null, last: figure };
  });
}

function isOfYearBefore({ before }: PlacedFigure, year: number | null): boolean {
  const match = otherYear.exec(before);
  if (match === null) return false;
  return match.groups?.last !== undefined || Number(match.groups?.year) === (year ?? 0) - 1;
}

function changeAfter(text: string, figures: readonly PlacedFigure[], { now, before, last }: Pair) {
  const words = before === null ? toChange : toBareChange;
  const next = figures[figures.indexOf(last) + 1];
  const by = next !== undefined && sameUnit(next, now) ? signAfter(words, text.slice(last.end, next.start)) : null;
  const difference = by === null || next === undefined ? null : next;
  const from = difference ?? last;
  const rate = percents(text).find(({ start }) => start >= from.end);
  const between = rate === undefined ? '' : text.slice(from.end, rate.start);
  const sign = difference === null ? signAfter(words, between) : toPercent.test(between) ? by : null;
  const percent = rate === undefined || sign === null ? null : signed(rate, sign);
  if (percent === null && before === null && difference === null) return { claim: null, difference };
  const stated = difference === null || by === null ? null : { ...difference, value: difference.value * by };
  const at = percent === null ? null : (rate?.start ?? null);
  return { claim: { kind: 'change' as const, now, percent, difference: stated, before, at }, difference };
}

function signAfter(pattern: RegExp, between: string): 1 | -1 | null {
  const match = pattern.exec(between);
  if (match === null) return null;
  return match.groups?.down === undefined ? 1 : -1;
}

function signed({ value, decimals, approximate }: PlacedPercent, sign: 1 | -1): Percent {
  return { value: value * sign, decimals, approximate };
}
