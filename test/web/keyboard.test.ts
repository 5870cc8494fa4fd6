import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExplorerInBrowser, startExplorer, uploadNeighbourAndCorrection } from './explorer-in-browser.ts';

let explorer: ExplorerInBrowser;
beforeAll(async () => {
  explorer = await startExplorer({ samples: true });
  await uploadNeighbourAndCorrection(explorer);
}, 120_000);
afterAll(() => explorer.close());

const neijiang = '/agency/511000-5d0af38c55c3';

describe('the questions that the explorer is for, each answered from the first screen by the keyboard alone', () => {
  it('how many requests, and which share was disclosed, in 内江 in 2020, and where that is printed', async () => {
    const page = await openYear('2020');
    expect(await card(page, '收到申请最多的机关').textContent()).toMatch(/内江市人民政府\s*224 件/);
    expect(await card(page, '公开占比最高的机关').textContent()).toMatch(/内江市人民政府\s*54\.7%/);
    await press(page, card(page, '收到申请最多的机关').getByRole('link', { name: '内江市人民政府' }));
    await page.locator('.statutory').nth(1).waitFor();
    // Into the table by Tab, and on by arrows.
    await reach(page, figure(page, 'applications.newlyReceived.naturalPerson'));
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.locator('.original-text mark', { hasText: '224' }).waitFor();
    expect(await page.locator('.cell-facts').textContent()).toContain('“224”');
  });

  it('who is missing', async () => {
    const page = await openYear('2020');
    await press(page, card(page, '谁已公布').getByRole('link', { name: /不能确定/ }));
    await page.locator('.list tr', { hasText: '自贡市贡井区人民政府' }).getByText('不能确定').waitFor();
  });

  it('what contradicts itself, and whose error it seems to be', async () => {
    const page = await openYear('2018');
    expect(await card(page, '存疑的数字').textContent()).toMatch(/自贡市贡井区人民政府.*错误.*原文有误/s);
    await press(page, page.getByRole('link', { name: '全部存疑' }));
    const doubt = page.locator('.queue > li', { hasText: '原文有误' }).first();
    await press(page, doubt.getByRole('link'));
    // The sentence with the figure that the doubt is about has the focus, and its place is lit.
    await page.locator('.record .sentences button:focus', { hasText: '申请' }).waitFor();
    await page.locator('.original-text mark').first().waitFor();
  });

  it('what was changed after publication', async () => {
    const page = await openYear('2020');
    await press(page, card(page, '公布后的改动').getByRole('link', { name: '内江市人民政府' }));
    await page.locator('.record .figure button:focus', { hasText: '543' }).waitFor();
    const change = page.locator('.editions tr', { hasText: '542' });
    await change.waitFor();
    expect(await change.locator('td').allTextContents()).toEqual(['542', '543']);
    await page.locator('.original-text mark', { hasText: '543' }).waitFor();
  });

  it('two agencies over the years', async () => {
    const page = await openYear('2020');
    await press(page, page.getByRole('link', { name: '完整排名' }).first());
    for (const name of ['自贡市人民政府', '内江市人民政府'])
      await press(page, page.getByLabel(`选择 ${name}`), 'Space');
    await page.keyboard.press('Enter');
    await page.locator('.chart').waitFor();
    expect(await page.locator('.legend li').allTextContents()).toEqual([
      expect.stringContaining('自贡市人民政府'),
      expect.stringContaining('内江市人民政府'),
    ]);
    expect(await page.locator('.chart circle').count()).toBe(2);
  });
});

