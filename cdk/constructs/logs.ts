import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** Retentions that CloudWatch has, in days, shortest first. */
const retentions = Object.values(RetentionDays)
  .filter((value) => typeof value === 'number')
  .toSorted((a, b) => a - b);

export interface LogGroupWishes {
  /** Lines are kept for at least so many days. */
  readonly days: number;
  /** Absent: CloudFormation makes one up. */
  readonly name?: string;
}

/** A log group that goes with its stack. */
export function logGroup(scope: Construct, id: string, { days, name }: LogGroupWishes): LogGroup {
  const retention = retentions.find((retained) => retained >= days) ?? RetentionDays.INFINITE;
  const named = name === undefined ? {} : { logGroupName: name };
  return new LogGroup(scope, id, { ...named, retention, removalPolicy: RemovalPolicy.DESTROY });
}
