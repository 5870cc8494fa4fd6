import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExplorerInBrowser, openFirst, startExplorer } from './explorer-in-browser.ts';

let explorer: ExplorerInBrowser;
beforeAll(async () => {
  explorer = await startExplorer({ samples: true });
  await explorer.upload('hostile.html', hostileReport);
}, 120_000);
afterAll(() => explorer.close());

const neijiang = '/agency/511000-5d0af38c55c3';

describe('with credentials', () => {
  const giveToken = async (page: Page) => {
    await page.getByText('复核和上传需要凭证').click();
    await page.locator('.credentials input').fill(explorer.product.running.token);
  };

  it('files that are dropped are followed from their bytes to their records, each with its reasons', async () => {
    const { page } = await explorer.open('/upload?lang=zh');
    await giveToken(page);
    await dropFiles(page, [
      { name: 'page.html', path: 'test/corpus/county-2022-pieces-page/source.html' },
      { name: 'nothing.txt', path: 'LICENSE' },
    ]);
    const [record, nothing] = ['page.html', 'nothing.txt'].map((hasText) =>
      page.locator('.uploads').first().locator('li', { hasText }),
    );
    await nothing?.getByText('退回').waitFor();
    expect(await nothing?.textContent()).toContain('文件中没有政府信息公开工作年度报告');
    await record?.getByRole('link', { name: /查看记录/ }).click();
    await page.locator('.statutory').first().waitFor();
  });

  it('what is queued is followed on after a reload, and what was not sent is asked for again', async () => {
    const { page } = await explorer.open('/upload?lang=zh');
    await giveToken(page);
    // Nothing is read yet, and the second file does not reach the bucket.
    await page.route(/versionId/, (route) => route.fulfill({ json: { data: { ingestionOf: null } } }));
    let posts = 0;
    await page.route(`${explorer.product.running.s3}/**`, (route) => {
      posts += 1;
      return posts === 1 ? route.continue() : new Promise(() => undefined);
    });
    await dropFiles(page, [
      { name: 'first.html', path: 'test/corpus/county-2022-packed-page/source.html' },
      { name: 'second.html', path: 'test/corpus/county-2022-tab-page/source.html' },
    ]);
    await page.getByText('已上传,排队识读').waitFor();
    await page.getByText(/正在上传/).waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.reload();
    await page.locator('.uploads li', { hasText: 'second.html' }).getByText('请再次选择此文件').waitFor();
    await page
      .locator('.uploads li', { hasText: 'first.html' })
      .first()
      .getByRole('link', { name: /查看记录/ })
      .waitFor();
  });

  it('a finding is decided upon, and the decision stands when the page is opened anew', async () => {
    const { page } = await explorer.open('/findings?lang=zh');
    const doubt = page.locator('.queue > li', { hasText: '政务微博公开政府信息数 51' });
    await doubt.waitFor();
    expect(await doubt.getByRole('button', { name: '确认' }).count()).toBe(0);
    await giveToken(page);
    await doubt.getByLabel('理由').fill('原文 1691 少计 7');
    await doubt.getByRole('button', { name: '确认' }).click();
    await doubt.getByText(/developer 于 .* 复核:确认 — 原文 1691 少计 7/).waitFor();
    await page.reload();
    await doubt.getByText(/复核:确认/).waitFor();
  });

  it('credentials that are refused are told, and nothing is said to be decided', async () => {
    const { page } = await explorer.open('/findings?lang=zh');
    await page.getByText('复核和上传需要凭证').click();
    await page.locator('.credentials input').fill('no such token');
    const doubt = page.locator('.queue > li').first();
    await doubt.getByRole('button', { name: '排除' }).click();
    await doubt.getByRole('alert').getByText('UNAUTHENTICATED').waitFor();
    expect(await doubt.textContent()).not.toContain('复核:排除');
  });
});

