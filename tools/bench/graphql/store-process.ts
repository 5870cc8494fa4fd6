import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalStack } from '../../../infra/local/local-stack.ts';
import { tell } from '../../child.ts';

/** The embedded store in a process of its own. Tells its environment. */
const dataDir = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
const stack = await startLocalStack({ dataDir, ports: { s3: 0, sqs: 0, dynamodb: 0 } });
tell(stack.env, async () => {
  await stack.close();
  await rm(dataDir, { recursive: true });
});
