import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '../../../../schema/law/metrics/aggregate.ts';
import { coverOf } from '../../../../schema/law/metrics/cover.ts';
import { metricByKey } from '../../../../schema/law/metrics/metrics.ts';
import { divisionByCode, divisionParents, divisions } from '../../../../schema/law/vocabulary/divisions.ts';
import type { AgencyLevel } from '../../../../schema/record/agency.ts';
import { noDenominators } from '../../../../schema/record/denominator.ts';
import type { Scope } from '../../../../schema/record/scope.ts';
import type { VersionHead } from '../../../../schema/record/version-head.ts';
import { buildHead } from '../../../support/build-head.ts';
import { buildAgency, buildRecord } from '../../../support/build-record.ts';

const base = buildHead(buildRecord());
const received = metricByKey('applicationsReceived');

interface Wishes {
  readonly scope?: Scope;
  readonly value?: number;
  readonly level?: AgencyLevel | null;
}

function headOf(organ: string, code: string, { scope = 'organ', value = 1, level }: Wishes = {}): VersionHead {
  const division = divisionByCode(code);
  const agency = buildAgency(`${division?.name}${organ}`, code);
  return {
    ...{ ...base, agencyId: agency.id, agencyName: agency.name, divisionCode: code, scope },
    level: level === undefined ? (division?.level ?? null) : level,
    figures: { 'applications.newlyReceived.total': value },
  };
}

const city = '511000';
const county = '511002';
const sumOf = (heads: readonly VersionHead[]) =>
  aggregate(received, { heads, denominators: noDenominators }, 1).together().sum;
const names = (heads: readonly VersionHead[]) => heads.map(({ agencyName }) => agencyName);

describe('a whole', () => {
  const exceededOf = (heads: readonly VersionHead[]) =>
    aggregate(received, { heads, denominators: noDenominators }, 1)
      .together()
      .exceeded.map(({ whole, value, parts, partsValue }) => [whole.agencyName, value, names(parts), partsValue]);
  const whole = (value: number, scope: Scope = 'territory') => headOf('人民政府', city, { scope, value });
  const [bureau, below] = [headOf('教育局', city, { value: 5 }), headOf('财政局', county, { value: 7 })];

  it('is exceeded where the parts in hand come to more, and only then', () => {
    expect(exceededOf([whole(11), bureau, below])).toEqual([
      ['内江市人民政府', 11, ['内江市教育局', '市中区财政局'], 12],
    ]);
    expect(exceededOf([whole(12), bureau, below])).toEqual([]);
    expect(exceededOf([whole(100), bureau])).toEqual([]);
  });

  it('is held against no part twice, and against none that it does not count', () => {
    const district = headOf('人民政府', county, { scope: 'territory', value: 9 });
    expect(exceededOf([whole(15), bureau, below, district])).toEqual([]);
    expect(exceededOf([whole(13), bureau, below, district])).toEqual([
      ['内江市人民政府', 13, ['内江市教育局', '市中区人民政府'], 14],
    ]);
    expect(exceededOf([whole(6, 'ownLevel'), bureau, below])).toEqual([]);
    const customs = headOf('海关', city, { value: 50 });
    expect(exceededOf([whole(11), bureau, customs])).toEqual([]);
  });

  it('is held against no organ that is led from above it', () => {
    const district = headOf('人民政府', county, { scope: 'territory', value: 9 });
    const [weather, police] = [headOf('气象局', county, { value: 10 }), headOf('公安分局', county, { value: 10 })];
    expect(exceededOf([district, weather, police])).toEqual([]);
    expect(exceededOf([district, headOf('公安局', county, { value: 10 })])).toHaveLength(1);
    expect(exceededOf([whole(9), police])).toHaveLength(1);
  });

  it('of unknown scope, or with parts that may count one another, is exceeded by nothing', () => {
    expect(exceededOf([whole(1, 'unknown'), bureau, below])).toEqual([]);
    const doubtful = headOf('人民政府', county, { scope: 'unknown', value: 9 });
    expect(exceededOf([whole(1), below, doubtful])).toEqual([]);
  });
});

