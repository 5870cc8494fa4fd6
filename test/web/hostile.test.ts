import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCodes } from '../../schema/law/vocabulary/error-codes.ts';
import { type ExplorerInBrowser, startExplorer } from './explorer-in-browser.ts';

let explorer: ExplorerInBrowser;
beforeAll(async () => {
  explorer = await startExplorer({ samples: true });
}, 120_000);
afterAll(() => explorer.close());

const neijiang = '/agency/511000-5d0af38c55c3';
const chosen = 'province=510000&year=2020';
const screens = [
  `/?${chosen}`,
  '/agencies?q=市',
  `${neijiang}?`,
  `${neijiang}/2020?cell=applications.processed.total`,
  `/rank?${chosen}`,
  '/compare?ids=511000-5d0af38c55c3,210800-7d00301f37bd',
  `/calendar?${chosen}`,
  '/findings?',
  '/plans?',
  '/upload?',
];

/** Fields that readers see as they were printed, or as they are made from what was printed. */
const printed = /"(name|title|raw|heading|text|preamble|label|words|zh|en|group|key)":"((?:[^"\\]|\\.)*)"/g;
const harm =
  '<script>window.harmed=1</script><img src=x onerror=window.harmed=1><svg onload=window.harmed=1><style>*{display:none}</style><form action=//192.0.2.1><a href=javascript:window.harmed=1>';

/** Answers of the API as they come, with every printed text made by `change`. */
async function openWithTexts(path: string, change: (field: string, text: string) => string, options = {}) {
  const opened = await explorer.open('/mark.svg', options);
  await opened.page.route('**/graphql*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(printed, (_, field: string, text: string) =>
      // Keys of measures and forms are what the page itself goes by.
      field === 'key' ? `"key":"${text}"` : `"${field}":${JSON.stringify(change(field, text))}`,
    );
    await route.fulfill({ response, body });
  });
  await opened.page.goto(`${explorer.origin}${path}&lang=zh`);
  await opened.page.locator('main :is(h1, h2)').first().waitFor();
  await opened.page.waitForFunction(() => document.querySelector('.skeleton') === null);
  return opened;
}

describe('what a report says', () => {
  it.each(screens)('is text and nothing else: %s', async (path) => {
    const { page, faults } = await openWithTexts(path, (_, text) => text + harm);
    const left = await page.evaluate(() =>
      [...document.querySelectorAll('#app :is(script, style, img, form[action], a[href^="javascript:"])')].map(
        ({ outerHTML }) => outerHTML,
      ),
    );
    expect(left).toEqual([]);
    expect(await page.evaluate(() => Reflect.get(window, 'harmed'))).toBeUndefined();
    expect(faults).toEqual([]);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });

  it.each(screens)('may be very long, and no screen is wider than a telephone for it: %s', async (path) => {
    const long = (field: string, text: string) => (field === 'name' ? '特别长的名称'.repeat(20) + text : text);
    const { page } = await openWithTexts(path, long, { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });
});

it.each(Object.keys(errorCodes))('an API that answers %s is quoted, with a way to ask again', async (code) => {
  const { page } = await explorer.open('/mark.svg');
  await page.route('**/graphql*', (route) =>
    route.fulfill({ json: { errors: [{ message: 'x', extensions: { code } }], data: null } }),
  );
  await page.goto(`${explorer.origin}${neijiang}?lang=zh`);
  expect(await page.getByRole('alert').first().textContent()).toContain(code);
  await page.getByRole('button', { name: '重试' }).waitFor();
  await page.context().close();
});

const unreadable = {
  'that is cut off': { body: '{"data": {' },
  'of a gateway': { contentType: 'text/html', body: '<html>Bad gateway</html>' },
  'that is null': { body: 'null' },
  'without what was asked for': { body: '{"data":{}}' },
};
it.each(Object.entries(unreadable))('an answer %s leaves no screen blank', async (_, reply) => {
  const { page, faults } = await explorer.open('/mark.svg');
  await page.route('**/graphql*', (route) => route.fulfill(reply));
  for (const path of [`/?${chosen}`, `${neijiang}/2020?`, '/agencies?q=x']) {
    await page.goto(`${explorer.origin}${path}&lang=zh`);
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByRole('alert').first().textContent()).toMatch(/没有读到数据.*重试|这一页没有载入.*重新载入/s);
    await page.getByRole('link', { name: '排名', exact: true }).waitFor();
  }
  expect(faults).toEqual([]);
  await page.context().close();
});

it('answers that take three seconds never show one year under the name of another', async () => {
  const { page } = await explorer.open('/mark.svg');
  await page.route(/variables=/, async (route) => {
    // The year that was chosen first is answered last.
    const isFirst = route.request().url().includes('%22year%22%3A2018');
    await new Promise((resolve) => setTimeout(resolve, isFirst ? 3_500 : 3_000));
    await route.continue();
  });
  await page.goto(`${explorer.origin}/?lang=zh&province=510000&year=2018`);
  await page.locator('.skeleton').first().waitFor();
  const year = page.locator('.choice', { hasText: /^年度/ }).locator('select');
  await year.selectOption('2020');
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(0);
  await page.getByRole('heading', { level: 1, name: /^2020年/ }).waitFor();
  await page.waitForTimeout(1_000);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^2020年/);
});