describe('what may go wrong', () => {
  it('an API that fails is said in a sentence, and asked again on request', async () => {
    const { page } = await explorer.open('/data?lang=zh');
    await page.route('**/graphql*', (route) => route.fulfill({ status: 503, body: '' }));
    await page.goto(`${explorer.origin}${neijiang}?lang=zh`);
    await page.getByRole('alert').waitFor({ timeout: 15_000 });
    expect(await page.getByRole('alert').textContent()).toContain('没有读到数据');
    await page.unroute('**/graphql*');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('heading', { level: 1, name: '内江市人民政府' }).waitFor();
  });

  it('an API that is slow leaves the shape of what will come, and the ways to the other screens', async () => {
    const { page } = await explorer.open('/data?lang=zh');
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/graphql*', async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(`${explorer.origin}/findings?lang=zh`);
    await page.locator('.skeleton').first().waitFor();
    await page.getByRole('link', { name: '上传', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '上传报告' }).waitFor();
    await page.getByRole('link', { name: '存疑', exact: true }).click();
    answer();
    await page.locator('.queue > li').first().waitFor();
  });

  it('an API that answers by half shows that half and says so; what failed is never told as empty', async () => {
    const { page } = await explorer.open('/data?lang=zh');
    const fault = (path: string) => [{ message: 'x', path: [path], extensions: { code: 'PROVINCE_UNAVAILABLE' } }];
    await page.route('**/graphql*', async (route) => {
      const response = await route.fetch();
      const { data } = await response.json();
      if (data.agencies?.pageInfo !== undefined) return route.fulfill({ json: { data, errors: fault('agencies') } });
      return data.province === undefined
        ? route.fulfill({ response })
        : route.fulfill({ json: { data: { ...data, province: null }, errors: fault('province') } });
    });
    await page.goto(`${explorer.origin}/agencies?lang=zh&q=内江`);
    await page.getByText('部分数据没有答复(PROVINCE_UNAVAILABLE)').waitFor();
    await page.locator('.agencies').getByRole('link', { name: '内江市人民政府' }).waitFor();
    for (const screen of ['/calendar', '/']) {
      await page.goto(`${explorer.origin}${screen}?lang=zh&province=510000&year=2020`);
      await page.getByRole('alert').getByText('没有读到数据').waitFor();
      expect(await page.getByText('这里还没有报告').count()).toBe(0);
    }
  });

  it('without a connection what is there stays, what is asked for says so, and comes when the connection is back', async () => {
    const { page } = await explorer.open('/?lang=zh&province=510000&year=2020');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.context().setOffline(true);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('四川省');
    await page.locator('.choice', { hasText: /^年度/ }).locator('select').selectOption('2018');
    await page.getByRole('alert').getByText('没有网络连接').first().waitFor({ timeout: 15_000 });
    await page.context().setOffline(false);
    await page.getByRole('heading', { level: 1, name: /2018年 · 四川省/ }).waitFor();
  });

  it('a screen whose files do not come says so, and the others are still there', async () => {
    const { page } = await explorer.open('/?lang=zh');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.route('**/assets/**', (route) => route.abort());
    await page.getByRole('link', { name: '上传', exact: true }).click();
    await page.getByRole('alert').getByText('这一页没有载入').waitFor();
    await page.unroute('**/assets/**');
    await page.getByRole('button', { name: '重新载入' }).click();
    await page.getByRole('heading', { level: 1, name: '上传报告' }).waitFor();
  });

  it('an unknown agency, and an unknown address', async () => {
    const { page } = await explorer.open('/agency/000000-000000000000?lang=zh');
    await page.getByText('库里没有这个机关').waitFor();
    await page.goto(`${explorer.origin}/nowhere?lang=zh`);
    await page.getByText('没有这一页').waitFor();
  });

  it('a hostile report runs nothing, asks nobody and submits nothing', async () => {
    const { page, faults } = await openFirst(explorer, '金牛');
    await page.locator('.original-frame').waitFor();
    await page.frameLocator('.original-frame').locator('table').first().waitFor();
    const frame = page.frame({ url: 'about:srcdoc' });
    const left = await frame?.evaluate(() =>
      [
        ...document.body.querySelectorAll(
          'script, style, link, form, iframe, object, svg, img, a[href], [onload], [onclick], [style]',
        ),
      ].map(({ outerHTML }) => outerHTML),
    );
    expect(left).toEqual([]);
    expect(await page.evaluate(() => Reflect.get(window, 'harmed'))).toBeUndefined();
    expect(faults).toEqual([]);
  });
});

/** Drops files on the place for uploads, as a reader does from a folder. */
async function dropFiles(page: Page, files: readonly { readonly name: string; readonly path: string }[]) {
  const contents = await Promise.all(
    files.map(async ({ name, path }) => ({ name, base64: (await readFile(path)).toString('base64') })),
  );
  await page.locator('.drop').waitFor();
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const { name, base64 } of dropped)
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name));
    document.querySelector('.drop')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  }, contents);
}

/** A report whose page tries what pages try. */
const hostileReport = `<!doctype html><html><head><meta charset="utf-8"><title>成都市金牛区人民政府2022年政府信息公开工作年度报告</title>
<style>@import url(http://192.0.2.1/x.css); body { background: url(http://192.0.2.1/x.png) }</style>
<link rel="stylesheet" href="http://192.0.2.1/y.css"><base href="http://192.0.2.1/"></head>
<body onload="parent.harmed = 1"><script>parent.harmed = 1; alert(1)</script>
<h1>成都市金牛区人民政府2022年政府信息公开工作年度报告</h1>
<img src="http://192.0.2.1/z.png" onerror="parent.harmed = 1"><svg onload="parent.harmed = 1"><script>parent.harmed = 1</script></svg>
<form action="http://192.0.2.1/"><input name="a"><button>go</button></form><iframe src="http://192.0.2.1/"></iframe>
<a href="javascript:parent.harmed = 1">x</a><meta http-equiv="refresh" content="0;url=http://192.0.2.1/">
<p>一、总体情况</p><p style="background:url(http://192.0.2.1/p.png)">2022年收到政府信息公开申请3件。</p>
<p>二、主动公开政府信息情况</p><table><tr><td>第二十条第(一)项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr><tr><td>行政规范性文件</td><td>1</td><td>0</td><td onclick="parent.harmed = 1">4</td></tr></table>
<p>三、收到和处理政府信息公开申请情况</p><p>四、政府信息公开行政复议、行政诉讼情况</p><p>五、存在的主要问题及改进情况</p><p>无。</p><p>六、其他需要报告的事项</p><p>无。</p></body></html>`;
