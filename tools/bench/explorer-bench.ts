import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { type ExplorerInBrowser, startExplorer } from '../../test/web/explorer-in-browser.ts';
import { median, milliseconds, printTable, timeInTurn } from './measure.ts';

/** What the first view may take (docs/decisions/0090-the-explorer.md). Letters are not counted: a browser that has Chinese ones asks for none. */
const budgets = { scriptKilobytes: 200, requests: 10, longTaskMs: 50 } as const;

const kilobyte = 1024;
const runs = 15;
const agencies = 5_000;
/** Steps of the wheel through the list of agencies, each of a window and a half. */
const wheels = 120;

/** The explorer in a browser, on the embedded services with the samples: what its first view takes, and a long list under the wheel. */
export async function benchExplorer(): Promise<void> {
  const explorer = await startExplorer({ samples: true });
  try {
    await benchFirstView(explorer);
    await benchLongList(explorer);
  } finally {
    await explorer.close();
  }
}

async function benchFirstView(explorer: ExplorerInBrowser): Promise<void> {
  const taken = await firstView(explorer);
  const { page } = await explorer.open('/?lang=zh');
  const empty = `${explorer.origin}/empty`;
  await page.route(empty, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>0' }));
  const times = await timeInTurn(
    () => page.goto(empty).then(() => page.locator('p').first().waitFor()),
    () => page.goto(`${explorer.origin}/?lang=zh`).then(() => page.locator('.card .number').first().waitFor()),
    runs,
  );
  const [blank, figure] = [median(times.first), median(times.second)];
  printTable('The first view of the explorer', [
    ['what', 'measured', 'budget'],
    ['JavaScript, gzipped, KB', (taken.scriptBytes / kilobyte).toFixed(1), String(budgets.scriptKilobytes)],
    ['requests', String(taken.requests), String(budgets.requests)],
    ['ms to the first figure', milliseconds(figure), ''],
    ['ms of an empty page', milliseconds(blank), ''],
    ['times an empty page', (figure / blank).toFixed(1), ''],
  ]);
}

/** What a browser that has been nowhere before asks for until the first screen is whole. */
async function firstView(
  explorer: ExplorerInBrowser,
): Promise<{ readonly scriptBytes: number; readonly requests: number }> {
  const { page } = await explorer.open('/mark.svg');
  const scripts: Promise<Buffer>[] = [];
  let requests = 0;
  page.on('response', (response) => {
    const type = response.request().resourceType();
    if (type !== 'font') requests += 1;
    if (type === 'script') scripts.push(response.body());
  });
  await page.goto(`${explorer.origin}/?lang=zh`);
  await page.locator('.card .number').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
  const bodies = await Promise.all(scripts);
  await page.context().close();
  return { scriptBytes: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0), requests };
}

async function benchLongList(explorer: ExplorerInBrowser): Promise<void> {
  const { page } = await explorer.open('/data?lang=zh');
  await page.route(/variables=[^&]*%22name%22/, (route) =>
    route.fulfill({ json: { data: { agencies: manyAgencies() } } }),
  );
  await page.goto(`${explorer.origin}/agencies?lang=zh&q=${encodeURIComponent('局')}`);
  await page
    .locator('.agencies li')
    .nth(agencies - 1)
    .waitFor({ state: 'attached' });
  const tasks = await longTasksWhileScrolling(page);
  printTable(`A list of ${agencies} agencies under the wheel`, [
    ['steps', 'long tasks', 'longest, ms', 'budget'],
    [String(wheels), String(tasks.length), String(Math.max(0, ...tasks)), `none over ${budgets.longTaskMs}`],
  ]);
}

/** Milliseconds of each task over 50 ms, which is what the browser calls long, while the page is scrolled down to its end. */
async function longTasksWhileScrolling(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  await page.mouse.move(600, 500);
  for (let step = 0; step < wheels; step += 1) {
    await page.mouse.wheel(0, 1_400);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  // Put there above.
  return page.evaluate(() => Reflect.get(window, 'tasks') as number[]);
}

function manyAgencies() {
  const nodes = Array.from({ length: agencies }, (_, index) => ({
    ...{ id: `51${String(index).padStart(4, '0')}-000000000000`, name: `第${index + 1}号公共资源交易监督管理局` },
    ...{ level: 'county', division: { code: '510000', name: '四川省' } },
    years: Array.from({ length: 12 }, (_, at) => ({ year: 2012 + at, report: { outcome: 'published' } })),
  }));
  return { totalCount: agencies, pageInfo: { hasNextPage: false, endCursor: null }, nodes };
}
