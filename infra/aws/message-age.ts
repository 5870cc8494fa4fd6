import { type CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';

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
