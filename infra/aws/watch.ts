import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import {
  CloudWatchClient,
  GetMetricStatisticsCommand,
  type MetricAlarm,
  paginateDescribeAlarms,
} from '@aws-sdk/client-cloudwatch';

import { type AwsEnv, clientConfig } from './env.ts';

/** A client of what describes stacks. These two are the operator's: no function needs them, so no bundle holds them. */
export function createCloudFormationClient(env: AwsEnv): CloudFormationClient {
  return new CloudFormationClient(clientConfig(env));
}

/** A client of metrics and alarms. */
export function createCloudWatchClient(env: AwsEnv): CloudWatchClient {
  return new CloudWatchClient(clientConfig(env));
}

/** An alarm that rings. */
export interface RingingAlarm {
  readonly name: string;
  /** Why it rings, in CloudWatch's words. */
  readonly reason: string;
  /** What to do: the alarm's description, which names its page in the runbook. */
  readonly description: string;
  /** Since when, ISO 8601; null where not told. */
  readonly since: string | null;
}

/** The alarms whose names begin with a prefix and that are in state ALARM. */
export async function ringingAlarms(cloudwatch: CloudWatchClient, prefix: string): Promise<RingingAlarm[]> {
  const pages = paginateDescribeAlarms({ client: cloudwatch }, { AlarmNamePrefix: prefix, StateValue: 'ALARM' });
  const alarms: RingingAlarm[] = [];
  for await (const { MetricAlarms = [] } of pages) alarms.push(...MetricAlarms.map(ringing));
  return alarms;
}

function ringing({ AlarmName, StateReason, AlarmDescription, StateUpdatedTimestamp }: MetricAlarm): RingingAlarm {
  return {
    name: AlarmName ?? '',
    reason: StateReason ?? '',
    description: AlarmDescription ?? '',
    since: StateUpdatedTimestamp?.toISOString() ?? null,
  };
}

/** SQS tells CloudWatch once a minute; a queue that has been idle for hours is told of later, so look back some minutes. */
const lookBackMs = 10 * 60_000;
const periodSeconds = 60;

/** A queue by its URL, and the time to look back from, in milliseconds since 1970. */
export interface AgeQuestion {
  readonly queueUrl: string;
  readonly now: number;
}

/** Seconds the oldest message of a queue has waited, as SQS last told CloudWatch; null where it told nothing. */
export async function oldestMessageAge(
  cloudwatch: CloudWatchClient,
  { queueUrl, now }: AgeQuestion,
): Promise<number | null> {
  const ask = new GetMetricStatisticsCommand({
    Namespace: 'AWS/SQS',
    MetricName: 'ApproximateAgeOfOldestMessage',
    Dimensions: [{ Name: 'QueueName', Value: queueName(queueUrl) }],
    StartTime: new Date(now - lookBackMs),
    EndTime: new Date(now),
    Period: periodSeconds,
    Statistics: ['Maximum'],
  });
  const { Datapoints = [] } = await cloudwatch.send(ask);
  const newest = Datapoints.toSorted((a, b) => Number(b.Timestamp) - Number(a.Timestamp))[0];
  return newest?.Maximum ?? null;
}

function queueName(queueUrl: string): string {
  return new URL(queueUrl).pathname.split('/').at(-1) ?? '';
}
