import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegister } from '../../cli/register/read-register.ts';
import { importRegister } from '../../cli/register/register.ts';
import { makeRelease } from '../../cli/release/make-release.ts';
import { localTarget } from '../../cli/target.ts';
import {
  type ExplorerInBrowser,
  openFirst,
  startExplorer,
  uploadNeighbourAndCorrection,
} from './explorer-in-browser.ts';

const axe = createRequire(import.meta.url).resolve('axe-core');
const screens = 'screens';

let explorer: ExplorerInBrowser;
beforeAll(async () => {
  explorer = await startExplorer({ samples: true });
  const county = (name: string) => readFile(`test/corpus/${name}`);
  await explorer.upload('county.html', await county('county-2022-html/source.html'));
  await explorer.upload('bureau.pdf', await county('bureau-2020-aligned-pdf/source.pdf'));
  await uploadNeighbourAndCorrection(explorer);
  await mkdir(screens, { recursive: true });
}, 120_000);
afterAll(() => explorer.close());

const neijiang = '/agency/511000-5d0af38c55c3';

describe('releases', () => {
  it('are listed with how to cite them and links to their files, within a narrow window', async () => {
    const { page, faults } = await explorer.open('/data?lang=zh', { viewport: { width: 360, height: 740 } });
    await page.getByText('尚无发布。').waitFor();
    const request = { what: 'release' as const, name: '2026-01', publisher: '某研究所', places: [], years: [] };
    const release = await makeRelease(localTarget(explorer.product.running), request);
    await page.reload();
    const listed = page.locator('.releases > li');
    await listed.getByRole('heading', { name: '2026-01' }).waitFor();
    expect(await listed.textContent()).toContain(release.citation);
    const links = await listed.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(release.files.map(({ path }) => `/export/releases/2026-01/${path}`));
    const sizes = await Promise.all(
      links.map(async (link) => (await (await fetch(`${explorer.origin}${link}`)).arrayBuffer()).byteLength),
    );
    expect(sizes).toEqual(release.files.map(({ bytes }) => bytes));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
  });
});

