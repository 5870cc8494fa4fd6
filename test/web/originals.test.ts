import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExplorerInBrowser, openFirst, startExplorer } from './explorer-in-browser.ts';

/** A file of each kind that no browser shows, and whose report it is. */
const originals = [
  { kind: 'Word 2007 with tables as lines', path: 'neijiang-2020-docx/source.docx', agency: '内江' },
  { kind: 'Word 97', path: 'qingzhen-2020-doc/source.doc', agency: '清镇' },
  { kind: 'a workbook', path: 'bureau-2020-xlsx/source.xlsx', agency: '鞍山' },
  { kind: 'an archived page', path: 'county-2022-mhtml/source.mht', agency: '习水' },
] as const;

let explorer: ExplorerInBrowser;
beforeAll(async () => {
  explorer = await startExplorer({ samples: false });
  for (const { path } of originals) await explorer.upload(path, await readFile(`test/corpus/${path}`));
}, 120_000);
afterAll(() => explorer.close());

it.each(originals)('$kind is shown as its blocks, with the chosen cell and the chosen sentence lit', async (file) => {
  const { page, faults } = await openFirst(explorer, file.agency);
  const cell = page.locator('[id="cell-applications.newlyReceived.total"]');
  await cell.click();
  const lit = page.locator('.original-blocks [data-lit]');
  await lit.waitFor();
  const figure = (await cell.textContent())?.trim() ?? '';
  expect(figure).toMatch(/^\d+$/);
  const tag = await lit.evaluate(({ tagName }) => tagName);
  const words = ((await lit.textContent()) ?? '').trim().split(/\s+/);
  expect(tag === 'TD' ? words : words.slice(-1)).toEqual([figure]);
  const sentence = page.locator('.sentences button').first();
  if ((await sentence.count()) > 0) {
    await sentence.click();
    const said = (await sentence.locator('q').textContent()) ?? '';
    await page.waitForFunction(
      (wanted) => document.querySelector('.original-blocks [data-lit]')?.textContent?.includes(wanted),
      said.slice(1, 8),
    );
  }
  expect(faults).toEqual([]);
  await page.screenshot({ path: `screens/original-${file.agency}.png` });
  await page.context().close();
});

it('a file whose bytes are others than those of the record is not shown', async () => {
  const { page } = await explorer.open('/?lang=zh');
  await page.route(`${explorer.product.running.s3}/**`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from(' ')]) });
  });
  await page.goto(`${explorer.origin}/agencies?lang=zh&q=${encodeURIComponent('内江')}`);
  await page.locator('.agencies .years a').first().click();
  await page.getByRole('alert').getByText('原始文件没有取到').waitFor();
});