describe('a sum of reports', () => {
  const bureau = headOf('教育局', city, { value: 5 });
  const below = headOf('财政局', county, { value: 7 });

  it('does not add to a territory what lies in it', () => {
    const heads = [bureau, below, headOf('人民政府', city, { scope: 'territory', value: 100 })];
    expect(sumOf(heads)).toBe(100);
    const cover = coverOf(heads, heads);
    expect(names(cover.reports)).toEqual(['内江市人民政府']);
    expect(cover.leftOut.map(({ report, within }) => [report.agencyName, within.agencyName])).toEqual([
      ['内江市教育局', '内江市人民政府'],
      ['市中区财政局', '内江市人民政府'],
    ]);
  });

  it('does not add to a level its departments, and adds what lies below', () => {
    expect(sumOf([bureau, below, headOf('人民政府', city, { scope: 'ownLevel', value: 100 })])).toBe(107);
  });

  it('adds what an organ reports of itself alone', () => {
    expect(sumOf([bureau, below, headOf('人民政府办公室', city, { value: 100 })])).toBe(112);
  });

  it('is none where nothing tells whether a government counts the others too', () => {
    const heads = [bureau, below, headOf('人民政府', city, { scope: 'unknown', value: 100 })];
    expect(sumOf(heads)).toBeNull();
    const [doubt, ...more] = coverOf(heads, heads).doubts;
    expect([doubt?.code, doubt?.whole.agencyName, names(doubt?.parts ?? []), more]).toEqual([
      'scopeUnknown',
      '内江市人民政府',
      ['内江市教育局', '市中区财政局'],
      [],
    ]);
  });

  it('is that of a government alone, whatever its scope, and of unknown ones beside each other', () => {
    const unknown = { scope: 'unknown', value: 3 } as const;
    expect(sumOf([headOf('人民政府', '511000', unknown), headOf('人民政府', '510300', unknown)])).toBe(6);
  });

  it('does not add a system to its organs below, and is none where a government below counts some of it', () => {
    const system = headOf('教育局', city, { scope: 'territory', value: 50 });
    expect(sumOf([system, headOf('教育局', county, { value: 7 }), below])).toBe(57);
    const heads = [system, headOf('人民政府', county, { scope: 'territory', value: 20 })];
    expect(sumOf(heads)).toBeNull();
    expect(coverOf(heads, heads).doubts.map(({ code }) => code)).toEqual(['overlap']);
  });

  it('adds organs of a system of their own, and bodies that are no administrative organ, to a government', () => {
    const others = [headOf('税务局', county, { value: 2 }), headOf('第一人民医院', county, { value: 4 })];
    expect(sumOf([headOf('人民政府', city, { scope: 'territory', value: 100 }), ...others])).toBe(106);
  });

  it('takes two offices that count each other for one', () => {
    const territory = { scope: 'territory', value: 9 } as const;
    expect(sumOf([headOf('人民政府办公室', city, territory), headOf('人民政府', city, territory)])).toBe(9);
  });

  it('never adds a branch beside its bureau, nor to the level whose department that is', () => {
    const police = headOf('公安局', city, { value: 40 });
    const ecology = headOf('生态环境局', city, { value: 30 });
    const branches = [
      headOf('公安分局', county, { value: 4 }),
      { ...headOf('公安局', county, { value: 5 }), agencyName: '内江市公安局市中区分局' },
      { ...headOf('公安局', city, { value: 6 }), agencyName: '内江市公安局经济开发区分局' },
      { ...headOf('生态环境局', county, { value: 7 }), agencyName: '内江市市中生态环境局' },
    ];
    const all = [police, ecology, ...branches];
    expect(sumOf(all)).toBe(70);
    expect(coverOf(all, all).leftOut.map(({ within }) => within.agencyName)).toEqual([
      '内江市公安局',
      '内江市公安局',
      '内江市公安局',
      '内江市生态环境局',
    ]);
    const [level, provincial] = [
      headOf('人民政府', city, { scope: 'ownLevel', value: 100 }),
      headOf('公安厅', '510000', { value: 9 }),
    ];
    expect(sumOf([...all, level])).toBe(100);
    expect(coverOf([...all, level], [...all, level]).leftOut).toHaveLength(6);
    expect(sumOf(branches.slice(0, 1))).toBe(4);
    expect(sumOf([provincial, ...branches.slice(0, 3)])).toBe(24);
  });

  it('does not add to a zone the organs of its name', () => {
    const zone = headOf('经济技术开发区管理委员会', city, { scope: 'territory', value: 30, level: null });
    expect(sumOf([zone, headOf('经济技术开发区教育局', city, { value: 6, level: null }), bureau])).toBe(35);
  });

  it('is none where nothing tells whether an organ lies in the territory', () => {
    const lost = {
      ...headOf('教育局', city),
      divisionCode: null,
      agencyName: '市教育局',
      agencyId: '510000-000000000001',
    };
    const heads = [lost, headOf('人民政府', city, { scope: 'territory' })];
    expect(sumOf(heads)).toBeNull();
    expect(coverOf(heads, heads).doubts.map(({ code }) => code)).toEqual(['placeUnknown']);
    expect(sumOf([lost, headOf('人民政府', '510000', { scope: 'territory', value: 8 })])).toBe(8);
  });

  it('does not leave a report out for one that has no value', () => {
    const { figures: _, ...silent } = headOf('人民政府', city, { scope: 'territory' });
    expect(sumOf([bureau, { ...silent, figures: {} }])).toBe(5);
  });
});

