import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../infra/site.ts';
import { provinceTemplate } from '../cdk/support/stacks.ts';
import { startEdge } from './edge.ts';
import { type ExplorerInBrowser, startExplorer } from './explorer-in-browser.ts';

let explorer: ExplorerInBrowser;
let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  explorer = await startExplorer({ samples: true });
  await explorer.upload('bureau.pdf', await readFile('test/corpus/bureau-2020-aligned-pdf/source.pdf'));
  await explorer.upload('bureau.docx', await readFile('test/corpus/county-2022-docx/source.docx'));
  edge = await startEdge({
    template: provinceTemplate({ features: { site: true } }),
    files: await buildSite(),
    api: explorer.origin,
    originals: explorer.product.running.s3,
  });
}, 180_000);
afterAll(async () => {
  await edge.close();
  await explorer.close();
});

/** Opens an address of the site; what its policy forbids ends in `faults` too. */
async function open(path: string) {
  const { page, faults } = await explorer.open('/mark.svg');
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  await page.goto(edge.origin + path);
  return { page, faults };
}

describe('the explorer as the stack serves it', () => {
  it('answers every address that names no file with its page, files as they are, and refuses the others', async () => {
    const asked = [
      '/',
      '/rank',
      '/agency/511000-5d0af38c55c3/2020?cell=a.b',
      '/mark.svg',
      '/assets/none.js',
      '/none.php',
    ];
    const answers = await Promise.all(asked.map((path) => fetch(edge.origin + path)));
    expect(answers.map(({ status, headers }) => [status, headers.get('content-type')?.split(';')[0]])).toEqual([
      ...Array.from({ length: 3 }, () => [200, 'text/html']),
      ...[
        [200, 'image/svg+xml'],
        [403, 'application/xml'],
        [403, 'application/xml'],
      ],
    ]);
  });

  it('asks the API under its own origin, and says what is stored', async () => {
    const { page, faults } = await open('/?lang=zh&province=510000&year=2020');
    await page.locator('.card .number').first().waitFor();
    expect(await page.locator('.card').first().textContent()).toContain('内江市人民政府');
    expect(faults).toEqual([]);
  });

  it.each([
    ['a line of text', '/agency/511000-5d0af38c55c3/2020?cell=applications.processed.total', '.original-text mark'],
    ['a page of a PDF', '鞍山', '.lit-box'],
    ['a block of a Word file', '习水', '.original-blocks [data-lit]'],
  ])('lights a cell in %s, under the policy of the stack', async (_, where, lit) => {
    const { page, faults } = await open(where.startsWith('/') ? `${where}&lang=zh` : `/agencies?lang=zh&q=${where}`);
    if (!where.startsWith('/')) {
      await page.locator('.agencies .years a').first().click();
      await page.locator('[id="cell-applications.newlyReceived.total"]').click();
    }
    await page.locator(lit).waitFor();
    expect(faults).toEqual([]);
  });

  it('saves a chart as PNG under that policy', async () => {
    const { page, faults } = await open('/compare?lang=zh&ids=511000-5d0af38c55c3');
    const button = page.getByRole('button', { name: 'PNG' }).first();
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect((await readFile(await download.path())).subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(faults).toEqual([]);
  });

  it('lets no script, style, picture or request of others in', async () => {
    const { page } = await open('/data?lang=zh');
    await page.locator('h1').waitFor();
    const tried = await page.evaluate(async () => {
      const blocked: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
      const add = (tag: string, attributes: Record<string, string>) =>
        document.body.append(Object.assign(document.createElement(tag), attributes));
      add('script', { textContent: 'window.harmed = 1' });
      add('img', { src: 'http://192.0.2.1/x.png' });
      add('iframe', { src: 'http://192.0.2.1/' });
      add('link', { rel: 'stylesheet', href: 'http://192.0.2.1/x.css' });
      await fetch('http://192.0.2.1/').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return [...new Set(blocked)].sort();
    });
    expect(tried).toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem']);
    expect(await page.evaluate(() => Reflect.get(window, 'harmed'))).toBeUndefined();
  });
});
