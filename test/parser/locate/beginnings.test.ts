import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../parser/parse-report.ts';
import { divisionsByName } from '../../../schema/law/vocabulary/division-names.ts';
import type { ReportRecord } from '../../../schema/record/report.ts';
import { type Beginning, beginnings } from './beginnings.ts';
import { furtherBeginnings } from './further-beginnings.ts';
import { misleadingBeginnings } from './misleading-beginnings.ts';
import { restOfReport } from './rest-of-report.ts';
import { variedBeginnings } from './varied-beginnings.ts';

interface Reading {
  readonly beginning: Beginning;
  readonly record: ReportRecord | undefined;
}

async function readEach(list: readonly Beginning[]): Promise<Reading[]> {
  return await Promise.all(
    list.map(async (beginning): Promise<Reading> => {
      const [record] = await parseReport(
        Buffer.from(`${beginning.page}\n${restOfReport(beginning.page, beginning.year)}`),
      );
      return { beginning, record };
    }),
  );
}

const read = await readEach(beginnings);
/** Those the recogniser was made with, and those it was only measured on. */
const halves = {
  known: read.filter((_, index) => index % 2 === 0),
  'held out': read.filter((_, index) => index % 2 === 1),
  further: await readEach(furtherBeginnings),
  varied: await readEach(variedBeginnings),
};

function codeOf(division: string | null): string | null {
  if (division === null) return null;
  const [name = '', prefix = ''] = division.split(' ');
  const [only, ...others] = divisionsByName(name).filter(({ code }) => code.startsWith(prefix));
  if (only === undefined || others.length > 0) throw new Error(`${division} is not one division`);
  return only.code;
}

const isNamed = ({ beginning, record }: Reading) => record?.agency?.name === beginning.agency;
const isPlaced = ({ beginning, record }: Reading) =>
  (record?.agency?.divisionCode ?? null) === codeOf(beginning.division);
const isDated = ({ beginning, record }: Reading) => (record?.publishedOn ?? null) === (beginning.publishedOn ?? null);
const isSaid = ({ record }: Reading) =>
  record === undefined ||
  record.outcome === 'rejected' ||
  record.findings.some(({ rule }) => /^identity\.(?:agency|division)$/.test(rule));

/** What a failed expectation shows of those that are not so. */
function others(readings: readonly Reading[], holds: (reading: Reading) => boolean): string[] {
  return readings
    .filter((reading) => !holds(reading))
    .map(({ beginning, record }) =>
      [
        beginning.agency,
        beginning.division,
        beginning.publishedOn,
        '->',
        record?.agency?.name,
        record?.agency?.divisionCode,
        record?.publishedOn,
      ].join(' '),
    );
}

describe.each(Object.entries(halves))('beginnings of reports, %s', (half, readings) => {
  const most = (share: number) => Math.floor(readings.length * (1 - share));

  it('name the agency', () => {
    expect(others(readings, isNamed).slice(most(0.97)), `${half}: agencies`).toEqual([]);
  });

  it('tell its division', () => {
    expect(others(readings, isPlaced).slice(most(0.97)), `${half}: divisions`).toEqual([]);
  });

  it('tell the day of publication', () => {
    expect(others(readings, isDated).slice(most(0.98)), `${half}: dates`).toEqual([]);
  });

  it('tell the year, where it is labelled', () => {
    const isOfYear = ({ beginning: { year }, record }: Reading) => year === undefined || record?.year === year;
    expect(others(readings, isOfYear).slice(most(0.98)), `${half}: years`).toEqual([]);
  });

  it('never name another agency unsaid', () => {
    const right = (reading: Reading) => (isNamed(reading) && isPlaced(reading)) || isSaid(reading);
    expect(others(readings, right), `${half}: wrong and unsaid`).toEqual([]);
  });
});

describe('beginnings that name other organs too', async () => {
  const readings = await readEach(misleadingBeginnings);

  it('name none of them unsaid', () => {
    const right = (reading: Reading) => (isNamed(reading) && isPlaced(reading)) || isSaid(reading);
    expect(others(readings, right)).toEqual([]);
  });

  it('name the right one in most', () => {
    expect(readings.filter(isNamed).length / readings.length).toBeGreaterThan(0.75);
  });
});
