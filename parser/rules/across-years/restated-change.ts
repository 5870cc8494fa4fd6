import { indicatorName } from '../../../schema/law/vocabulary/indicators.ts';
import type { Bilingual } from '../../../schema/record/bilingual.ts';
import { differentScopes, type Scope } from '../../../schema/record/scope.ts';
import { tableCells } from '../../../schema/record/table-rows.ts';
import type { ChangeClaim } from '../../prose/claim.ts';
import { extractClaims } from '../../prose/extract-claims.ts';
import { type CellReading, readingsIn } from '../readings.ts';
import type { RecordParts } from '../rule.ts';
import { fitsPercent } from '../verdict.ts';
import {
  type AcrossYearsRule,
  notComparable,
  statedFigure,
  type TwoYears,
  type YearCheck,
  type YearFigure,
} from './across-years-rule.ts';

/** A figure of last year that a sentence of this year may speak of. */
interface LastYearFigure {
  readonly year: number;
  readonly value: number;
  /** What it was read from. */
  readonly figures: readonly YearFigure[];
  /** From a table, not from a sentence. */
  readonly isPrinted: boolean;
}

/** An indicator as this year's sentence states it. */
interface StatedIndicator {
  readonly key: string;
  readonly value: number;
  readonly scope: Scope;
}

const unnamed = { zh: '', en: '' };

/**
 * Last year's figure of the same kind. Words such as 办结 are counted in several ways: last year's tables are read in the way
 * in which this year's agree with the sentence. Where no table has it, last year's text, if it states it once; else null.
 */
function figureOfLastYear(stated: StatedIndicator, { before, after }: TwoYears): LastYearFigure | null {
  if (before.year === null) return null;
  const now = tableReadings(after, stated.key).filter(({ value }) => value === stated.value);
  const last = tableReadings(before, stated.key);
  for (const { cells, scope } of now) {
    const same = last.find((reading) => reading.cells.join() === cells.join());
    if (same === undefined || same.hasBlank || differentScopes(scope, same.scope)) continue;
    return { year: before.year, value: same.value, figures: figuresAt(before, before.year, same), isPrinted: true };
  }
  if (last.length > 0) return null;
  const said = statedFigure(before, stated.key, unnamed);
  if (said !== null && differentScopes(said.scope, stated.scope)) return null;
  return said?.value == null ? null : { year: before.year, value: said.value, figures: [said], isPrinted: false };
}

function tableReadings(record: RecordParts, key: string) {
  return readingsIn(record)(key);
}

function figuresAt({ tables }: RecordParts, year: number, { cells: paths, scope }: CellReading): YearFigure[] {
  const cells = new Map(tableCells(tables));
  return paths.map((path) => {
    const cell = cells.get(path);
    return { year, path, name: unnamed, value: cell?.value ?? null, state: cell?.state ?? null, scope };
  });
}

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
