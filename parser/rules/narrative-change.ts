import { differentScopes } from '../../schema/record/scope.ts';
import type { ChangeClaim, Percent } from '../prose/claim.ts';
import type { CheckableRecord, Rule } from './rule.ts';
import { checkOf, fitsPercent, type Verdict } from './verdict.ts';

/** Money is not whole, so any percentage is possible for it. */
const moneyUnit = '元';

function written({ value, decimals }: Percent): string {
  return `${value > 0 ? '+' : ''}${value.toFixed(decimals)}%`;
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}

/** Last year's figure as the sentence gives it, or leaves it to be told from the difference. */
function lastYear({ now, before, difference }: ChangeClaim): number | null {
  if (before !== null && !before.approximate) return before.value;
  if (difference !== null && !difference.approximate) return now.value - difference.value;
  return null;
}

/** Whether any whole number of last year gives this change in percent. */
function isPossible({ now, percent }: ChangeClaim): boolean {
  if (percent === null || now.unit === moneyUnit || percent.value <= -100) return true;
  const near = Math.floor(now.value / (1 + percent.value / 100));
  return [near - 1, near, near + 1, near + 2]
    .filter((previous) => previous > 0)
    .some((previous) => fitsPercent((100 * (now.value - previous)) / previous, percent));
}

function verdict(record: CheckableRecord, claim: ChangeClaim): Verdict {
  const { now, percent, difference, before, text, section } = claim;
  const place = record.sections.find(({ ordinal }) => ordinal === section)?.key;
  const cells = [...(place === undefined ? [] : [`sections.${place}`]), ...now.keys.map((key) => `indicators.${key}`)];
  const previous = lastYear(claim);
  const tag = percent === null ? signed(difference?.value ?? 0) : written(percent);
  const unclear = { zh: '没有可核对的上年数。', en: 'There is no figure of last year to compare.' };
  const base = { tag, cells, text, actual: percent?.value ?? difference?.value ?? null };
  if (now.approximate || (previous === null && percent?.approximate))
    return { ...base, agrees: null, expected: null, message: unclear };
  if (before !== null && difference !== null && !before.approximate && before.value + difference.value !== now.value) {
    return {
      ...base,
      agrees: false,
      actual: difference.value,
      ...differenceDoubt(now.value, before.value, difference.value),
    };
  }
  if (percent === null) {
    return { ...base, agrees: before === null || difference === null ? null : true, expected: null, message: unclear };
  }
  if (previous !== null && previous > 0) {
    const follows = (100 * (now.value - previous)) / previous;
    const message = {
      zh: `由${previous}到${now.value},应为${signed(round(follows, percent.decimals))}%,正文为${written(percent)}。`,
      en: `From ${previous} to ${now.value} is ${signed(round(follows, percent.decimals))}%, the text has ${written(percent)}.`,
    };
    return { ...base, agrees: fitsPercent(follows, percent), expected: round(follows, percent.decimals), message };
  }
  const message = {
    zh: `没有一个上年整数能使${now.value}的变化为${written(percent)}。`,
    en: `No whole number of last year makes ${now.value} a change of ${written(percent)}.`,
  };
  return { ...base, agrees: isPossible(claim), expected: null, message, severity: 'info' };
}

function differenceDoubt(now: number, before: number, difference: number) {
  return {
    expected: now - before,
    message: {
      zh: `由${before}到${now},应为${signed(now - before)},正文为${signed(difference)}。`,
      en: `From ${before} to ${now} is ${signed(now - before)}, the text has ${signed(difference)}.`,
    },
  };
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** Each change that a sentence states, held against what the same sentence says of last year; not of whom else it speaks. */
export function changeVerdicts(record: CheckableRecord): Verdict[] {
  return record.claims.flatMap((claim) => {
    if (claim.kind !== 'change' || differentScopes(claim.now.scope, claim.before?.scope ?? 'unknown')) return [];
    return [verdict(record, claim)];
  });
}

/**
 * A stated change (同比增长12%) follows from the figures that the sentence gives for both years; where it gives this
 * year's alone, some whole number of last year must make it (an info). What last year's report says is another rule's.
 */
export const narrativeChange: Rule = {
  id: 'narrative.change',
  title: { zh: '正文所述增减与数字相符', en: 'Changes in the text follow from the figures' },
  severity: 'warning',
  source: { zh: '正文', en: 'Text' },
  check: (record) => changeVerdicts(record).map(checkOf),
  examples: {
    passing: {
      about: { zh: '224件比上年增加24件,增长12%', en: '224 are 24 more than last year, 12%' },
      form: '2021',
      sections: { overview: '收到政府信息公开申请224件,比上年增加24件,增长12%。' },
      rows: { 'applications.newlyReceived': [224, 0, 0, 0, 0, 0, 224] },
    },
    failing: {
      about: { zh: '同上,误作21%', en: 'The same with 21%' },
      form: '2021',
      sections: { overview: '收到政府信息公开申请224件,比上年增加24件,增长21%。' },
      rows: { 'applications.newlyReceived': [224, 0, 0, 0, 0, 0, 224] },
    },
  },
};
