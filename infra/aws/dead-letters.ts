import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** A message that could not be processed. */
export interface DeadLetter {
  readonly id: string;
  readonly body: string;
  /** When it was first sent, ISO 8601; null where SQS does not say. */
  readonly sentAt: string | null;
}

/** A message as it was taken off the queue: the handle deletes it or gives it back. */
interface Taken extends DeadLetter {
  readonly handle: string;
}

/** Messages SQS gives, takes or deletes in a call. */
const mostMessages = 10;
/** Seconds a message that was taken stays hidden from others: what moving ten may take at worst, and some more. */
const hiddenSeconds = 60;
/** Seconds to wait for a message before the queue counts as empty: a shorter poll asks only some of SQS's servers. */
const pollSeconds = 2;

export interface DeadLetterQueues {
  readonly deadLetterUrl: string;
  readonly queueUrl: string;
}

/**
 * Moves dead letters back to the queue they came from, and gives each once it is there. A message is deleted only after
 * the queue has taken it: an end in between leaves it in both, and ingesting twice changes nothing. Messages that come
 * back while it runs are left, so that a poison message does not go round for ever. Throws where SQS refuses a message.
 */
export async function* redriveDeadLetters(
  sqs: SQSClient,
  { deadLetterUrl, queueUrl }: DeadLetterQueues,
): AsyncGenerator<DeadLetter> {
  const moved = new Set<string>();
  for await (const batch of batches(sqs, deadLetterUrl)) {
    const { back = [], fresh = [] } = Object.groupBy(batch, ({ id }) => (moved.has(id) ? 'back' : 'fresh'));
    await giveBack(sqs, deadLetterUrl, back);
    if (fresh.length === 0) return;
    for (const id of await send(sqs, queueUrl, fresh)) moved.add(id);
    await remove(sqs, deadLetterUrl, fresh);
    yield* fresh;
  }
}

/** Looks at dead letters, at most so many, and leaves them where they are. */
export async function lookAtDeadLetters(sqs: SQSClient, deadLetterUrl: string, most: number): Promise<DeadLetter[]> {
  const looked: Taken[] = [];
  try {
    for await (const batch of batches(sqs, deadLetterUrl)) {
      looked.push(...batch);
      if (looked.length >= most) break;
    }
  } finally {
    await giveBack(sqs, deadLetterUrl, looked);
  }
  return looked.slice(0, most);
}

async function* batches(sqs: SQSClient, queueUrl: string): AsyncGenerator<Taken[]> {
  const poll = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: mostMessages,
    VisibilityTimeout: hiddenSeconds,
    WaitTimeSeconds: pollSeconds,
    MessageSystemAttributeNames: ['SentTimestamp'],
  });
  for (;;) {
    const { Messages = [] } = await sqs.send(poll);
    if (Messages.length === 0) return;
    yield Messages.map(taken);
  }
}

function taken({ MessageId = '', Body = '', ReceiptHandle = '', Attributes = {} }: Message): Taken {
  const sent = Attributes.SentTimestamp;
  return {
    id: MessageId,
    body: Body,
    handle: ReceiptHandle,
    sentAt: sent === undefined ? null : new Date(Number(sent)).toISOString(),
  };
}

/** Answers the ids the messages have from now on, also when they come back. */
async function send(sqs: SQSClient, queueUrl: string, messages: readonly Taken[]): Promise<string[]> {
  const Entries = messages.map(({ body }, index) => ({ Id: String(index), MessageBody: body }));
  const { Failed = [], Successful = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  const refused = Failed[0];
  if (refused !== undefined)
    throw new Error(`SQS refused ${Failed.length} messages: ${refused.Message ?? refused.Code}`);
  return Successful.flatMap(({ MessageId }) => MessageId ?? []);
}

async function remove(sqs: SQSClient, queueUrl: string, messages: readonly Taken[]): Promise<void> {
  const Entries = messages.map(({ handle }, index) => ({ Id: String(index), ReceiptHandle: handle }));
  await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
}

async function giveBack(sqs: SQSClient, queueUrl: string, messages: readonly Taken[]): Promise<void> {
  for (let start = 0; start < messages.length; start += mostMessages) {
    const some = messages.slice(start, start + mostMessages);
    const Entries = some.map(({ handle }, index) => ({
      ...{ Id: String(index), ReceiptHandle: handle },
      VisibilityTimeout: 0,
    }));
    await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries }));
  }
}
