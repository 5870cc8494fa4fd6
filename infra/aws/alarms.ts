import { type CloudWatchClient, type MetricAlarm, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';

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
