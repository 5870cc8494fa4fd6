import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium as browsers, type Page } from 'playwright-core';
import { loadSamples } from '../../cli/start/load-samples.ts';
import { type Product, startProduct } from '../../cli/start/start-product.ts';
import { createS3Client } from '../../infra/aws/aws-clients.ts';
import { AwsEnv, readEnv } from '../../infra/aws/env.ts';

/** The whole product with the explorer, and a browser that may reach this machine alone. */
export interface ExplorerInBrowser {
  readonly product: Product;
  /** Where the explorer is, without a slash at the end. */
  readonly origin: string;
  /** Opens an address of the explorer in a fresh profile. What the page asks of other hosts, or throws, ends in `faults`. */
  open(path: string, options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly faults: string[] }>;
  /** Uploads a document by S3, with what its sender says of it, and waits until it is ingested. */
  upload(key: string, body: string | Uint8Array, metadata?: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
}

export async function startExplorer({ samples }: { readonly samples: boolean }): Promise<ExplorerInBrowser> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gongkai-explorer-'));
  const ports = { s3: 0, sqs: 0, dynamodb: 0 };
  const product = await startProduct({ dataDir, graphqlPort: 0, ports, onProgress: () => undefined, explorer: true });
  if (samples) await loadSamples(product, dataDir);
  // The flags that the package suggests for Lambda switch off what is tested here: who may ask whom.
  const browser: Browser = await browsers.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox'],
  });
  const origin = new URL(product.running.graphql).origin;
  return {
    product,
    origin,
    async open(path, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', ...options });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('dialog', (dialog) => {
        faults.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      await context.route('**/*', (route) => {
        const { hostname, href } = new URL(route.request().url());
        if (hostname === '127.0.0.1') return route.continue();
        faults.push(`request ${href}`);
        return route.abort();
      });
      await page.goto(origin + path);
      return { page, faults };
    },
    async upload(key, body, metadata = {}) {
      const s3 = createS3Client(readEnv(AwsEnv, product.stack.env));
      await s3.send(
        new PutObjectCommand({ Bucket: product.running.bucket, Key: `raw/${key}`, Body: body, Metadata: metadata }),
      );
      s3.destroy();
      await product.stack.idle();
    },
    async close() {
      await browser.close();
      await product.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Opens the first year of the agency whose name holds a text. */
export async function openFirst(explorer: ExplorerInBrowser, name: string) {
  const opened = await explorer.open(`/agencies?lang=zh&q=${encodeURIComponent(name)}`);
  await opened.page.locator('.agencies .years a').first().click();
  await opened.page.locator('.record-head').waitFor();
  return opened;
}

/** Uploads beside the samples a neighbour of 内江 with the same figures, and an edition of 内江's report of the day after in which one figure is another. */
export async function uploadNeighbourAndCorrection(explorer: ExplorerInBrowser): Promise<void> {
  const neijiang = await readFile('samples/neijiang-2020.txt', 'utf8');
  await explorer.upload('zigong.txt', neijiang.replaceAll('内江', '自贡'));
  const corrected = neijiang
    .replace(/(规范性文件\s+56\s+56\s+)542/, '$1543')
    .replaceAll(/2021(-|年)03(-|月)30/g, '2021$103$231');
  await explorer.upload('neijiang-again.txt', corrected);
}
