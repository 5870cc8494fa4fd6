import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { metricsNamespace } from '../names.ts';

/** What a province's alarms and dashboard look at. */
export interface Watched {
  readonly provinceName: string;
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly ingest: LambdaFunction;
  readonly graphql: LambdaFunction;
  readonly exports: LambdaFunction;
  readonly api: HttpApi;
  readonly table: TableV2;
}

export const fiveMinutes = Duration.minutes(5);

/** A counter of the ingest function (`functions/ingest/ingest-metrics.ts`). Each run counts all four, zeros too. */
export type Counter = 'Published' | 'Held' | 'Rejected' | 'Failed';

/** How many documents ended so in a period. */
export function counted(counter: Counter, provinceName: string, period: Duration): Metric {
  return new Metric({
    namespace: metricsNamespace,
    metricName: counter,
    dimensionsMap: { service: 'ingest', province: provinceName },
    statistic: 'Sum',
    period,
  });
}

/** When an alarm rings over what it looks at. Its name is also the heading of its section in `docs/runbook.md`. */
export interface AlarmRule<Looked = Watched> {
  readonly name: string;
  /** What has happened, for whoever gets the mail. */
  readonly says: string;
  readonly metric: (watched: Looked) => IMetric;
  /** Rings at this value and above; below it where `below` says so. */
  readonly threshold: number;
  readonly below?: true;
  /** Periods in a row. */
  readonly periods: number;
}

const hour = Duration.hours(1);
const day = Duration.days(1);

/** Documents an hour below which a share says nothing. */
const fewest = 20;

/** Months in which reports are published: departments by 31 January, governing offices by 31 March (Regulations 2019, art. 49). */
const lastMonthOfSeason = 3;

/** What rings for an API, of a province or of the nation. */
export const apiAlarmRules: readonly AlarmRule<Pick<Watched, 'api'>>[] = [
  {
    name: 'api-errors',
    says: 'The API has answered 5xx.',
    metric: ({ api }) => api.metricServerError({ statistic: Stats.SUM, period: fiveMinutes }),
    threshold: 5,
    periods: 1,
  },
];

/** What rings for a province. */
export const alarmRules: readonly AlarmRule[] = [
  {
    name: 'oldest-message',
    says: 'A document has waited for an hour to be ingested.',
    metric: ({ queue }) => queue.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM, period: fiveMinutes }),
    threshold: hour.toSeconds(),
    periods: 3,
  },
  {
    name: 'dead-letters',
    says: 'A document could not be ingested however often it was tried. It is set aside, and not lost.',
    metric: ({ deadLetters }) =>
      deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, period: fiveMinutes }),
    threshold: 1,
    periods: 1,
  },
  {
    name: 'ingest-errors',
    says: 'The ingest function ended with an error of its own: out of time, out of memory, or unable to start.',
    metric: ({ ingest }) => ingest.metricErrors({ statistic: Stats.SUM, period: fiveMinutes }),
    threshold: 1,
    periods: 1,
  },
  {
    name: 'export-errors',
    says: 'A file of an export could not be written.',
    metric: ({ exports }) => exports.metricErrors({ statistic: Stats.SUM, period: fiveMinutes }),
    threshold: 1,
    periods: 1,
  },
  ...apiAlarmRules,
  {
    name: 'throttles',
    says: 'Lambda runs fewer functions at the same time than there is work for.',
    metric: ({ ingest, graphql }) =>
      sum({ ingest: ingest.metricThrottles(), graphql: graphql.metricThrottles() }, fiveMinutes),
    threshold: 1,
    periods: 3,
  },
  {
    name: 'table-throttles',
    says: 'The table refuses more than it takes.',
    metric: ({ table }) =>
      sum({ reads: table.metric('ReadThrottleEvents'), writes: table.metric('WriteThrottleEvents') }, fiveMinutes),
    threshold: 10,
    periods: 3,
  },
  {
    name: 'slow-queries',
    says: 'One query in a hundred takes three seconds or more.',
    metric: ({ api }) => api.metricLatency({ statistic: Stats.percentile(99), period: fiveMinutes }),
    threshold: 3000,
    periods: 3,
  },
  {
    name: 'rejected-share',
    says: 'A fifth of the documents of an hour, or more, were no report that can be read.',
    metric: ({ provinceName }) => share('Rejected', provinceName),
    threshold: 20,
    periods: 1,
  },
  {
    name: 'held-share',
    says: 'A third of the documents of an hour, or more, contradict themselves or were read wrongly.',
    metric: ({ provinceName }) => share('Held', provinceName),
    threshold: 33,
    periods: 1,
  },
  {
    name: 'no-uploads',
    says: 'It is the season of annual reports, and none has come for a week.',
    metric: ({ queue }) =>
      new MathExpression({
        // The queue reports its zeros, since Lambda looks into it all the time; out of season there is nothing to wait for.
        expression: `IF(MONTH(arrived) <= ${lastMonthOfSeason}, arrived, 1)`,
        usingMetrics: { arrived: queue.metricNumberOfMessagesSent({ statistic: Stats.SUM, period: day }) },
        period: day,
        label: 'documents arrived in season',
      }),
    threshold: 1,
    below: true,
    periods: 7,
  },
];

