import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aggregate } from '../../../../schema/law/metrics/aggregate.ts';
import { metricByKey } from '../../../../schema/law/metrics/metrics.ts';
import { groupsOf } from '../../../../schema/law/metrics/province.ts';
import { divisions } from '../../../../schema/law/vocabulary/divisions.ts';
import { noDenominators } from '../../../../schema/record/denominator.ts';
import type { VersionHead } from '../../../../schema/record/version-head.ts';
import { buildHead } from '../../../support/build-head.ts';
import { buildAgency, buildRecord } from '../../../support/build-record.ts';

const sichuan = divisions.filter(({ code }) => code.startsWith('51'));
const base = buildHead(buildRecord());

/** Figures as they come: some missing, some zero. */
const figure = fc.option(fc.nat({ max: 500 }), { freq: 5, nil: undefined });

const report = fc
  .record({
    division: fc.constantFrom(...sichuan),
    form: fc.constantFrom('2008' as const, '2019' as const, '2021' as const),
    granted: figure,
    processed: figure,
    number: fc.nat(),
  })
  .map(({ division, form, granted, processed, number }): VersionHead => {
    const agency = buildAgency(`${division.name}第${number}局`, division.code);
    const figures = {
      ...(granted === undefined ? {} : { 'applications.granted.total': granted }),
      ...(processed === undefined ? {} : { 'applications.processed.total': processed }),
    };
    const { id: agencyId, name: agencyName } = agency;
    return { ...base, agencyId, agencyName, divisionCode: division.code, scope: 'organ', form, figures };
  });

const shareOf = ({ form, figures }: VersionHead): number | null => {
  const [of, to] = [figures['applications.granted.total'], figures['applications.processed.total']];
  return form === '2008' || of === undefined || to === undefined || to === 0 ? null : of / to;
};

/** The value below which so many values lie, by counting through all of them. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [below = 0, above = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below * (1 - (place % 1)) + above * (place % 1);
}

test('an aggregate equals a recomputation from every report, whatever is printed', () => {
  fc.assert(
    fc.property(fc.array(report, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (heads, minimum) => {
      const metric = metricByKey('grantedShare');
      const found = aggregate(metric, { heads, denominators: noDenominators }, minimum);
      const values = heads.map(shareOf).filter((value) => value !== null);
      expect(found.measured).toBe(values.length);
      expect([...found.gaps.values()].reduce((sum, count) => sum + count, 0)).toBe(heads.length - values.length);
      if (values.length < minimum || values.length === 0) {
        expect(found.summary).toBeNull();
        return;
      }
      expect(found.summary?.mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length);
      for (const [name, share] of [
        ['p10', 0.1],
        ['p25', 0.25],
        ['median', 0.5],
        ['p75', 0.75],
        ['p90', 0.9],
      ] as const)
        expect(found.summary?.[name]).toBeCloseTo(percentile(values, share));
      expect([found.summary?.min, found.summary?.max]).toEqual([Math.min(...values), Math.max(...values)]);
      const counted = heads.filter((head) => shareOf(head) !== null).map(({ figures }) => figures);
      const sum = (path: string) => counted.reduce((total, figures) => total + (figures[path] ?? 0), 0);
      expect(found.together().pooled).toBeCloseTo(
        sum('applications.granted.total') / sum('applications.processed.total'),
      );
      for (const { value, rank } of found.ranking())
        expect(rank).toBe(1 + values.filter((other) => other > value).length);
      expect(found.ranking()).toHaveLength(values.length);
    }),
  );
});

test('the groups of a province part its agencies and reports, each into one', () => {
  fc.assert(
    fc.property(
      fc.array(report, { maxLength: 60 }),
      fc.constantFrom('division' as const, 'level' as const),
      (heads, by) => {
        const agencies = heads.map((head) => ({
          ...buildAgency(),
          id: head.agencyId,
          divisionCode: head.divisionCode,
        }));
        const groups = groupsOf({ within: '51', kind: {}, agencies, reports: heads }, by);
        expect(groups.flatMap(({ reports }) => reports).toSorted(byId)).toEqual(heads.toSorted(byId));
        expect(groups.flatMap((group) => group.agencies).toSorted(byAgency)).toEqual(agencies.toSorted(byAgency));
        if (by === 'level') return;
        for (const { divisionCode, reports } of groups)
          for (const { divisionCode: code } of reports)
            expect(code?.startsWith(String(divisionCode).replace(/(00)+$/, ''))).toBe(true);
      },
    ),
  );
});

const byAgency = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const byId = (a: VersionHead, b: VersionHead) => (a.agencyId < b.agencyId ? -1 : 1);
