import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSamples } from '../../../../cli/start/load-samples.ts';
import { startProduct } from '../../../../cli/start/start-product.ts';
import { localTarget, type Target } from '../../../../cli/target.ts';

/** The product over HTTP with the documents of `samples/`, as `npm start` brings it up. */
export interface SampleProduct {
  readonly url: string;
  /** As operations reach it. */
  readonly target: Target;
  close(): Promise<void>;
}

export async function startSampleProduct(): Promise<SampleProduct> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gongkai-clients-'));
  const ports = { s3: 0, sqs: 0, dynamodb: 0 };
  const product = await startProduct({ dataDir, graphqlPort: 0, ports, onProgress: () => undefined });
  await loadSamples(product, dataDir);
  return {
    url: product.running.graphql,
    target: localTarget(product.running),
    async close() {
      await product.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
