import chromium from '@sparticuz/chromium';
import { type Browser, chromium as browsers } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SampleProduct, startSampleProduct } from './sample-product.ts';

let product: SampleProduct;
let browser: Browser;
beforeAll(async () => {
  product = await startSampleProduct();
  browser = await browsers.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
});
afterAll(async () => {
  await browser.close();
  await product.close();
});

it('GraphiQL opens in a browser without the network, shows a first query, and answers it', async () => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.route('**/*', (route) =>
    new URL(route.request().url()).hostname === '127.0.0.1' ? route.continue() : route.abort(),
  );
  await page.goto(product.url);
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'POST' && !response.request().postData()?.includes('__schema'),
  );
  await page.getByRole('button', { name: /execute/i }).click();
  expect(await (await answered).text()).toContain('内江市人民政府');
  await page.locator('.graphiql-response', { hasText: 'totalCount' }).waitFor();
  expect(faults).toEqual([]);
});
