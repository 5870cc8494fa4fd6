import type { CloudWatchClient, GetMetricStatisticsCommandInput } from '@aws-sdk/client-cloudwatch';
import { expect, it } from 'vitest';
import { createCloudWatchClient, oldestMessageAge, ringingAlarms } from '../../../infra/aws/watch.ts';

const now = Date.parse('2022-01-28T08:00:00Z');
const question = { queueUrl: 'https://sqs.cn-north-1.amazonaws.com.cn/1/ingest', now };

/** A client whose calls are answered so, with what it is asked. */
function answering(answer: object): { cloudwatch: CloudWatchClient; asked: unknown[] } {
  const cloudwatch = createCloudWatchClient({ AWS_REGION: 'cn-north-1' });
  const asked: unknown[] = [];
  cloudwatch.middlewareStack.add(
    () => async (args) => {
      asked.push(args.input);
      return { response: {}, output: { $metadata: {}, ...answer } } as never; // no call leaves the process
    },
    { step: 'initialize' },
  );
  return { cloudwatch, asked };
}

it('says how long the oldest message waited when it was last told, in whatever order it is told', async () => {
  const point = (minutes: number, Maximum: number) => ({ Timestamp: new Date(now - minutes * 60_000), Maximum });
  const { cloudwatch, asked } = answering({ Datapoints: [point(5, 300), point(1, 540), point(3, 420)] });
  expect(await oldestMessageAge(cloudwatch, question)).toBe(540);
  const { Dimensions, StartTime, EndTime } = asked[0] as GetMetricStatisticsCommandInput;
  expect(Dimensions).toEqual([{ Name: 'QueueName', Value: 'ingest' }]);
  expect([StartTime, EndTime]).toEqual([new Date('2022-01-28T07:50:00Z'), new Date(now)]);
});

it('says nothing of the age where nothing is told', async () => {
  expect(await oldestMessageAge(answering({ Datapoints: [] }).cloudwatch, question)).toBeNull();
});

it('tells of each alarm that rings since when it does', async () => {
  const alarm = { AlarmName: 'ingest-dlq', StateReason: 'reason', AlarmDescription: 'what to do' };
  const MetricAlarms = [{ ...alarm, StateUpdatedTimestamp: new Date(now) }, { AlarmName: 'other' }];
  const { cloudwatch, asked } = answering({ MetricAlarms });
  expect(await ringingAlarms(cloudwatch, 'ingest-')).toEqual([
    { name: 'ingest-dlq', reason: 'reason', description: 'what to do', since: '2022-01-28T08:00:00.000Z' },
    { name: 'other', reason: '', description: '', since: null },
  ]);
  expect(asked[0]).toMatchObject({ AlarmNamePrefix: 'ingest-', StateValue: 'ALARM' });
});
