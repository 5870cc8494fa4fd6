import { indicatorName } from '../../../schema/law/vocabulary/indicators.ts';
import type { Bilingual } from '../../../schema/record/bilingual.ts';
import type { ChangeClaim } from '../../extract/claims/claim.ts';
import { extractClaims } from '../../extract/claims/extract-claims.ts';
import { fitsPercent } from '../percent-fits.ts';
import type { RecordParts } from '../rule.ts';
import type { AcrossYearsRule, TwoYears } from './across-years-rule.ts';
import { figureOfLastYear, type LastYearFigure } from './last-year-figure.ts';
import type { YearCheck } from './year-check.ts';
import { notComparable } from './year-check.ts';

/** What the sentence says of last year: its figure, or by how much it changed. */
interface Restatement {
  readonly claim: ChangeClaim;
  readonly key: string;
  readonly after: RecordParts;
  readonly last: LastYearFigure;
}

/** Last year's figure as the sentence gives it; null where it gives a percentage alone. */
function statedLast({ now, before, difference }: ChangeClaim): number | null {
  if (before !== null && !before.approximate) return before.value;
  return difference !== null && !difference.approximate ? now.value - difference.value : null;
}

/** Null where the sentence says nothing that could be held against last year's report. */
function comparison({ claim, last }: Restatement): { expected: number; actual: number; agrees: boolean } | null {
  const stated = statedLast(claim);
  if (stated !== null) return { expected: last.value, actual: stated, agrees: stated === last.value };
  if (claim.percent === null || last.value <= 0) return null;
  const follows = (100 * (claim.now.value - last.value)) / last.value;
  const expected = Number(follows.toFixed(claim.percent.decimals));
  return { expected, actual: claim.percent.value, agrees: fitsPercent(follows, claim.percent) };
}

function message({ claim, key, last }: Restatement, expected: number, actual: number): Bilingual {
  const name = indicatorName(key) ?? { zh: key, en: key };
  const unit = statedLast(claim) === null ? '%' : '';
  return {
    zh: `${name.zh}:按${last.year}年报告的${last.value},上年数或增减应为${expected}${unit},正文为${actual}${unit}。`,
    en: `${name.en}: by the ${last.value} of the ${last.year} report it should be ${expected}${unit}, the text has ${actual}${unit}.`,
  };
}

function check(restated: Restatement): YearCheck[] {
  const compared = comparison(restated);
  if (compared === null) return [];
  const { expected, actual, agrees } = compared;
  if (agrees) return [{ outcome: 'pass' }];
  const { claim, after, last } = restated;
  const section = after.sections.find(({ ordinal }) => ordinal === claim.section)?.key;
  const path = section === undefined ? `indicators.${restated.key}` : `sections.${section}`;
  const stated = {
    path,
    year: after.year ?? 0,
    name: { zh: '正文', en: 'text' },
    value: actual,
    state: 'number',
    scope: claim.now.scope,
  } as const;
  const evidence = { zh: `原文:“${claim.text}”`, en: `The text says: “${claim.text}”` };
  const severity = last.isPrinted ? 'warning' : 'info';
  const figures = [stated, ...last.figures];
  return [
    { outcome: 'fail', figures, expected, actual, message: message(restated, expected, actual), evidence, severity },
  ];
}

function checkClaim(claim: ChangeClaim, { before, after }: TwoYears): YearCheck[] {
  const [key, ...others] = claim.now.keys;
  if (key === undefined || others.length > 0) return [];
  if (claim.now.approximate)
    return [notComparable({ zh: '正文只写约数。', en: 'The text gives a round figure only.' })];
  const last = figureOfLastYear({ key, value: claim.now.value, scope: claim.now.scope }, { before, after });
  return last === null ? [] : check({ claim, key, after, last });
}

/**
 * What the text says of last year (同比增长12%, 比上年增加24件, 上年200件) is what last year's report says: its tables, where this
 * year's sentence agrees with this year's tables on what it counts (a warning), else its text (an info).
 */
export const restatedChange: AcrossYearsRule = {
  id: 'across-years.restated-change',
  title: { zh: '正文所述上年数及同比与上年度报告一致', en: 'What the text says of last year agrees with its report' },
  severity: 'warning',
  source: { zh: '正文', en: 'Text' },
  check: (years) =>
    extractClaims(years.after).flatMap((claim) => (claim.kind === 'change' ? checkClaim(claim, years) : [])),
  examples: {
    passing: {
      about: { zh: '营口市2020年67件,设上年60件:增加7件', en: 'Yingkou 2020: 67 applications, 7 more than 60' },
      before: { form: '2019', year: 2019, rows: { 'applications.newlyReceived': [60, 0, 0, 0, 0, 0, 60] } },
      after: {
        form: '2019',
        year: 2020,
        rows: { 'applications.newlyReceived': [61, 4, 0, 0, 2, 0, 67] },
        sections: { overview: '收到政府信息公开申请67件,比上年增加7件。' },
      },
    },
    failing: {
      about: { zh: '同上,正文按上年50件计算', en: 'The same, with a text that reckons from 50' },
      before: { form: '2019', year: 2019, rows: { 'applications.newlyReceived': [60, 0, 0, 0, 0, 0, 60] } },
      after: {
        form: '2019',
        year: 2020,
        rows: { 'applications.newlyReceived': [61, 4, 0, 0, 2, 0, 67] },
        sections: { overview: '收到政府信息公开申请67件,比上年增加17件,增长34%。' },
      },
    },
  },
};
