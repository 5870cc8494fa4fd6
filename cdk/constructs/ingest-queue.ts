import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type CfnQueue, Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct, type IConstruct } from 'constructs';

export interface IngestQueueProps {
  /** Name of the bucket that may send. The queue must let it before the bucket exists, so it is named and not referred to. */
  readonly bucketName: string;
  /** Seconds until a message that was taken and not deleted is delivered again. */
  readonly retrySeconds: number;
  readonly deliveries: number;
}

/** SQS keeps a message for so long at most: an outage of two weeks loses nothing. */
const longestRetention = Duration.days(14);

/** The queue of object events with the dead-letter queue for messages that failed too often. */
export class IngestQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  /** What must exist before the bucket is told to send here. */
  readonly permission: IConstruct;

  constructor(scope: Construct, id: string, { bucketName, retrySeconds, deliveries }: IngestQueueProps) {
    super(scope, id);
    const { stackName } = Stack.of(this);
    const names = { ingest: `${stackName}-ingest`, dead: `${stackName}-ingest-dead` };
    this.deadLetters = new Queue(this, 'Dead', { ...common(retrySeconds), queueName: names.dead });
    this.queue = new Queue(this, 'Queue', {
      ...common(retrySeconds),
      queueName: names.ingest,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: deliveries },
    });
    this.allowOnly(names.ingest);
    this.permission = this.letBucketSend(bucketName);
  }

  /** No other queue may set its messages aside here. Referring to the queue would make a circle, so its address is put together. */
  private allowOnly(queueName: string): void {
    const sourceQueueArns = [Stack.of(this).formatArn({ service: 'sqs', resource: queueName })];
    // The L1 of a queue made by CDK is always a CfnQueue.
    const dead = this.deadLetters.node.defaultChild as CfnQueue;
    dead.redriveAllowPolicy = { redrivePermission: 'byQueue', sourceQueueArns };
  }

  private letBucketSend(bucketName: string): IConstruct {
    const { partition, account } = Stack.of(this);
    const { policyDependable } = this.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
        conditions: {
          ArnEquals: { 'aws:SourceArn': `arn:${partition}:s3:::${bucketName}` },
          StringEquals: { 'aws:SourceAccount': account },
        },
      }),
    );
    if (policyDependable === undefined) throw new Error('The queue has no policy of its own');
    // What CDK gives to depend on is the policy's construct.
    return policyDependable as IConstruct;
  }
}

function common(retrySeconds: number): QueueProps {
  return {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: longestRetention,
    visibilityTimeout: Duration.seconds(retrySeconds),
  };
}
