import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** Retentions that CloudWatch has, in days, shortest first. */
const retentions = Object.values(RetentionDays)
  .filter((value) => typeof value === 'number')
  .toSorted((a, b) => a - b);

/** A log group that keeps its lines for at least so many days, and goes with its stack. */
export function logGroup(scope: Construct, id: string, days: number): LogGroup {
  const retention = retentions.find((retained) => retained >= days) ?? RetentionDays.INFINITE;
  return new LogGroup(scope, id, { retention, removalPolicy: RemovalPolicy.DESTROY });
}
