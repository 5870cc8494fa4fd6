import {
  GetQueueAttributesCommand,
  type QueueAttributeName,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { untilProcessed } from './retry.ts';

/**
 * How often the queue delivers a message that fails before it sets it aside as a dead letter: once for a fault that passes, and
 * often enough that an outage of a service is over before the last time.
 */
export const deliveries = 5;

/** SQS takes at most so many messages a call. */
const mostMessages = 10;

/** Puts messages into a queue; `onSent` is told how many have got there so far. Throws when the queue keeps refusing. */
export async function sendMessages(
  sqs: SQSClient,
  { queueUrl, bodies }: { readonly queueUrl: string; readonly bodies: readonly string[] },
  onSent: (count: number) => void = () => undefined,
): Promise<void> {
  for (let start = 0; start < bodies.length; start += mostMessages) {
    const some = bodies.slice(start, start + mostMessages);
    await untilProcessed(some, (left) => sendSome(sqs, queueUrl, left));
    onSent(start + some.length);
  }
}

/** Sends up to ten messages and answers those SQS did not take. */
async function sendSome(sqs: SQSClient, queueUrl: string, bodies: readonly string[]): Promise<string[]> {
  const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
  const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  const failed = new Set(Failed.map(({ Id }) => Id));
  return bodies.filter((_, index) => failed.has(String(index)));
}

/** Messages of a queue, as far as SQS counts them: approximate while they move. */
export interface QueueDepth {
  /** Ready to be taken. */
  readonly waiting: number;
  /** Taken, and neither done nor given back. */
  readonly inFlight: number;
  /** Not yet to be taken. */
  readonly delayed: number;
}

const attributes = {
  waiting: 'ApproximateNumberOfMessages',
  inFlight: 'ApproximateNumberOfMessagesNotVisible',
  delayed: 'ApproximateNumberOfMessagesDelayed',
} as const satisfies Record<keyof QueueDepth, QueueAttributeName>;

/** Asks a queue how much it holds. */
export async function queueDepth(sqs: SQSClient, queueUrl: string): Promise<QueueDepth> {
  const ask = new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: Object.values(attributes) });
  const { Attributes = {} } = await sqs.send(ask);
  const count = (name: keyof QueueDepth) => Number(Attributes[attributes[name]] ?? 0);
  return { waiting: count('waiting'), inFlight: count('inFlight'), delayed: count('delayed') };
}
