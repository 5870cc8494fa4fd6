import { CreateQueueCommand, GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { deliveries } from '../aws/queue.ts';

export interface QueueOptions {
  readonly name: string;
  /** How long a message that failed stays hidden before it is delivered again. */
  readonly retrySeconds: number;
}

export interface Queues {
  readonly queueUrl: string;
  readonly deadLetterUrl: string;
}

/** Makes the queue of object events and the one for messages that cannot be processed. */
export async function createQueues(sqs: SQSClient, { name, retrySeconds }: QueueOptions): Promise<Queues> {
  const deadLetterUrl = await create(sqs, `${name}-dead-letter`, {});
  const deadLetterTargetArn = await arnOf(sqs, deadLetterUrl);
  const queueUrl = await create(sqs, name, {
    VisibilityTimeout: String(retrySeconds),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: deliveries }),
  });
  return { queueUrl, deadLetterUrl };
}

/** Messages of a queue, waiting and in work together. */
export async function depth(sqs: SQSClient, queueUrl: string): Promise<number> {
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: [...names] }),
  );
  return names.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
}

async function create(sqs: SQSClient, name: string, attributes: Record<string, string>): Promise<string> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
  if (QueueUrl === undefined) throw new Error(`SQS made no queue ${name}`);
  return QueueUrl;
}

async function arnOf(sqs: SQSClient, queueUrl: string): Promise<string> {
  const ask = new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['QueueArn'] });
  const { Attributes } = await sqs.send(ask);
  if (Attributes?.QueueArn === undefined) throw new Error(`SQS does not name the queue ${queueUrl}`);
  return Attributes.QueueArn;
}
