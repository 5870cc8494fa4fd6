import type { Message } from '@aws-sdk/client-sqs';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { localRegion } from './s3/object-version.ts';

/** Messages as Lambda hands them to a function. */
export function sqsEvent(messages: readonly Message[], queueUrl: string): SQSEvent {
  const [queue = '', account = ''] = new URL(queueUrl).pathname.split('/').reverse();
  const arn = `arn:aws:sqs:${localRegion}:${account}:${queue}`;
  return { Records: messages.map((message) => sqsRecord(message, arn)) };
}

function sqsRecord(message: Message, eventSourceARN: string): SQSRecord {
  const { MessageId = '', ReceiptHandle = '', Body = '', MD5OfBody = '', Attributes = {} } = message;
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: {
      ApproximateReceiveCount: Attributes.ApproximateReceiveCount ?? '',
      SentTimestamp: Attributes.SentTimestamp ?? '',
      SenderId: Attributes.SenderId ?? '',
      ApproximateFirstReceiveTimestamp: Attributes.ApproximateFirstReceiveTimestamp ?? '',
    },
    messageAttributes: {},
    md5OfBody: MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN,
    awsRegion: localRegion,
  };
}
