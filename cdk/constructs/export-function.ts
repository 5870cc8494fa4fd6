import { Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Policy, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct, type IConstruct } from 'constructs';
import { exportPrefix } from '../../infra/aws/exports.ts';
import { tablesPrefix } from '../../infra/aws/table-files.ts';
import { acknowledge } from '../acknowledge.ts';
import { documentWildcards, exportStatements, readStatements } from '../permissions.ts';
import type { Settings } from '../settings.ts';
import { NodeFunction } from './node-function.ts';

export interface ExportFunctionProps {
  readonly code: string;
  readonly settings: Settings;
  readonly table: TableV2;
  /** Name of the bucket that calls it. The function must let it before the bucket exists, so it is named and not referred to. */
  readonly bucketName: string;
}

/** As long as Lambda lets a function run. Five thousand reports with a line a figure are 600 MB and take some minutes. */
const timeoutSeconds = 15 * 60;

/** The function that writes files of exports, and leads there. The bucket tells it what is wanted. */
export class ExportFunction extends Construct {
  readonly function: NodeFunction;
  /** What must exist before the bucket is told to call it. */
  readonly permission: IConstruct;

  constructor(scope: Construct, id: string, { code, settings, table, bucketName }: ExportFunctionProps) {
    super(scope, id);
    const { stackName, partition, account } = Stack.of(this);
    this.function = new NodeFunction(this, 'Export', {
      code,
      description: `Writes files of exports of ${stackName}`,
      memoryMb: settings.api.memoryMb,
      timeoutSeconds,
      concurrency: settings.exports.concurrency,
      arm64: settings.features.arm64,
      logDays: settings.retention.logDays,
      environment: { TABLE_NAME: table.tableName, BUCKET_NAME: bucketName },
    });
    for (const statement of readStatements(table)) this.function.lambda.addToRolePolicy(statement);
    this.function.lambda.addPermission('Bucket', {
      principal: new ServicePrincipal('s3.amazonaws.com'),
      sourceArn: `arn:${partition}:s3:::${bucketName}`,
      sourceAccount: account,
    });
    this.permission = this.function.lambda.node.findChild('Bucket');
  }

  /** A policy of its own: what the function itself waited for could not refer to a bucket that waits for the function. */
  letUse(bucket: Bucket): void {
    const policy = new Policy(this, 'Files', { statements: exportStatements(bucket), roles: [this.function.role] });
    acknowledge(policy, {
      ...documentWildcards,
      [`AwsSolutions-IAM5[Resource::<RawBucket.Arn>/${exportPrefix}*]`]:
        'Files are named for the state of the data they are of; everything under this prefix is made by this function.',
      [`AwsSolutions-IAM5[Resource::<RawBucket.Arn>/${tablesPrefix}*]`]:
        'A file for each province and year; everything under this prefix is made by this function.',
    });
  }
}
