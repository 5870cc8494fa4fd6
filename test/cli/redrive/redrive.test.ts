import { PurgeQueueCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redriveAll, showAll } from '../../../cli/redrive.ts';
import { redriveDeadLetters } from '../../../infra/aws/dead-letters.ts';
import { queueDepth } from '../../../infra/aws/queue.ts';
import { createSequencer, creationMessage } from '../../../infra/local/s3/object-version.ts';
import { type OperatedStack, startOperatedStack } from '../../support/operated-stack.ts';

let stack: OperatedStack;

beforeAll(async () => {
  stack = await startOperatedStack({ ingesting: false });
  // S3 has told the queue that it is there.
  await stack.aws.sqs.send(new PurgeQueueCommand({ QueueUrl: stack.target.queueUrl }));
});

afterAll(() => stack.aws.close());

const versionId = createSequencer(null, () => Date.UTC(2022, 0, 28)).next();
const noticeOf = (key: string) =>
  creationMessage({ bucket: stack.target.bucket, key, versionId, size: 1, eTag: 'e' }, 'Put');

async function bury(...bodies: readonly string[]): Promise<void> {
  for (const MessageBody of bodies) {
    await stack.aws.sqs.send(new SendMessageCommand({ QueueUrl: stack.target.deadLetterUrl, MessageBody }));
  }
}

async function depths() {
  const { aws, target } = stack;
  const [queue, dead] = await Promise.all([
    queueDepth(aws.sqs, target.queueUrl),
    queueDepth(aws.sqs, target.deadLetterUrl),
  ]);
  return { queue, dead };
}

const waiting = (count: number) => ({ waiting: count, inFlight: 0, delayed: 0 });

describe('dead letters', () => {
  it('are shown by what they tell of, and stay where they are', async () => {
    await bury(noticeOf('raw/新 报告.html'), '{"not": "of S3"}');
    const lines: string[] = [];
    expect(await showAll(stack.target, (line) => lines.push(line))).toBe(2);
    expect(lines.map((line) => line.split('\t')[1]).sort()).toEqual([
      'no S3 notification: "{\\"not\\": \\"of S3\\"}"',
      `raw/新 报告.html ${versionId}`,
    ]);
    expect(lines.every((line) => Date.parse(line.split('\t')[0] ?? '') > 0)).toBe(true);
    expect(await depths()).toEqual({ queue: waiting(0), dead: waiting(2) });
  });

  it('go back to the queue, every one, with the same words', async () => {
    const keys = Array.from({ length: 33 }, (_, index) => `raw/${index}.html`);
    await bury(...keys.map(noticeOf));
    const lines: string[] = [];
    expect(await redriveAll(stack.target, (line) => lines.push(line))).toBe(35);
    expect(lines).toHaveLength(35);
    expect(await depths()).toEqual({ queue: waiting(35), dead: waiting(0) });
  });

  it('that come back while they are moved are not moved again', async () => {
    await bury('round', 'and round');
    const { deadLetterUrl } = stack.target;
    const moved: string[] = [];
    for await (const { body } of redriveDeadLetters(stack.aws.sqs, { deadLetterUrl, queueUrl: deadLetterUrl })) {
      moved.push(body);
    }
    expect(moved.sort()).toEqual(['and round', 'round']);
    expect((await depths()).dead).toEqual(waiting(2));
    await stack.aws.sqs.send(new PurgeQueueCommand({ QueueUrl: deadLetterUrl }));
  });

  it('may be none', async () => {
    expect(await redriveAll(stack.target, expect.unreachable)).toBe(0);
  });
});