/** One organ of a made-up province, whose figure is its own alone. */
interface Organ {
  readonly key: string;
  readonly kind: string;
  readonly code: string;
}

const areas = divisions.filter(({ code }) => code === '510000' || /^51(?:03|10|34)/u.test(code));
const kinds = ['人民政府', '教育局', '财政局'] as const;
const organs: Organ[] = areas.flatMap(({ code }) => kinds.map((kind) => ({ key: kind + code, kind, code })));
const lies = (code: string, within: string) =>
  code === within ||
  divisionParents(divisionByCode(code) ?? { code, name: '', level: 'county', parentCode: null }).some(
    (each) => each.code === within,
  );

/** The organs whose figures a report gives. */
function coveredBy({ kind, code }: Organ, scope: Scope): Organ[] {
  const isGovernment = kind === '人民政府';
  return organs.filter((organ) => {
    if (organ.kind === kind && organ.code === code) return true;
    if (scope === 'ownLevel') return isGovernment && organ.code === code;
    return scope === 'territory' && lies(organ.code, code) && (isGovernment || organ.kind === kind);
  });
}

const told = fc.constantFrom('organ' as const, 'ownLevel' as const, 'territory' as const);

/** Reports of some organs; where the scope is not told it is still one of the others. */
const reports = fc
  .uniqueArray(
    fc.record({ organ: fc.constantFrom(...organs), scope: told, isTold: fc.boolean() }, { noNullPrototype: true }),
    { selector: ({ organ }) => organ.key, maxLength: 12 },
  )
  .map((all) =>
    all.map(({ organ, scope, isTold }) => {
      const isGovernment = organ.kind === '人民政府';
      const meant = isGovernment ? scope : scope === 'ownLevel' ? 'organ' : scope;
      const covers = coveredBy(organ, meant);
      const shown = isTold || !isGovernment ? meant : 'unknown';
      const head = headOf(organ.kind, organ.code, { scope: shown, value: covers.length });
      return { head, covers, scope: shown };
    }),
  );

describe('over any reports', () => {
  it('a sum counts every organ once, or there is none', () => {
    let sums = 0;
    fc.assert(
      fc.property(reports, (all) => {
        const sum = sumOf(all.map(({ head }) => head));
        if (sum === null || all.length === 0) return;
        sums += 1;
        expect(sum).toBe(new Set(all.flatMap(({ covers }) => covers.map(({ key }) => key))).size);
      }),
      { numRuns: 500 },
    );
    expect(sums).toBeGreaterThan(50);
  });

  it('a report that another counts changes no sum', () => {
    fc.assert(
      fc.property(reports, fc.constantFrom(...organs), told, (all, organ, scope) => {
        const heads = all.map(({ head }) => head);
        const isInside = all.some(
          ({ head, scope: whole }) =>
            whole === 'territory' &&
            head.agencyName.endsWith('人民政府') &&
            lies(organ.code, head.divisionCode ?? '') &&
            !(organ.kind === '人民政府' && organ.code === head.divisionCode),
        );
        fc.pre(
          isInside &&
            all.every(
              ({ head }) =>
                head.agencyName !== headOf(organ.kind, organ.code).agencyName || head.divisionCode !== organ.code,
            ),
        );
        expect(sumOf([...heads, headOf(organ.kind, organ.code, { scope, value: 1000 })])).toBe(sumOf(heads));
      }),
    );
  });

  it('the order of reports changes nothing', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const heads = all.map(({ head }) => head);
        expect(sumOf(heads.toReversed())).toBe(sumOf(heads));
      }),
    );
  });
});