describe('the focus', () => {
  it('passes the head of the page by the first key', async () => {
    const { page } = await explorer.open('/rank?lang=zh&province=510000&year=2020');
    await page.locator('.list').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.choice')?.textContent)).toMatch(/^省份/);
  });

  it('goes to the content of a screen that is opened, and back to the link that was followed', async () => {
    const page = await openYear('2020');
    const link = card(page, '存疑的数字').getByRole('link', { name: '全部存疑' });
    await press(page, link);
    await page.locator('.queue').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.goBack();
    await expect.poll(() => focused(page)).toBe('全部存疑');
    await page.goForward();
    await page.locator('.queue').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  it('is seen wherever it goes', async () => {
    for (const path of ['/?', `${neijiang}/2020?cell=applications.processed.total&`, '/rank?', '/findings?']) {
      const { page } = await explorer.open(`${path}lang=zh&province=510000&year=2020`);
      await page.locator('main :is(h1, h2)').first().waitFor();
      await page.waitForFunction(() => document.querySelector('.skeleton') === null);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      const hidden: string[] = [];
      for (let tabs = 0; tabs < 60; tabs += 1) {
        await page.keyboard.press('Tab');
        const fault = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === null || element === document.body || element.tagName === 'IFRAME') return null;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          const { top, bottom, left, right } = element.getBoundingClientRect();
          const isOutside = bottom <= 0 || top >= window.innerHeight || right <= 0 || left >= window.innerWidth;
          return isOutside || outlineStyle === 'none' || outlineWidth === '0px'
            ? element.outerHTML.slice(0, 120)
            : null;
        });
        if (fault !== null) hidden.push(fault);
      }
      expect(hidden).toEqual([]);
      await page.context().close();
    }
  });

  it('moves within a statutory table by arrows, and the table is one stop of the Tab key', async () => {
    const { page } = await explorer.open(`${neijiang}/2020?lang=zh`);
    await page.locator('.statutory').nth(2).waitFor();
    const first = figure(page, 'applications.newlyReceived.naturalPerson');
    await reach(page, first);
    for (const [key, goal] of [
      ['ArrowDown', 'applications.carriedOver.naturalPerson'],
      ['ArrowRight', 'applications.carriedOver.commercialEnterprise'],
      ['ArrowUp', 'applications.newlyReceived.commercialEnterprise'],
      ['ArrowLeft', 'applications.newlyReceived.naturalPerson'],
      ['ArrowLeft', 'applications.newlyReceived.naturalPerson'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(`cell-${goal}`);
    }
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.statutory') ?? null)).toBeNull();
  });

  it('leads from a figure to the original and back', async () => {
    const { page } = await explorer.open(`${neijiang}/2020?lang=zh&cell=applications.processed.total`);
    const cell = figure(page, 'applications.processed.total');
    await page.locator('.figure button:focus').waitFor();
    expect(await cell.evaluate((element) => element === document.activeElement)).toBe(true);
    await press(page, page.getByRole('button', { name: '看原文' }));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('original');
    await page.keyboard.press('Escape');
    expect(await page.locator('.cell-facts').count()).toBe(0);
    expect(await cell.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(new URL(page.url()).searchParams.has('cell')).toBe(false);
  });

  it('leaves what was opened by Escape, on what opens it', async () => {
    const { page } = await explorer.open(`${neijiang}/2020?lang=zh`);
    const opener = page.locator('.record .cite summary');
    await press(page, opener);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('复制引文');
    await page.keyboard.press('Escape');
    expect(await page.locator('.cite-text').isVisible()).toBe(false);
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

/** The first screen of a year, which is chosen by typing it. */
async function openYear(year: string): Promise<Page> {
  const { page } = await explorer.open('/?lang=zh');
  for (const [label, text] of [
    [/^省份/, '四川'],
    [/^年度/, year],
  ] as const) {
    await reach(page, page.locator('.choice', { hasText: label }).locator('select'));
    await page.keyboard.type(text);
  }
  await page.getByRole('heading', { level: 1, name: `${year}年 · 四川省` }).waitFor();
  return page;
}

const card = (page: Page, title: string): Locator =>
  page.locator('.card', { has: page.getByRole('heading', { name: title }) });

const figure = (page: Page, path: string): Locator => page.locator(`[id="cell-${path}"]`);

const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.textContent?.trim());

/** Tabs on until a control has the focus. */
async function reach(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let tabs = 0; tabs < 120; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('never has the focus');
}

async function press(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await reach(page, control);
  await page.keyboard.press(key);
}
