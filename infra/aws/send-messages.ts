import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { untilProcessed } from '../store/backoff.ts';

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
