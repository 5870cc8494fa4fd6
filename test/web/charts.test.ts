import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breaksOf, gapsOf, type Metric, type Point, runsOf } from '../../web/parts/series.ts';
import { type ExplorerInBrowser, startExplorer } from './explorer-in-browser.ts';

const both = (text: string) => ({ zh: text, en: text });
const note = both('other grounds are counted');
const metric: Metric = {
  ...{ key: 'disclosedShare', kind: 'share', unit: '1', formula: 'a / b', name: both('share') },
  breaks: [{ form: 'FORM_2021', note }],
};
const point = (year: number, value: number | null, more: Partial<Point> = {}): Point => ({
  ...{ year, value, form: 'FORM_2019', scope: 'territory', gap: null },
  ...more,
});
const gap = { code: 'noReport', message: both('no report') };

describe('a series', () => {
  const points = [
    point(2018, 1),
    point(2019, 2),
    point(2020, null, { gap, form: null, scope: null }),
    point(2021, 3, { form: 'FORM_2021' }),
    point(2022, 4, { form: 'FORM_2021' }),
    point(2023, 5, { form: 'FORM_2021', scope: 'ownLevel' }),
  ];

  it('is joined over neighbouring years alone, and never across a change of scope', () => {
    const breaks = breaksOf({ name: 'a', look: 0, points }, metric);
    expect(breaks).toEqual([{ series: 'a', year: 2023, note: null, scopes: ['territory', 'ownLevel'] }]);
    expect(runsOf(points, breaks).map((run) => run.map(({ year }) => year))).toEqual([
      [2018, 2019],
      [2021, 2022],
      [2023],
    ]);
  });

  it('breaks with the note of the measure where the form changes what is counted, and not where it does not', () => {
    const changing = [point(2020, 1), point(2021, 2, { form: 'FORM_2021' })];
    expect(breaksOf({ name: 'a', look: 0, points: changing }, metric)).toEqual([
      { series: 'a', year: 2021, note, scopes: null },
    ]);
    expect(breaksOf({ name: 'a', look: 0, points: changing }, { ...metric, breaks: [] })).toEqual([]);
  });

  it('tells the years without a value by their reason', () => {
    const gaps = gapsOf({ name: 'a', look: 0, points: [point(2019, null, { gap }), ...points] });
    expect(gaps).toEqual([{ years: [2019, 2020], gap }]);
  });
});

describe('in the explorer', () => {
  let explorer: ExplorerInBrowser;
  beforeAll(async () => {
    explorer = await startExplorer({ samples: true });
  }, 120_000);
  afterAll(() => explorer.close());

  const compared = '/compare?lang=zh&ids=511000-5d0af38c55c3,210800-7d00301f37bd';

  it('agencies with figures of unlike scopes are drawn in charts of their own, and that is said', async () => {
    const { page } = await explorer.open(compared);
    await page.locator('.chart').nth(1).waitFor();
    expect(await page.locator('.chart h3').allTextContents()).toEqual([
      '新收申请数 · 统计范围:全域',
      '新收申请数 · 统计范围:未写明',
    ]);
    expect(await page.locator('.chart circle').count()).toBe(2);
    await page.getByText('这些报告的统计范围不同').waitFor();
  });

  it('a ranking of one scope is kept in the address', async () => {
    const { page } = await explorer.open('/rank?lang=zh&province=510000&year=2020');
    await page.getByRole('heading', { level: 2, name: '统计范围:全域' }).waitFor();
    await page.getByRole('heading', { level: 3, name: '地级 n = 1 · 中位数 224' }).waitFor();
    const choice = page.locator('.choice', { hasText: /^统计范围/ }).locator('select');
    await choice.selectOption('organ');
    await page.getByRole('heading', { name: '统计范围:全域' }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('scope')).toBe('organ');
  });

  it('a chart is saved as a picture that says what it shows, of whom, and where it is from', async () => {
    const { page, faults } = await explorer.open(compared);
    const chart = page.locator('.chart').first();
    await chart.waitFor();
    const svg = await saved(page, () => chart.getByRole('button', { name: 'SVG' }).click());
    for (const text of ['新收申请数 · 统计范围:全域 (件)', '内江市人民政府', '224', '/compare?'])
      expect(svg.toString()).toContain(text);
    const png = await saved(page, () => chart.getByRole('button', { name: 'PNG' }).click());
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(640 * 3);
    const csv = await saved(page, () => chart.getByRole('button', { name: 'CSV' }).click());
    expect(csv.toString()).toContain('内江市人民政府,新收申请数,2020,224,FORM_2019,territory,');
    expect(faults).toEqual([]);
  });

  it('a chart, a ranking and a figure are cited with the address that restores them', async () => {
    const { page } = await explorer.open(compared, { permissions: ['clipboard-read', 'clipboard-write'] });
    const chart = page.locator('.chart').first();
    await chart.getByText('引用', { exact: true }).click();
    await chart.getByRole('button', { name: '复制引文' }).click();
    await chart.getByRole('button', { name: '已复制' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('新收申请数 · 统计范围:全域: 内江市人民政府');
    expect(copied).toContain(page.url());
    await page.goto(`${explorer.origin}/agency/511000-5d0af38c55c3/2020?lang=zh&cell=applications.processed.total`);
    await page.locator('.record .actions').getByText('引用', { exact: true }).click();
    expect(await page.locator('.cite-text').textContent()).toMatch(
      /内江市.*2021-03-30.*applications\.processed\.total = 234.*cell=/,
    );
  });
});

async function saved(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFile(await download.path());
}
