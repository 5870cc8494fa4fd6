import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { type ExplorerInBrowser, startExplorer } from '../../test/web/explorer-in-browser.ts';
import { serveManyAgencies, untilShown } from '../../test/web/many-agencies.ts';
import { median, milliseconds, printTable, timeInTurn } from './measure.ts';

/** What the first view may take (docs/decisions/0090-the-explorer.md). Letters are not counted: a browser that has Chinese ones asks for none. */
const budgets = { scriptKilobytes: 200, requests: 10, longTaskMs: 50 } as const;

const kilobyte = 1024;
const runs = 15;
const agencies = 5_000;
/** Steps of the wheel, each of a window and a half, before it is looked whether the page still moves. */
const wheels = 20;

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
    ['of an empty page', `${(figure / blank).toFixed(1)}×`, ''],
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

/** The list while its 50 answers come one after another, under the wheel from end to end and back, and when it is filtered. */
async function benchLongList(explorer: ExplorerInBrowser): Promise<void> {
  const { page } = await explorer.open('/data?lang=zh');
  await serveManyAgencies(page, agencies);
  await page.goto(`${explorer.origin}/agencies?lang=zh&q=${encodeURIComponent('局')}`);
  await watchLongTasks(page);
  const coming = await longTasksOf(page, async () => {
    await page.getByRole('button', { name: '全部显示' }).click();
    await untilShown(page, agencies);
  });
  const down = await longTasksOf(page, () => scroll(page, 1_400));
  const up = await longTasksOf(page, () => scroll(page, -1_400));
  const filtering = await longTasksOf(page, async () => {
    await page.locator('.choice', { hasText: /^层级/ }).locator('select').selectOption('county');
    await untilShown(page, 30);
  });
  printTable(`A list of ${agencies} agencies`, [
    ['while', 'long tasks', 'longest, ms', 'budget'],
    ...Object.entries({
      'its answers come': coming,
      'it scrolls down': down,
      'it scrolls up': up,
      'it is filtered': filtering,
    }).map(([what, tasks]) => [
      what,
      String(tasks.length),
      String(Math.max(0, ...tasks)),
      `none over ${budgets.longTaskMs}`,
    ]),
  ]);
}

/** Turns the wheel until the page moves no further. */
async function scroll(page: Page, by: number): Promise<void> {
  await page.mouse.move(600, 500);
  for (let before = -1, at = 0; at !== before; ) {
    before = at;
    for (let step = 0; step < wheels; step += 1) {
      await page.mouse.wheel(0, by);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    at = await page.evaluate(() => window.scrollY);
  }
}

/** Begins to note each task over 50 ms, which is what the browser calls long. */
function watchLongTasks(page: Page): Promise<void> {
  return page.evaluate(() => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ type: 'longtask' });
    Object.assign(window, {
      takeTasks: () => {
        tasks.push(...observer.takeRecords().map(({ duration }) => duration));
        return tasks.splice(0);
      },
    });
  });
}

/** Milliseconds of each long task while something is done. */
async function longTasksOf(page: Page, act: () => Promise<void>): Promise<number[]> {
  // Put there above.
  const take = () => page.evaluate(() => Reflect.get(window, 'takeTasks')() as number[]);
  await take();
  await act();
  return take();
}
