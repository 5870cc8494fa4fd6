import { Aws, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { apiPaths } from '../../infra/aws/api.ts';
import { exportPrefixes, releaseWish } from '../../infra/aws/exports.ts';
import { rawPrefix } from '../../infra/aws/raw-store.ts';
import { denominatorsPrefix, registerKey } from '../../infra/store/table.ts';
import { acknowledge } from '../acknowledge.ts';
import { documentWildcards, readStatements, tableActions, tableStatement } from '../permissions.ts';
import type { IngestQueue } from './ingest-queue.ts';

export interface OperatorPolicyProps {
  readonly bucket: Bucket;
  readonly queue: IngestQueue;
  readonly table: TableV2;
  readonly api: HttpApi;
}

/**
 * What an operator may do with a stack that stands: upload documents, see how the stack is, redrive, have documents read again, keep the register and denominators,
 * and decide on findings. It makes and removes no resource, and deletes no document and no record. Attach it to users or roles.
 */
export class OperatorPolicy extends Construct {
  readonly policy: ManagedPolicy;

  constructor(scope: Construct, id: string, parts: OperatorPolicyProps) {
    super(scope, id);
    const { stackName } = Stack.of(this);
    this.policy = new ManagedPolicy(this, 'Policy', {
      description: `Operates ${stackName}: uploads, status, redrive, reprocess, register, decisions`,
      statements: [
        ...watching(this),
        ...documents(parts.bucket),
        ...messages(parts.queue),
        ...records(parts.table),
        decisions(parts.api),
      ],
    });
    acknowledge(this.policy, {
      ...documentWildcards,
      [`AwsSolutions-IAM5[Resource::<RawBucket.Arn>/${exportPrefixes.requests}${releaseWish('*')}]`]:
        'A release has whatever name its maker gives it.',
      [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:cloudformation:<AWS::Region>:<AWS::AccountId>:stack/${stackName}/*]`]:
        'A stack is asked for by its name; its id is another each time that it is made.',
      'AwsSolutions-IAM5[Resource::*]':
        'CloudWatch lets nobody be bound to the metrics of one stack; they are numbers of how busy it is.',
    });
  }
}

/** The outputs of the stack, which alarms ring, and how long messages wait. */
function watching(scope: Construct): PolicyStatement[] {
  const { stackName } = Stack.of(scope);
  // Who asks by a stack's name asks for any of its ids.
  const ofName = `arn:${Aws.PARTITION}:cloudformation:${Aws.REGION}:${Aws.ACCOUNT_ID}:stack/${stackName}/*`;
  return [
    new PolicyStatement({ actions: ['cloudformation:DescribeStacks'], resources: [ofName] }),
    new PolicyStatement({ actions: ['cloudwatch:DescribeAlarms', 'cloudwatch:GetMetricStatistics'], resources: ['*'] }),
  ];
}

/** Documents are read and added; a new version takes nothing away. Who may not list is not told that a document is not there. */
function documents(bucket: Bucket): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
      resources: [bucket.arnForObjects(`${rawPrefix}*`)],
    }),
    // A release is asked for as a file of an export is; whether it is still wanted tells whether it is done.
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:PutObject'],
      resources: [bucket.arnForObjects(`${exportPrefixes.requests}${releaseWish('*')}`)],
    }),
    new PolicyStatement({ actions: ['s3:ListBucket', 's3:ListBucketVersions'], resources: [bucket.bucketArn] }),
  ];
}

/** Messages go to the queue, and out of the dead-letter queue alone. */
function messages({ queue, deadLetters }: IngestQueue): PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ['sqs:GetQueueAttributes', 'sqs:SendMessage'], resources: [queue.queueArn] }),
    new PolicyStatement({
      actions: [
        'sqs:GetQueueAttributes',
        'sqs:ReceiveMessage',
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:PurgeQueue',
      ],
      resources: [deadLetters.queueArn],
    }),
  ];
}

/** Reads everything; of what is stored, an operator writes the register and the denominators. */
function records(table: TableV2): PolicyStatement[] {
  const register = tableStatement(table.tableArn, tableActions.register);
  const imported = [registerKey('*', '').pk, `${denominatorsPrefix}*`];
  register.addCondition('ForAllValues:StringLike', { 'dynamodb:LeadingKeys': imported });
  return [...readStatements(table), register];
}

/** Decisions on findings come through the authorised route of the API, where IAM decides who may. */
function decisions(api: HttpApi): PolicyStatement {
  return new PolicyStatement({
    actions: ['execute-api:Invoke'],
    resources: [api.arnForExecuteApi('POST', apiPaths.authorised, '$default')],
  });
}
