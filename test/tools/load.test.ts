import { describe, expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';
import { loadedProvince } from '../../tools/load/province.ts';

const province = loadedProvince('51', 120, 7);

describe('a made-up province', () => {
  it('is the same for the same seed, and another for another', () => {
    const keys = (seed: number) => loadedProvince('51', 120, seed).files.map(({ key }) => key);
    expect(keys(7)).toEqual(province.files.map(({ key }) => key));
    expect(keys(8)).not.toEqual(keys(7));
  });

  it('has every report once or more, and files that are none', () => {
    const uploaded = new Set(province.files.flatMap(({ report }) => report ?? []));
    expect(uploaded).toEqual(new Set(province.reports));
    expect(province.files.length).toBeGreaterThan(province.reports.length);
    expect(province.files.some(({ report }) => report === null)).toBe(true);
    expect(new Set(province.files.map(({ key }) => key)).size).toBe(province.files.length);
  });

  it('names an agency and year once', () => {
    expect(new Set(province.reports.map(({ agency, year }) => `${agency} ${year}`)).size).toBe(120);
  });

  it('is read as it was made: the agency, the year, and none of what is no report', async () => {
    for (const { key, report, bytes } of province.files.slice(0, 40)) {
      const [record] = await parseReport(bytes());
      expect([key, record?.agency?.name ?? null, record?.year ?? null]).toEqual([
        key,
        report?.agency ?? null,
        report?.year ?? null,
      ]);
    }
  });
});