/** How an alarm compares. */
function comparison({ below }: Pick<AlarmRule, 'below'>): ComparisonOperator {
  return below ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
}

/** The sum of metrics in each period. The expression's period and statistic are each metric's. */
function sum(metrics: Readonly<Record<string, Metric>>, period: Duration): MathExpression {
  const sums = Object.entries(metrics).map(([name, metric]) => [name, metric.with({ statistic: Stats.SUM, period })]);
  return new MathExpression({
    expression: Object.keys(metrics).join(' + '),
    usingMetrics: Object.fromEntries(sums),
    period,
  });
}

/** Per cent of an hour's documents that ended so; 0 where there were few. */
function share(counter: Counter, provinceName: string): MathExpression {
  const of = (each: Counter) => counted(each, provinceName, hour);
  return new MathExpression({
    expression: `IF(published + held + rejected >= ${fewest}, 100 * ${counter.toLowerCase()} / (published + held + rejected), 0)`,
    usingMetrics: { published: of('Published'), held: of('Held'), rejected: of('Rejected') },
    period: hour,
    label: `${counter}, per cent`,
  });
}

/** Services that tell operators something here. */
const senders = ['budgets.amazonaws.com', 'cloudwatch.amazonaws.com'];

/** Where alarms are told, and who hears of them. */
export class Notices extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, addresses: readonly string[]) {
    super(scope, id);
    const { account } = Stack.of(this);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    for (const address of addresses) this.topic.addSubscription(new EmailSubscription(address));
    // A topic with a policy of its own has lost the one that let its account's services send.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: senders.map((sender) => new ServicePrincipal(sender)),
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
  }
}

export interface MonthlyBudgetProps {
  readonly usd: number;
  /** Tag, and its value, that the stack's costs are told apart by. It must be activated as a cost allocation tag once an account. */
  readonly tag: readonly [key: string, value: string];
  readonly notices: Notices;
}

/** Tells operators when a month has cost its budget, or will. Needs AWS Budgets, which not every region has. */
export class MonthlyBudget extends Construct {
  constructor(scope: Construct, id: string, { usd, tag, notices }: MonthlyBudgetProps) {
    super(scope, id);
    const { topicArn } = notices.topic;
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: usd, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:${tag.join('$')}`] },
      },
      notificationsWithSubscribers: ['ACTUAL', 'FORECASTED'].map((notificationType) => ({
        notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold: 100 },
        subscribers: [{ subscriptionType: 'SNS', address: topicArn }],
      })),
    });
  }
}

export interface AlarmsProps<Looked> {
  readonly rules: readonly AlarmRule<Looked>[];
  readonly watched: Looked;
  readonly notices: Notices;
  /** Where the runbook is. */
  readonly runbook: string;
}

/** Begins the name of every alarm of a stack. */
export function alarmPrefix({ stackName }: Stack): string {
  return `${stackName}-`;
}

/** Every alarm of a stack. Each tells what to do: its description ends in its section of the runbook. */
export class Alarms<Looked> extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, { rules, watched, notices, runbook }: AlarmsProps<Looked>) {
    super(scope, id);
    const prefix = alarmPrefix(Stack.of(this));
    const action = new SnsAction(notices.topic);
    this.alarms = rules.map((rule) => {
      const alarm = new Alarm(this, rule.name, {
        alarmName: `${prefix}${rule.name}`,
        alarmDescription: `${rule.says} What to do: ${runbook}#${rule.name}`,
        metric: rule.metric(watched),
        threshold: rule.threshold,
        comparisonOperator: comparison(rule),
        evaluationPeriods: rule.periods,
        // Nothing measured is nothing wrong: services report only while they are used.
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
      return alarm;
    });
  }
}
