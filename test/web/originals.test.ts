import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeZip } from '../support/write-zip.ts';
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

describe('where a file is from', () => {
  const page = 'https://www.neijiang.gov.cn/news/2021/03/report.html';
  let sent: ExplorerInBrowser;
  beforeAll(async () => {
    sent = await startExplorer({ samples: false });
    const metadata = { 'source-url': page, 'fetched-at': '2021-04-02T03:04:05Z' };
    await sent.upload('neijiang.txt', await readFile('samples/neijiang-2020.txt'), metadata);
  }, 120_000);
  afterAll(() => sent.close());

  const words = {
    zh: { open: '引用', fetched: '采集时间 2021-04-02 03:04 UTC', accessed: '查阅日期' },
    en: { open: 'Cite', fetched: 'Fetched 2021-04-02 03:04 UTC', accessed: 'accessed' },
  };
  it.each(Object.entries(words))('stands beside it and in its citation, %s', async (lang, said) => {
    const opened = await sent.open(`/agency/511000-5d0af38c55c3/2020?lang=${lang}&cell=applications.processed.total`);
    const facts = opened.page.locator('.provenance');
    expect(await facts.getByRole('link', { name: page }).getAttribute('href')).toBe(page);
    const permalink = (await facts.locator('a').last().textContent()) ?? '';
    const bytes = new Uint8Array(await (await fetch(permalink)).arrayBuffer());
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    expect(await facts.textContent()).toContain(hash);
    await opened.page.locator('.record .actions').getByText(said.open, { exact: true }).click();
    const cited = await opened.page.locator('.cite-text').textContent();
    for (const part of [
      page,
      said.fetched,
      `SHA-256 ${hash}`,
      permalink,
      'applications.processed.total = 234',
      said.accessed,
    ])
      expect(cited).toContain(part);
    expect(opened.faults).toEqual([]);
  });
});

describe('a file of an archive', () => {
  let packed: ExplorerInBrowser;
  beforeAll(async () => {
    packed = await startExplorer({ samples: false });
    const files = [
      'county-2022-html/source.html',
      'bureau-2020-aligned-pdf/source.pdf',
      'county-2022-docx/source.docx',
    ];
    const members = await Promise.all(
      files.map(async (name) => ({ name: `年报/${name}`, content: await readFile(`test/corpus/${name}`) })),
    );
    const neijiang = await readFile('samples/neijiang-2020.txt');
    await packed.upload('reports.zip', writeZip([...members, { name: '内江.txt', content: neijiang }]));
  }, 120_000);
  afterAll(() => packed.close());

  const lit = {
    text: { agency: '内江', member: '内江.txt', place: '.original-text mark' },
    pdf: { agency: '鞍山', member: '年报/bureau-2020-aligned-pdf/source.pdf', place: '.lit-box' },
  };
  it.each(Object.entries(lit))('as %s is shown by itself, with the chosen place lit', async (_, file) => {
    const { page, faults } = await openFirst(packed, file.agency);
    await page.locator('.original header').getByText(file.member).waitFor();
    await page.locator('[id="cell-applications.newlyReceived.total"]').click();
    await page.locator(file.place).waitFor();
    expect(faults).toEqual([]);
  });

  it('as a page is shown by itself, with the chosen cell lit', async () => {
    const { page } = await openFirst(packed, '习水');
    const cell = page.locator('[id="cell-applications.newlyReceived.total"]');
    await cell.click();
    const place = page.frameLocator('.original-frame').locator('[data-lit]');
    expect((await place.textContent())?.trim()).toBe((await cell.textContent())?.trim());
  });

  it('that the archive no longer holds is not shown, and that is said', async () => {
    const { page } = await packed.open('/?lang=zh');
    await page.route('**/graphql*', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('"member":"内江.txt"', '"member":"other.txt"');
      await route.fulfill({ response, body });
    });
    await page.goto(`${packed.origin}/agency/511000-5d0af38c55c3/2020?lang=zh`);
    await page.getByRole('alert').getByText('原始文件没有取到').waitFor();
  });
});