it('a further page that comes by half is shown, and said to be half', async () => {
  const { page } = await explorer.open('/mark.svg');
  const fault = { message: 'x', path: ['agencies', 'nodes', 0], extensions: { code: 'PROVINCE_UNAVAILABLE' } };
  await page.route(/nameContains/, async (route) => {
    const response = await route.fetch();
    const { data } = await response.json();
    const pageInfo = { hasNextPage: true, endCursor: 'x' };
    await route.fulfill({ json: { data: { agencies: { ...data.agencies, pageInfo, totalCount: 9 } } } });
  });
  await page.route(/after%22%3A%22x/, (route) => {
    const node = { id: 'x', name: '第九号机关', level: null, division: null, years: [] };
    const agencies = { totalCount: 9, nodes: [node], pageInfo: { hasNextPage: false, endCursor: null } };
    return route.fulfill({ json: { data: { agencies }, errors: [fault] } });
  });
  await page.goto(`${explorer.origin}/agencies?lang=zh&q=市`);
  await page.getByRole('button', { name: '显示更多' }).click();
  await page.getByRole('link', { name: '第九号机关' }).waitFor();
  await page.getByRole('alert').getByText('PROVINCE_UNAVAILABLE').waitFor();
});

describe('a link to what is not there says so', () => {
  const links = {
    'a figure': [`${neijiang}/2020?cell=no.such.cell`, '链接所指的数字不在本报告中'],
    'a sentence': [`${neijiang}/2020?sentence=999`, '链接所指的数字不在本报告中'],
    'a year of an agency': [`${neijiang}/1999?`, '无报告'],
    'a year of a province': ['/rank?province=510000&year=1999', '库里没有所选省份该年度的报告,下面是 四川省'],
    'a province': ['/calendar?province=990000&year=2020', '库里没有所选省份该年度的报告'],
    'an agency among those compared': [
      '/compare?ids=511000-5d0af38c55c3,511000-000000000000',
      '链接所指的机关、地区或条件不存在',
    ],
    'a rule': ['/findings?rule=no.such-rule', '链接所指的机关、地区或条件不存在'],
    'more agencies than are compared': [
      `/compare?ids=${Array.from({ length: 9 }, (_, at) => `x${at}`)}`,
      '只显示前 8 个',
    ],
  } as const;
  it.each(Object.entries(links))('%s', async (_, [path, said]) => {
    const { page, faults } = await explorer.open(`${path}&lang=zh`);
    await page.locator('main').getByText(said).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

it('a province with one agency is ranked and told as one', async () => {
  const { page } = await explorer.open('/?lang=en&province=210000&year=2020');
  await page.getByRole('heading', { level: 1, name: '2020 · 辽宁省: annual reports of 1 agency on record' }).waitFor();
  await page.getByRole('link', { name: 'Ranking', exact: true }).click();
  await page.getByRole('heading', { level: 3, name: /Prefecture n = 1/ }).waitFor();
  expect(await page.locator('.list tbody tr').count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Compare selected (0)' }).isDisabled()).toBe(true);
});

it('an empty stack says what to do, on every screen that needs a report', async () => {
  const { page } = await explorer.open('/mark.svg');
  await page.route('**/graphql*', async (route) => {
    const response = await route.fetch();
    const { data } = await response.json();
    const nothing = { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    const lists = ['agencies', 'findings', 'tasks', 'ingestions'].filter((name) => data[name] !== undefined);
    const none = { ...data, ...(data.provinces && { provinces: [] }) };
    await route.fulfill({ json: { data: { ...none, ...Object.fromEntries(lists.map((name) => [name, nothing])) } } });
  });
  for (const path of ['/', '/rank', '/calendar']) {
    await page.goto(`${explorer.origin}${path}?lang=zh`);
    await page.getByRole('link', { name: '去上传' }).waitFor();
  }
  for (const path of ['/agencies', '/findings', '/plans']) {
    await page.goto(`${explorer.origin}${path}?lang=zh&q=x`);
    await page.locator('main .notice').first().waitFor();
  }
});

it('without JavaScript a sentence says what to do, in both languages', async () => {
  const { page } = await explorer.open('/', { javaScriptEnabled: false });
  expect(await page.locator('noscript').textContent()).toMatch(
    /请在浏览器中启用 JavaScript[\s\S]*Please enable JavaScript/,
  );
});

it('going back and forward shows each screen again, under its own name', async () => {
  const { page } = await explorer.open(`/?lang=zh&${chosen}`);
  await page.getByRole('link', { name: '排名', exact: true }).click();
  await page.locator('.list').getByRole('link', { name: '内江市人民政府' }).click();
  await page.locator('[id="cell-applications.processed.total"]').click();
  await page.waitForFunction(() => document.title === '内江市人民政府 2020 · 公开');
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: '排名' }).waitFor();
  expect(await page.title()).toBe('排名 · 公开');
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: /四川省/ }).waitFor();
  await page.goForward();
  await page.goForward();
  await page.locator('.original-text mark', { hasText: '234' }).waitFor();
});

it('changes after publication are looked for in all reports when the reader asks for it', async () => {
  const { page } = await explorer.open('/mark.svg');
  await page.route(/variables=/, async (route) => {
    const variables = JSON.parse(new URL(route.request().url()).searchParams.get('variables') ?? '{}');
    // Of the first screen's questions the one that asks for nothing but reports of a place.
    if (variables.division === undefined || variables.province !== undefined) return route.continue();
    const { after } = variables;
    const report = (at: number) => ({
      ...{ year: 2020 },
      agency: {
        ...{ id: `id-${at}`, name: `第${at}号机关` },
        year: { changedAfterPublication: at === 250 ? [change] : [] },
      },
    });
    const from = Number(after ?? 0);
    const nodes = Array.from({ length: Math.min(100, 300 - from) }, (_, at) => report(from + at));
    const pageInfo = { hasNextPage: from < 200, endCursor: String(from + 100) };
    return route.fulfill({ json: { data: { reports: { totalCount: 300, pageInfo, nodes } } } });
  });
  await page.goto(`${explorer.origin}/?lang=zh&${chosen}`);
  const card = page.locator('.card', { has: page.getByRole('heading', { name: '公布后的改动' }) });
  await card.getByText('其余尚未比对').waitFor();
  await card.getByRole('button', { name: '全部显示' }).click();
  await card.getByText('已比对 300 / 300').waitFor();
  await card.getByRole('link', { name: '第250号机关' }).waitFor();
});

const change = { severity: 'warning', cells: ['a.b'], message: { zh: '542 → 543', en: '542 → 543' } };