describe('the questions that the explorer is for, each answered from the first screen by clicks alone', () => {
  it('how many requests, and which share was disclosed, in 内江 in 2020', async () => {
    const { page } = await explorer.open('/?lang=zh');
    await choosePlaceAndYear(page, '四川省', '2020');
    expect(await card(page, '收到申请最多的机关')).toMatch(/内江市人民政府\s*224 件/);
    expect(await card(page, '公开占比最高的机关')).toMatch(/内江市人民政府\s*54\.7%/);
  });

  it('who is missing, without a register: nobody is called so, but who is not among the uploads is named', async () => {
    const { page } = await explorer.open('/?lang=zh');
    await choosePlaceAndYear(page, '四川省', '2020');
    const said = await card(page, '谁已公布');
    expect(said).toContain('没有名录,这里不说谁“缺报”');
    expect(said).toMatch(/未见 \d+ 个机关的2020年度报告:.*自贡市贡井区人民政府/s);
    await page.getByRole('link', { name: /不能确定/ }).click();
    const line = page.locator('.list tr', { hasText: '自贡市贡井区人民政府' });
    expect(await line.textContent()).toContain('不能确定');
    await line.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: '自贡市贡井区人民政府' }).waitFor();
  });

  it('who is missing, with a register: whom it expects, by which day, and who is not found', async () => {
    const imported = { provinceCode: null, recordedAt: '2026-01-01T00:00:00.000Z' };
    const register = readRegister(await readFile('docs/neijiang-register.csv'), imported);
    await importRegister(localTarget(explorer.product.running), register.statements);
    const { page } = await explorer.open('/?lang=zh');
    await choosePlaceAndYear(page, '四川省', '2020');
    await page
      .locator('.card')
      .getByText(/名录中应公布的机关 \d+ 个/)
      .waitFor();
    expect(await card(page, '谁已公布')).toMatch(/未见 \d+ 个机关的2020年度报告:.*内江市公安局/s);
    await page.locator('.card').getByRole('link', { name: /未见/ }).click();
    const line = page.locator('.list tr', { hasText: '内江市公安局' });
    await line.waitFor();
    expect(await line.locator('td').allTextContents()).toEqual(['○ 未见', '2021-01-31', '', '']);
    await page
      .locator('.choice', { hasText: /^公布情况/ })
      .locator('select')
      .selectOption('inTime');
    const inTime = page.locator('.list tr', { hasText: '内江市人民政府' });
    await inTime.waitFor();
    expect((await inTime.locator('td').allTextContents()).slice(0, 3)).toEqual(['✓ 按期', '2021-03-31', '2021-03-31']);
  });

  it('what contradicts itself, and whose error it seems to be', async () => {
    const { page } = await explorer.open('/?lang=zh');
    await choosePlaceAndYear(page, '四川省', '2018');
    expect(await card(page, '存疑的数字')).toMatch(/自贡市贡井区人民政府.*错误.*原文有误/s);
    await page.getByRole('link', { name: '全部存疑' }).click();
    const doubt = page.locator('.queue > li', { hasText: '政务微博公开政府信息数 51' });
    expect(await doubt.textContent()).toContain('疑为原文之误');
    await doubt.getByRole('link', { name: /贡井区/ }).click();
    await page.getByRole('heading', { name: /贡井区.*2018/ }).waitFor();
  });

  it('what was changed after publication: the figure before, the figure now, and its place', async () => {
    const { page } = await explorer.open('/?lang=zh');
    await choosePlaceAndYear(page, '四川省', '2020');
    const changes = page.locator('.card', { has: page.getByRole('heading', { name: '公布后的改动' }) });
    await changes.getByText('542 → 543').waitFor();
    await changes.getByRole('link', { name: '内江市人民政府' }).click();
    const change = page.locator('.editions tr', { hasText: '542' });
    await change.waitFor();
    expect(await change.locator('td').allTextContents()).toEqual(['542', '543']);
    await page.locator('.original-text mark', { hasText: '543' }).waitFor();
  });

  it('two agencies over the years, chosen in the ranking', async () => {
    const { page } = await explorer.open('/?lang=zh');
    await choosePlaceAndYear(page, '四川省', '2020');
    await page.getByRole('link', { name: '排名', exact: true }).click();
    for (const name of ['内江市人民政府', '自贡市人民政府']) await page.getByLabel(`选择 ${name}`).check();
    await page.getByRole('button', { name: '对比所选 (2)' }).click();
    await page.locator('.legend li').nth(1).waitFor();
    expect(await page.locator('.legend').textContent()).toMatch(/(内江|自贡)市人民政府[\s\S]*(内江|自贡)市人民政府/);
    expect(await page.locator('.chart circle').count()).toBe(2);
  });

  it('an agency is found by the initials of its pinyin', async () => {
    const { page } = await explorer.open('/?lang=zh');
    await page.getByRole('searchbox').fill('njs');
    await page.keyboard.press('Enter');
    await page.locator('.agencies').getByRole('link', { name: '内江市人民政府' }).click();
    await page.getByRole('heading', { level: 1, name: '内江市人民政府' }).waitFor();
  });
});

