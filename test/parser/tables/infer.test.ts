import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../parser/read/read-text-file.ts';
import { extractTables } from '../../../parser/tables/extract-tables.ts';

const text = readFileSync('samples/yingkou-2020.txt', 'utf8');
const granted = '(一)予以公开\n\n45\n\n2\n\n0\n\n0\n\n1\n\n0\n\n48';
const review = '8\n\n2\n\n1\n\n0\n\n11\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n2\n\n2';

function read(printed: string, instead: string) {
  expect(text).toContain(printed);
  return extractTables(readText(text.replace(printed, instead)));
}

const row = (cells: Record<string, { value: number | null; state: string }> | undefined) =>
  Object.values(cells ?? {}).map(({ value, state }) => (state === 'unreadable' ? '?' : (value ?? '□')));

describe('figures that counting cannot place', () => {
  it('are placed where the columns’ relations leave one placement', () => {
    const { tables, findings } = read(granted, '(一)予以公开\n\n45\n\n2\n\n1\n\n48');
    expect(row(tables.applications?.granted)).toEqual([45, 2, '□', '□', 1, '□', 48]);
    expect(tables.applications?.granted?.naturalPerson).toMatchObject({ state: 'inferred', raw: '45 2 1 48' });
    expect(findings).toMatchObject([{ rule: 'tables.inferred-placement', severity: 'info', cause: 'suspected-parse' }]);
    expect(findings[0]?.message.en).toContain('“45 2 1 48” for 7 columns');
  });

  it('are parted where one parting alone satisfies the relations', () => {
    const { tables } = read(granted, '(一)予以公开452001048');
    expect(row(tables.applications?.granted)).toEqual([45, 2, 0, 0, 1, 0, 48]);
  });

  it('are parted in table 四 by the sums of its groups', () => {
    const { tables } = read(review, '8210110000000022');
    expect(row(tables.reviewAndLitigation?.reconsideration)).toEqual([8, 2, 1, 0, 11]);
    expect(row(tables.reviewAndLitigation?.litigationAfterReconsideration)).toEqual([0, 0, 0, 2, 2]);
  });

  it('stay unreadable where a figure is missing, with all that is printed as raw text', () => {
    const { tables, findings } = read(granted, '(一)予以公开\n\n2\n\n0\n\n0\n\n1\n\n0\n\n48');
    expect(row(tables.applications?.granted)).toEqual(['?', '?', '?', '?', '?', '?', '?']);
    expect(tables.applications?.granted?.total?.raw).toBe('2 0 0 1 0 48');
    expect(findings).toEqual([]);
  });

  it('stay unreadable in table 二, which has no sums', () => {
    const { tables } = read('582\n\n-224\n\n144222', '582-224144222');
    expect(row(tables.proactiveDisclosure?.licensing)).toEqual(['?', '?', '?']);
  });

  it('keep a word among the figures in its own cell, unreadable', () => {
    const { tables } = read(granted, '(一)予以公开\n\n45\n\n二\n\n0\n\n0\n\n1\n\n0\n\n48');
    expect(row(tables.applications?.granted)).toEqual([45, '?', 0, 0, 1, 0, 48]);
  });

  it('are not filled up with the label of the next row', () => {
    const { tables } = read(granted, '(一)予以公开\n\n45\n\n2\n\n0\n\n0\n\n(二)部分\n1 48');
    expect(row(tables.applications?.granted)).toEqual(['?', '?', '?', '?', '?', '?', '?']);
  });
});
