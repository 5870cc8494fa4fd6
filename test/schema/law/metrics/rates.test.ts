import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { figurePaths } from '../../../../infra/store/heads/head-line.ts';
import { FormId } from '../../../../schema/law/forms/form.ts';
import { aggregate } from '../../../../schema/law/metrics/aggregate.ts';
import { basisOf } from '../../../../schema/law/metrics/basis.ts';
import { gapWords } from '../../../../schema/law/metrics/gap-words.ts';
import { measure } from '../../../../schema/law/metrics/measure.ts';
import { metricFormula } from '../../../../schema/law/metrics/metric.ts';
import { metricByKey, metrics } from '../../../../schema/law/metrics/metrics.ts';
import { territoryOf } from '../../../../schema/law/metrics/territory.ts';
import { DenominatorMeasure } from '../../../../schema/law/vocabulary/denominators.ts';
import { divisions } from '../../../../schema/law/vocabulary/divisions.ts';
import { type DenominatorStatement, denominatorsOf, noDenominators } from '../../../../schema/record/denominator.ts';
import { Scope } from '../../../../schema/record/scope.ts';
import type { VersionHead } from '../../../../schema/record/version-head.ts';
import { buildHead } from '../../../support/build-head.ts';
import { buildAgency, buildRecord } from '../../../support/build-record.ts';

const base = buildHead(buildRecord());
const source = { title: '公报', url: null, publishedOn: null };

function statement(
  divisionCode: string,
  year: number,
  value: number | null,
  rest: Partial<DenominatorStatement> = {},
): DenominatorStatement {
  const said = { measure: 'residentPopulation', raw: String(value), unit: '人', source } as const;
  return { ...said, divisionCode, year, value, recordedAt: '2026-01-01T00:00:00.000Z', ...rest };
}

function reportOf(name: string, divisionCode: string, rest: Partial<VersionHead> = {}): VersionHead {
  const level = divisions.find(({ code }) => code === divisionCode)?.level ?? null;
  const agency = { ...buildAgency(name, divisionCode), level };
  const of = { agencyId: agency.id, agencyName: name, divisionCode, level, year: 2020, form: '2019' } as const;
  return { ...base, ...of, scope: 'territory', rules: {}, ...rest };
}

const received = (value: number) => ({ figures: { 'applications.newlyReceived.total': value } });
const rate = metricByKey('applicationsPer100000');
const neijiang = reportOf('内江市人民政府', '511000', received(224));
const inhabitants = denominatorsOf([statement('511000', 2020, 3_140_678)]);

describe('a rate', () => {
  it('is so many for a hundred thousand of exactly this division and year', () => {
    expect(measure(rate, neijiang, inhabitants)).toEqual({ value: (224 * 100_000) / 3_140_678, gap: null });
    expect(metricFormula(rate)).toBe(
      '(applications.newlyReceived.total | statistics.applications.received | indicators.applications.received) * 100000 / denominators.residentPopulation',
    );
  });

  it.each([
    ['noDenominator', { ...neijiang, year: 2021 }],
    ['notTerritory', { ...neijiang, scope: 'organ' as const }],
    ['notTerritory', { ...neijiang, scope: 'ownLevel' as const }],
    ['scopeUnknown', { ...neijiang, scope: 'unknown' as const }],
    ['notPrinted', { ...neijiang, figures: {} }],
    ['noDivision', reportOf('内江经济技术开发区管理委员会', '511000', received(1))],
    ['noDivision', { ...reportOf('内江市东兴区田家镇人民政府', '511011', received(1)), level: 'township' as const }],
    ['noDivision', { ...neijiang, divisionCode: null }],
  ])('is a gap, %s, and never 0 or of another year', (code, head) => {
    const { value, gap } = measure(rate, head, inhabitants);
    expect([value, gap?.code]).toEqual([null, code]);
    expect(basisOf(rate, head, inhabitants)).toBeNull();
    expect(gap === null ? '' : gapWords(rate, gap, '2019').zh).toMatch(/\p{Script=Han}/u);
  });

  it('follows the newest statement, and is a gap again where that takes back', () => {
    const later = statement('511000', 2020, null, { raw: '', recordedAt: '2026-02-01T00:00:00.000Z' });
    const all = [later, statement('511000', 2020, 3_140_678)];
    expect(measure(rate, neijiang, denominatorsOf(all)).gap?.code).toBe('noDenominator');
  });

  it('of several territories is all that they count by all that they have', () => {
    const zigong = reportOf('自贡市人民政府', '510300', received(100));
    const both = denominatorsOf([statement('511000', 2020, 3_000_000), statement('510300', 2020, 2_000_000)]);
    const together = aggregate(rate, { heads: [neijiang, zigong], denominators: both }, 1).together();
    expect(together).toMatchObject({ sum: null, pooled: (324 * 100_000) / 5_000_000, unpooled: null });
    const lacking = aggregate(rate, { heads: [neijiang, zigong], denominators: inhabitants }, 1);
    expect(lacking.gaps).toEqual(new Map([['noDenominator', 1]]));
    expect(lacking.together()).toMatchObject({ pooled: null, unpooled: 'noDenominator' });
  });

  it('counts the inhabitants of no territory twice', () => {
    const tax = reportOf('国家税务总局内江市税务局', '511000', received(10));
    const heads = [neijiang, tax];
    const found = aggregate(rate, { heads, denominators: inhabitants }, 1);
    expect(found.together().cover.reports).toHaveLength(2);
    expect(found.together()).toMatchObject({ pooled: null, unpooled: 'areasOverlap' });
    const county = reportOf('国家税务总局威远县税务局', '511024', received(10));
    const more = denominatorsOf([statement('511000', 2020, 3_000_000), statement('511024', 2020, 500_000)]);
    expect(aggregate(rate, { heads: [neijiang, county], denominators: more }, 1).together().pooled).toBeNull();
  });
});

