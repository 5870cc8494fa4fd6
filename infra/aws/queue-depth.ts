import { GetQueueAttributesCommand, type QueueAttributeName, type SQSClient } from '@aws-sdk/client-sqs';

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