describe('a search of texts', () => {
  it('from the first screen leads to the sentence, and from there to the section of the report', async () => {
    const { page } = await explorer.open('/?lang=zh');
    await page.getByRole('link', { name: '全文检索' }).click();
    await page.getByText('输入要查的词').waitFor();
    await page.getByRole('searchbox', { name: '检索正文' }).fill('流动宣传车');
    await page.keyboard.press('Enter');
    await page.getByText('已检索的报告中没有这些词').waitFor();
    await page.getByRole('searchbox', { name: '检索正文' }).fill('应公开尽公开 社会监督');
    await page.keyboard.press('Enter');
    const found = page.locator('.queue > li', { hasText: '清镇市人民政府' });
    await found.waitFor();
    expect(await found.locator('mark').allTextContents()).toEqual(expect.arrayContaining(['应公开尽公开', '社会监督']));
    const address = page.url();
    await found.getByRole('link').click();
    const section = page.locator('details.printed[open]');
    await section.getByText('应公开尽公开并接受社会监督').waitFor();
    expect(await section.locator('summary').textContent()).toContain('总体情况');
    const { page: again } = await explorer.open(address.slice(explorer.origin.length));
    await again.locator('.queue > li mark').first().waitFor();
    await again.locator('.choice', { hasText: /^章节/ }).locator('select').selectOption('problemsAndImprovements');
    await again.getByText('已检索的报告中没有这些词').waitFor();
  });

  it('says what is wrong with it, what did not come, and of how many reports it is', async () => {
    const { page } = await explorer.open('/search?lang=en&text=公');
    await page.getByRole('alert').getByText('at least').waitFor();
    await page.getByRole('searchbox', { name: 'Search the texts' }).fill('公开');
    let left = 2;
    await page.route('**/graphql*', async (route) => {
      const response = await route.fetch();
      const answer = await response.json();
      if (answer.data?.search != null) {
        Object.assign(answer.data.search.coverage, { left, askAfterMilliseconds: left > 0 ? 200 : null });
        left = 0;
      }
      await route.fulfill({ response, json: answer });
    });
    await page.keyboard.press('Enter');
    await page.getByText('2 reports have not been searched yet').waitFor();
    await page.getByText('2 reports have not been searched yet').waitFor({ state: 'detached' });
    expect(await page.locator('main').textContent()).toMatch(/Found in \d+ sections; (\d+) of \1 reports searched/);
    await page.unroute('**/graphql*');
    await page.route('**/graphql*', (route) => route.fulfill({ status: 500 }));
    await page.getByRole('searchbox', { name: 'Search the texts' }).fill('信息');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
  });
});

it('offers the panel in every format, and each file is there', async () => {
  const { page } = await explorer.open('/data?lang=en');
  const links = page.locator('a[href^="/export/panel"]');
  await links.first().waitFor();
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(paths).toHaveLength(8);
  for (const path of paths) {
    const response = await fetch(new URL(path, page.url()));
    expect([path, response.status]).toEqual([path, 200]);
    await response.body?.cancel();
  }
});

describe('a figure and its place', () => {
  it('is lit in the line of a text, and the address restores it', async () => {
    const { page } = await explorer.open(`${neijiang}/2020?lang=zh`);
    await page.locator('[id="cell-applications.processed.total"]').click();
    expect(await page.locator('.original-text mark').textContent()).toMatch(/\(七\)总计.*234$/);
    const { page: again } = await explorer.open(new URL(page.url()).pathname + new URL(page.url()).search);
    await again.locator('.original-text mark').waitFor();
    expect(await again.locator('.cell-facts').textContent()).toContain('“234”');
  });

  it('is lit in the cell of a page', async () => {
    const { page } = await openFirst(explorer, '习水');
    const cell = page.locator('[id="cell-applications.newlyReceived.total"]');
    await cell.click();
    const lit = page.frameLocator('.original-frame').locator('[data-lit]');
    expect((await lit.textContent())?.trim()).toBe((await cell.textContent())?.trim());
  });

  it('is lit in a box on the page of a PDF', async () => {
    const { page } = await openFirst(explorer, '鞍山');
    await page.locator('[id="cell-applications.newlyReceived.total"]').click();
    await page.locator('.pages', { hasText: '/ 3' }).waitFor();
    await page.locator('.lit-box').waitFor();
    const [box, sheet] = await Promise.all([
      page.locator('.lit-box').boundingBox(),
      page.locator('.sheet').boundingBox(),
    ]);
    expect(box?.width).toBeGreaterThan(4);
    expect(box?.x).toBeGreaterThan(sheet?.x ?? Number.NaN);
    await page.screenshot({ path: `${screens}/agency-year-pdf.png` });
  });

  it('stands in a table with the merged headings of the statute', async () => {
    const { page } = await explorer.open(`${neijiang}/2020?lang=zh`);
    const table = page.locator('.statutory-down').nth(1);
    await table.waitFor();
    const spans = (text: string) =>
      table
        .locator('th', { hasText: text })
        .first()
        .evaluate((cell) => [(cell as HTMLTableCellElement).colSpan, (cell as HTMLTableCellElement).rowSpan]);
    expect(await spans('法人或其他组织')).toEqual([5, 1]);
    expect(await spans('申请人情况')).toEqual([7, 1]);
    expect(await spans('三、本年度办理结果')).toEqual([1, 20]);
    expect(await page.locator('.statutory-across th', { hasText: '行政诉讼' }).first().getAttribute('colspan')).toBe(
      '10',
    );
  });
});

