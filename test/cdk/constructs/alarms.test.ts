import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { alarmRules } from '../../../cdk/constructs/alarms.ts';
import { provinceTemplate } from '../support/stacks.ts';

const template = provinceTemplate({
  alarms: { addresses: ['operator@example.cn'], runbook: 'https://example.cn/runbook' },
});
const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
const named = (name: string) => alarms.find(({ AlarmName }) => AlarmName === `gongkai-sichuan-${name}`);

test('each alarm names its section of the runbook, and the runbook has it', () => {
  const headings = readFileSync('docs/runbook.md', 'utf8').match(/^## .+$/gm);
  expect(alarms).toHaveLength(alarmRules.length);
  for (const { name, says } of alarmRules) {
    expect(named(name)?.AlarmDescription).toBe(`${says} What to do: https://example.cn/runbook#${name}`);
    expect(headings).toContain(`## ${name}`);
  }
});

test('each tells the topic when it rings and when it is over', () => {
  for (const { AlarmActions, OKActions, TreatMissingData } of alarms) {
    expect(AlarmActions).toEqual([{ Ref: expect.stringMatching(/^NoticesTopic/) }]);
    expect(OKActions).toEqual(AlarmActions);
    expect(TreatMissingData).toBe('notBreaching');
  }
});

test('one dead letter is enough', () => {
  expect(named('dead-letters')).toMatchObject({
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Namespace: 'AWS/SQS',
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [expect.stringMatching(/^QueueDead/), 'QueueName'] } }],
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    Threshold: 1,
  });
});

test.each([
  ['rejected-share', 'rejected'],
  ['held-share', 'held'],
])('%s is the share of an hour, and says nothing of a few documents', (name, counter) => {
  const { Metrics } = named(name);
  expect(Metrics[0].Expression).toBe(
    `IF(published + held + rejected >= 20, 100 * ${counter} / (published + held + rejected), 0)`,
  );
  expect(Metrics.slice(1).map((metric: { MetricStat: unknown }) => metric.MetricStat)).toEqual(
    ['Published', 'Held', 'Rejected'].map((MetricName) => ({
      Metric: {
        Namespace: 'Gongkai',
        MetricName,
        Dimensions: [
          { Name: 'province', Value: 'sichuan' },
          { Name: 'service', Value: 'ingest' },
        ],
      },
      Period: 3600,
      Stat: 'Sum',
    })),
  );
});

test('a week without a document rings from January to March', () => {
  const { Metrics, EvaluationPeriods, ComparisonOperator, Threshold } = named('no-uploads');
  expect(Metrics[0].Expression).toBe('IF(MONTH(arrived) <= 3, arrived, 1)');
  expect(Metrics[1].MetricStat).toMatchObject({
    Period: 86_400,
    Stat: 'Sum',
    Metric: { MetricName: 'NumberOfMessagesSent' },
  });
  expect({ EvaluationPeriods, ComparisonOperator, Threshold }).toEqual({
    EvaluationPeriods: 7,
    ComparisonOperator: 'LessThanThreshold',
    Threshold: 1,
  });
});

test('no alarm looks back further than CloudWatch can: a week in periods of an hour or more, else a day', () => {
  const [hour, day] = [3600, 86_400];
  for (const { Period, Metrics, EvaluationPeriods } of alarms) {
    const period = Period ?? Metrics[1].MetricStat.Period;
    expect(period * EvaluationPeriods).toBeLessThanOrEqual(period >= hour ? 7 * day : day);
  }
});

test('operators are told by mail, by services of their own account alone', () => {
  template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'operator@example.cn' });
  template.hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        Match.objectLike({
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: ['budgets.amazonaws.com', 'cloudwatch.amazonaws.com'] },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        }),
      ]),
    },
  });
});

test('a month that costs more than its budget, or will, is told', () => {
  const [budget] = Object.values(provinceTemplate().findResources('AWS::Budgets::Budget'));
  expect(budget?.Properties.Budget).toMatchObject({
    BudgetLimit: { Amount: 20, Unit: 'USD' },
    TimeUnit: 'MONTHLY',
    CostFilters: { TagKeyValue: ['user:gongkai:province$sichuan'] },
  });
  const notifications = budget?.Properties.NotificationsWithSubscribers;
  expect(notifications.map(({ Notification }: { Notification: object }) => Notification)).toMatchObject([
    { NotificationType: 'ACTUAL', Threshold: 100 },
    { NotificationType: 'FORECASTED', Threshold: 100 },
  ]);
});

test('a province may do without', () => {
  provinceTemplate({ features: { budgetUsd: null } }).resourceCountIs('AWS::Budgets::Budget', 0);
});
