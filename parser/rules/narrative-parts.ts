import { differentScopes, type Scope } from '../../schema/record/scope.ts';
import type { ClaimedFigure, PartsClaim } from '../prose/claim.ts';
import type { CheckableRecord, Rule } from './rule.ts';
import { checkOf, type Verdict } from './verdict.ts';

/** Parts that exceed their whole by no more than this share were meant to make it up. */
const nearMiss = 0.02;
/** Small wholes are missed by little too easily. */
const leastWhole = 20;

/** The sums of the first part, the first two, and so on: a list may go on with figures that are no parts any more. */
function runningSums(parts: readonly ClaimedFigure[]): number[] {
  let sum = 0;
  return parts.map(({ value }) => {
    sum += value;
    return sum;
  });
}

/** The same digits in another order: 1931 for 1913. */
function isTransposed(one: number, other: number): boolean {
  const digits = (value: number) => [...String(value)].toSorted().join('');
  return one !== other && digits(one) === digits(other);
}

function missesBy(sums: readonly number[], whole: number): number | null {
  const candidates = sums.slice(1).filter((sum) => {
    const tooMuch = sum > whole && whole >= leastWhole && sum - whole <= nearMiss * whole;
    return tooMuch || (whole >= leastWhole && isTransposed(sum, whole));
  });
  return candidates[0] ?? null;
}

function verdict(record: CheckableRecord, { whole, parts, text, section }: PartsClaim): Verdict[] {
  const place = record.sections.find(({ ordinal }) => ordinal === section)?.key;
  const base = {
    tag: String(whole.value),
    cells: [...(place === undefined ? [] : [`sections.${place}`]), ...whole.keys.map((key) => `indicators.${key}`)],
    text,
    actual: whole.value,
  };
  const [first] = parts;
  if (first === undefined) return [];
  if ([whole, ...parts].some(({ approximate }) => approximate)) {
    const message = { zh: '只写约数。', en: 'Round figures only.' };
    return [{ ...base, agrees: null, expected: null, message }];
  }
  const sums = runningSums(parts);
  if (first.value > whole.value) {
    const message = {
      zh: `其中一项${first.value}${first.unit},多于总数${whole.value}。`,
      en: `One part is ${first.value}, more than the whole of ${whole.value}.`,
    };
    return [{ ...base, agrees: false, expected: whole.value, actual: first.value, message }];
  }
  const missed = sums.includes(whole.value) ? null : missesBy(sums, whole.value);
  const message = {
    zh: `各分项合计${missed ?? ''},而总数为${whole.value}。`,
    en: `The parts add up to ${missed ?? ''}, but the whole is ${whole.value}.`,
  };
  const fits = sums.includes(whole.value) || (sums.at(-1) ?? 0) <= whole.value;
  return [{ ...base, agrees: missed === null ? fits || null : false, expected: missed ?? whole.value, message }];
}

/** A level or an area is no part of an organ, and an area none of a level: such a figure is of something else. */
const wider: readonly Scope[] = ['organ', 'ownLevel', 'territory'];

function isWider(part: ClaimedFigure, whole: ClaimedFigure): boolean {
  return differentScopes(part.scope, whole.scope) && wider.indexOf(part.scope) > wider.indexOf(whole.scope);
}

/** Each list of parts that a sentence gives, held against its whole. */
export function partVerdicts(record: CheckableRecord): Verdict[] {
  return record.claims.flatMap((claim) => {
    if (claim.kind !== 'parts' || claim.parts.some((part) => isWider(part, claim.whole))) return [];
    return verdict(record, claim);
  });
}

/**
 * Parts said of a whole (其中…) fit into it: the first does not exceed it, and parts that come very near to it make it
 * up. Parts may overlap and leave things out, so a list that is far from its whole is no finding.
 */
export const narrativeParts: Rule = {
  id: 'narrative.parts',
  title: { zh: '正文“其中”各项与总数相符', en: 'Parts in the text agree with their whole' },
  severity: 'warning',
  source: { zh: '正文', en: 'Text' },
  check: (record) => partVerdicts(record).map(checkOf),
  examples: {
    passing: {
      about: { zh: '营口市2020年:474与428合计902', en: 'Yingkou 2020: 474 and 428 are 902' },
      form: '2019',
      year: 2020,
      sections: { overview: '专栏已发布相关信息902条,其中市本级发布信息474条,各县(市)区专栏信息428条。' },
    },
    failing: {
      about: { zh: '1397与534合计1931,总数作1913', en: '1397 and 534 are 1931, printed as 1913' },
      form: '2021',
      sections: { overview: '全年公开信息1913条,其中政府网站1397条,政务微信534条。' },
    },
  },
};
