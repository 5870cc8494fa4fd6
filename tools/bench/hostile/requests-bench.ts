import process from 'node:process';
import { hostileRequests } from '../../../test/support/hostile-requests.ts';
import { startTestAws } from '../../../test/support/local-aws.ts';
import { sendRaw } from '../../../test/support/raw-http.ts';
import { milliseconds, printTable } from '../measure.ts';

/** What malformed S3 requests cost the services of one machine, all in one process, and what they are answered. */
export async function benchHostileRequests(): Promise<void> {
  const aws = await startTestAws();
  const rows: string[][] = [];
  for (const [name, request] of hostileRequests) {
    const started = performance.now();
    const answer = await sendRaw(aws.stack.endpoints.s3, request);
    const took = performance.now() - started;
    const code = /<Code>(\w+)<\/Code>/.exec(answer)?.[1] ?? answer.split('\r\n')[0] ?? '';
    rows.push([name, code, milliseconds(took), (process.memoryUsage.rss() / 1e6).toFixed(0)]);
  }
  await aws.close();
  printTable('Hostile requests to the local S3', [
    ['request', 'answered', 'ms', 'MB after it, of the whole process'],
    ...rows,
  ]);
}