describe('every screen', () => {
  const paths: readonly (readonly [string, string])[] = [
    ['start', '/?province=510000&year=2020'],
    ['agencies', '/agencies?q=市'],
    ['agency', `${neijiang}?`],
    ['agency-year', `${neijiang}/2020?cell=applications.processed.total`],
    ['rank', '/rank?province=510000&year=2020'],
    ['compare', '/compare?ids=511000-5d0af38c55c3,210800-7d00301f37bd'],
    ['calendar', '/calendar?province=510000&year=2020'],
    ['findings', '/findings?'],
    ['search', '/search?text=依申请公开&year=2020'],
    ['plans', '/plans?'],
    ['upload', '/upload?'],
    ['data', '/data?'],
  ];
  const looks = [
    { name: 'zh', lang: 'zh', options: {} },
    { name: 'en', lang: 'en', options: {} },
    { name: 'zh-dark', lang: 'zh', options: { colorScheme: 'dark' as const } },
    { name: 'en-dark', lang: 'en', options: { colorScheme: 'dark' as const } },
    { name: 'zh-360', lang: 'zh', options: { viewport: { width: 360, height: 740 } } },
    { name: 'en-360', lang: 'en', options: { viewport: { width: 360, height: 740 } } },
  ];

  it.each(paths.flatMap(([screen, path]) => looks.map((look) => ({ screen, path, look }))))(
    '$screen, $look.name: no serious fault of access, nothing wider than the window',
    async ({ screen, path, look }) => {
      const { page, faults } = await explorer.open(`${path}&lang=${look.lang}`, look.options);
      await settled(page);
      expect(await seriousFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await page.screenshot({ path: `${screens}/${screen}-${look.name}.png`, fullPage: true });
      expect(faults).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  it.each(paths.flatMap(([screen, path]) => ['zh', 'en'].map((lang) => ({ screen, path, lang }))))(
    '$screen, printed, $lang: without what a page of paper cannot do, and no wider than A4',
    async ({ screen, path, lang }) => {
      const { page } = await explorer.open(`${path}&lang=${lang}`, { viewport: { width: 718, height: 1040 } });
      await settled(page);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('nav, search, select, input, .actions').filter({ visible: true }).count()).toBe(0);
      await page.locator('.on-paper', { hasText: `${explorer.origin}${path.split('?')[0]}` }).waitFor();
      if (path.includes('province=')) await page.getByText('四川省 · 2020', { exact: true }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await page.screenshot({ path: `${screens}/${screen}-${lang}-print.png`, fullPage: true });
      await page.context().close();
    },
    60_000,
  );
});

async function choosePlaceAndYear(page: Page, province: string, year: string): Promise<void> {
  await page.locator('.choice', { hasText: /^省份/ }).locator('select').selectOption(province);
  await page.locator('.choice', { hasText: /^年度/ }).locator('select').selectOption(year);
}

/** What a card of the first screen says when its answer has come. */
async function card(page: Page, title: string): Promise<string | null> {
  const found = page.locator('.card', { has: page.getByRole('heading', { name: title }) });
  await found.waitFor();
  return found.textContent();
}

/** Waits until the view's answers have come and its letters are loaded. */
async function settled(page: Page): Promise<void> {
  await page.locator('main :is(h1, h2)').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
  await page.evaluate(() => document.fonts.ready);
}

async function seriousFaults(page: Page): Promise<string[]> {
  // Read as an extension would put it in: the page's own policy allows no foreign script.
  await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate(async () => {
    // `axe` is a global of the script that was just evaluated.
    const { violations } = await Reflect.get(window, 'axe').run(document, { iframes: false });
    return violations
      .filter(({ impact }: { impact: string }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`);
  });
}
