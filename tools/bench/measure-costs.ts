import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { bundledFunctions, bundleFunction } from '../../cdk/bundle/bundle-function.ts';
import { type LocalStack, startLocalStack } from '../../infra/local/local-stack.ts';
import { startDynamoTap } from '../../test/support/dynamo-tap.ts';
import { type Measured, measuredFile } from '../cost/measured.ts';
import { measureIngest } from './costs/measure-ingest.ts';
import { measureQueries } from './costs/measure-queries.ts';
import { type Workshop, workshop } from './costs/workshop.ts';

// Measures the bundled functions on the embedded services, for `npm run cost`.
const folder = await mkdtemp(join(tmpdir(), 'gongkai-costs-'));
const stack = await startLocalStack({ dataDir: join(folder, 'data'), ports: { s3: 0, sqs: 0, dynamodb: 0 } });
const tap = await startDynamoTap(() => stack.endpoints.dynamodb);
try {
  for (const bundled of Object.values(bundledFunctions)) await bundleFunction(folder, bundled);
  await writeFile(measuredFile, `${JSON.stringify(await measure(workshop(stack, tap, folder), stack), null, 2)}\n`);
} finally {
  await tap.close();
  await stack.close();
  await rm(folder, { recursive: true });
}

async function measure(shop: Workshop, { bucket, queueUrl }: LocalStack): Promise<Measured> {
  const { peakMb, ...ingested } = await measureIngest(shop, { bucket, queueUrl });
  const queried = await measureQueries(shop);
  const machine = `Node ${process.version}, ${cpus()[0]?.model ?? 'an unknown processor'}`;
  return { machine, ingested, queried, ingestPeakMb: peakMb };
}
