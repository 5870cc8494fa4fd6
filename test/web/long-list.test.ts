import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExplorerInBrowser, startExplorer } from './explorer-in-browser.ts';
import { serveManyAgencies, untilShown } from './many-agencies.ts';

let explorer: ExplorerInBrowser;
beforeAll(async () => {
  explorer = await startExplorer({ samples: false });
}, 120_000);
afterAll(() => explorer.close());

describe('a list of very many agencies', () => {
  it('grows by a page, or by all that are left, and says how many are shown', async () => {
    const page = await openMany(1_000);
    await page.getByRole('button', { name: '显示更多' }).click();
    await untilShown(page, 130);
    await page.getByRole('button', { name: '全部显示' }).click();
    await untilShown(page, 1_000);
    expect(await page.locator('.agencies li').count()).toBe(1_000);
    expect(await page.locator('.more button').count()).toBe(0);
  });

  it('is laid out near the window alone, and yet wholly in the page, where the keyboard reaches it', async () => {
    const page = await openMany(1_000);
    await page.getByRole('button', { name: '全部显示' }).click();
    await untilShown(page, 1_000);
    const far = page.locator('.agencies a', { hasText: '第877号' });
    const isDrawn = () => far.evaluate((link) => link.checkVisibility({ contentVisibilityAuto: true }));
    expect(await isDrawn()).toBe(false);
    expect(
      await page
        .locator('.agencies')
        .allTextContents()
        .then((texts) => texts.join('').match(/第\d+号/g)?.length),
    ).toBe(1_000);
    await far.focus();
    await expect.poll(isDrawn).toBe(true);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).pathname).toBe('/agency/510876-000000000000');
  });

  it('stops where the reader stops it or an answer fails, keeps what came, and goes on from there', async () => {
    const page = await openMany(1_000);
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(/after%22%3A%22330/, async (route) => {
      await held;
      await route.fallback();
    });
    await page.getByRole('button', { name: '全部显示' }).click();
    await untilShown(page, 330);
    await page.getByRole('button', { name: '停止' }).click();
    answer();
    await page.route(/after%22%3A%22630/, (route) => route.fulfill({ json: { errors: [fault], data: null } }));
    await page.getByRole('button', { name: '全部显示' }).click();
    await page.getByRole('alert').getByText('PROVINCE_UNAVAILABLE').waitFor();
    await untilShown(page, 630);
    await page.unroute(/after%22%3A%22630/);
    await page.getByRole('button', { name: '全部显示' }).click();
    await untilShown(page, 1_000);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('is narrowed by a level that the address keeps', async () => {
    const page = await openMany(100);
    const asked = page.waitForRequest(/level%22%3A%22county/);
    await page.locator('.choice', { hasText: /^层级/ }).locator('select').selectOption('county');
    await asked;
    expect(new URL(page.url()).searchParams.get('level')).toBe('county');
  });

  it('leaves the page little by little when it is narrowed, out of reach at once, and comes back whole', async () => {
    const page = await openMany(1_000);
    await page.getByRole('button', { name: '全部显示' }).click();
    await untilShown(page, 1_000);
    const level = page.locator('.choice', { hasText: /^层级/ }).locator('select');
    const most = await page.evaluate(() => {
      const { select, lists } = {
        select: [...document.querySelectorAll('.choice select')].at(-1) as HTMLSelectElement,
        lists: () => document.querySelectorAll('.agencies').length,
      };
      select.value = 'county';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return new Promise<{ readonly fell: number; readonly reachable: number }>((resolve) => {
        const seen: number[] = [];
        let reachable = 0;
        const look = () => {
          seen.push(lists());
          const link = document.querySelector<HTMLElement>('.left-behind a');
          link?.focus();
          reachable += link !== null && document.activeElement === link ? 1 : 0;
          if (document.querySelector('.left-behind') !== null || seen.length < 5) return void setTimeout(look);
          resolve({ fell: Math.max(...seen.slice(1).map((count, at) => (seen[at] ?? 0) - count)), reachable });
        };
        look();
      });
    });
    expect(most.fell).toBeLessThan(8);
    expect(most.reachable).toBe(0);
    await untilShown(page, 30);
    expect(await page.locator('.agencies li').count()).toBe(30);
    await level.selectOption('');
    await untilShown(page, 30);
    expect(await page.locator('.agencies li').count()).toBe(30);
  });
});

const fault = { message: 'x', path: ['agencies'], extensions: { code: 'PROVINCE_UNAVAILABLE' } };

async function openMany(count: number): Promise<Page> {
  const { page } = await explorer.open('/data?lang=zh');
  await serveManyAgencies(page, count);
  await page.goto(`${explorer.origin}/agencies?lang=zh&q=局`);
  await untilShown(page, 30);
  return page;
}
