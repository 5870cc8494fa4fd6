import { describeStack } from '../../infra/aws/stack.ts';
import type { Stage } from './stage.ts';

/** Longer than a document takes, and short enough to wait for: a message that fails is delivered again after so many seconds. */
const seconds = 5;

/** Makes half an hour pass in seconds: only the queue's patience is another, and no template changes it back. */
export async function hasten(stage: Stage, stack: string): Promise<void> {
  const { QueueUrl } = await describeStack(stage.env, stack);
  const attributes = ['--attributes', `VisibilityTimeout=${seconds}`];
  await stage.aws('sqs', 'set-queue-attributes', '--queue-url', QueueUrl, ...attributes);
}
