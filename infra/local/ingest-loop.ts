import { setTimeout as sleep } from 'node:timers/promises';
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { sqsEvent } from './sqs-event.ts';

/** The Lambda handler, whatever it is. */
export type EventHandler = (event: SQSEvent) => Promise<SQSBatchResponse>;

export interface IngestLoopOptions {
  readonly sqs: SQSClient;
  readonly queueUrl: string;
  readonly handle: EventHandler;
  /** Told of a batch that failed whole, and of a queue that does not answer. */
  readonly onError: (error: unknown) => void;
}

export interface IngestLoop {
  /** Ends the loop once the batch in work is done. */
  close(): Promise<void>;
}

/** As many messages as Lambda takes from a queue at once, and as long a poll as SQS allows, in seconds. */
const batchSize = 10;
const longestPoll = 20;
const pauseAfterErrorMs = 1000;

/**
 * Does what Lambda's event source mapping does: takes messages off the queue, hands them to the handler, deletes those
 * that succeeded, and leaves the rest for the queue to deliver again.
 */
export function startIngestLoop(options: IngestLoopOptions): IngestLoop {
  const stopping = new AbortController();
  const done = run(options, stopping.signal);
  return {
    close() {
      stopping.abort();
      return done;
    },
  };
}

async function run(options: IngestLoopOptions, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      await handleSome(options, await receive(options, stopping));
    } catch (error) {
      if (stopping.aborted) return;
      options.onError(error);
      await sleep(pauseAfterErrorMs, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
}

async function receive({ sqs, queueUrl }: IngestLoopOptions, stopping: AbortSignal): Promise<Message[]> {
  const poll = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: batchSize,
    WaitTimeSeconds: longestPoll,
    MessageSystemAttributeNames: ['All'],
  });
  return (await sqs.send(poll, { abortSignal: stopping })).Messages ?? [];
}

async function handleSome({ sqs, queueUrl, handle }: IngestLoopOptions, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  const event = sqsEvent(messages, queueUrl);
  const { batchItemFailures } = await handle(event);
  const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  const done = event.Records.filter(({ messageId }) => !failed.has(messageId));
  if (done.length === 0) return;
  const Entries = done.map(({ receiptHandle }, index) => ({ Id: String(index), ReceiptHandle: receiptHandle }));
  await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
}