const places = divisions.filter(({ code }) => code.startsWith('51')).slice(0, 8);
const names = ['人民政府', '教育局', '公安局', '经济技术开发区管理委员会', '第一人民医院', '城关镇人民政府'];
const years = [2019, 2020];

const head = fc
  .record({
    place: fc.constantFrom(...places),
    name: fc.constantFrom(...names),
    form: fc.constantFrom(...FormId.options),
    scope: fc.constantFrom(...Scope.options, 'territory' as const, 'territory' as const),
    year: fc.constantFrom(...years),
    township: fc.constantFrom(false, false, false, true),
    figures: fc.dictionary(fc.constantFrom(...figurePaths), fc.nat({ max: 5000 }), { maxKeys: 200, minKeys: 80 }),
  })
  .map(({ place, name, form, scope, year, township, figures }) => {
    const level = township ? ('township' as const) : place.level;
    return reportOf(`${place.name}${name}`, place.code, { form, scope, year, level, figures });
  });

const statements = fc.array(
  fc
    .record({
      place: fc.constantFrom(...places),
      year: fc.constantFrom(...years),
      measure: fc.constantFrom(...DenominatorMeasure.options),
      value: fc.option(fc.integer({ min: 1, max: 90_000_000 }), { freq: 8 }),
      day: fc.integer({ min: 10, max: 28 }),
    })
    .map(({ place, year, value, day, measure: counted }) =>
      statement(place.code, year, value, { measure: counted, recordedAt: `2026-01-${day}T00:00:00.000Z` }),
    ),
  { minLength: 30, maxLength: 60 },
);

const total = (figures: readonly { readonly value: number }[]) => figures.reduce((sum, { value }) => sum + value, 0);

test('every value of every measure is what its basis comes to, and there is a basis for nothing else', () => {
  let [rates, values] = [0, 0];
  fc.assert(
    fc.property(fc.array(head, { minLength: 5, maxLength: 15 }), statements, (heads, said) => {
      const denominators = denominatorsOf(said);
      for (const metric of metrics) {
        for (const each of heads) {
          const { value } = measure(metric, each, denominators);
          const basis = basisOf(metric, each, denominators);
          expect(basis === null).toBe(value === null);
          if (basis === null) continue;
          values += 1;
          for (const { path, value: figure } of [...basis.of, ...basis.to]) expect(each.figures[path]).toBe(figure);
          const { denominator } = basis;
          if (metric.per !== undefined) {
            rates += 1;
            // By the file alone: the last statement on this place and year, and no other.
            const own = said.filter(
              (one) =>
                one.divisionCode === each.divisionCode && one.year === each.year && one.measure === metric.per?.measure,
            );
            const latest = own
              .map(({ recordedAt }) => recordedAt)
              .toSorted()
              .at(-1);
            expect(own.filter(({ recordedAt }) => recordedAt === latest)).toContainEqual(denominator);
            expect([each.scope, territoryOf(each)]).toEqual(['territory', each.divisionCode]);
          }
          const divisor = metric.kind === 'share' ? total(basis.to) : (denominator?.value ?? 1);
          expect((total(basis.of) * basis.times) / divisor).toBe(value);
        }
      }
    }),
    { numRuns: 60 },
  );
  // The generators reach what is to be held.
  expect([rates > 10, values > 1000]).toEqual([true, true]);
});

test('no measure but a rate looks at denominators', () => {
  const full = reportOf('内江市人民政府', '511000', {
    figures: Object.fromEntries(figurePaths.map((path) => [path, 1])),
  });
  for (const metric of metrics.filter(({ per }) => per === undefined))
    expect(measure(metric, full, inhabitants)).toEqual(measure(metric, full, noDenominators));
});
