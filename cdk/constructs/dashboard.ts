import { Duration, Stack } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  type IWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { type Counter, counted, fiveMinutes, type Watched } from './alarms.ts';

export interface ProvinceDashboardProps {
  readonly watched: Watched;
  readonly alarms: readonly IAlarm[];
  readonly ingestLogGroup: string;
  readonly runbook: string;
}

const [full, half] = [24, 12];
const outcomes: readonly Counter[] = ['Published', 'Held', 'Rejected', 'Failed'];

/** One page that shows whether a province is well: alarms, what became of documents, what waits, and how fast answers are. */
export class ProvinceDashboard extends Construct {
  readonly dashboard: Dashboard;

  constructor(scope: Construct, id: string, props: ProvinceDashboardProps) {
    super(scope, id);
    const { stackName } = Stack.of(this);
    const { watched } = props;
    this.dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: stackName,
      defaultInterval: Duration.days(7),
      widgets: [
        [new TextWidget({ markdown: `# ${stackName}\nWhat to do: ${props.runbook}`, width: full, height: 2 })],
        [new AlarmStatusWidget({ title: 'Alarms', alarms: [...props.alarms], width: full })],
        [graph('Documents', outcomesOf(watched)), graph('Queue', queueOf(watched))],
        [graph('Milliseconds', speedOf(watched)), graph('Requests', requestsOf(watched))],
        [graph('Table', tableOf(watched)), failures(props.ingestLogGroup)],
      ],
    });
  }
}

function graph(title: string, left: IMetric[]): IWidget {
  return new GraphWidget({ title, left, width: half });
}

function outcomesOf({ provinceName }: Watched): IMetric[] {
  return outcomes.map((counter) => counted(counter, provinceName, Duration.hours(1)));
}

function queueOf({ queue, deadLetters }: Watched): IMetric[] {
  const options = { statistic: Stats.MAXIMUM, period: fiveMinutes };
  return [
    queue.metricApproximateNumberOfMessagesVisible({ ...options, label: 'waiting' }),
    queue.metricApproximateNumberOfMessagesNotVisible({ ...options, label: 'in work' }),
    deadLetters.metricApproximateNumberOfMessagesVisible({ ...options, label: 'dead' }),
  ];
}

function speedOf({ ingest, graphql, api }: Watched): IMetric[] {
  const options = { statistic: Stats.percentile(99), period: fiveMinutes };
  return [
    ingest.metricDuration({ ...options, label: 'ingest run, p99' }),
    graphql.metricDuration({ ...options, label: 'GraphQL run, p99' }),
    api.metricLatency({ ...options, label: 'API, p99' }),
  ];
}

function requestsOf({ api }: Watched): IMetric[] {
  const options = { statistic: Stats.SUM, period: fiveMinutes };
  return [
    api.metricCount({ ...options, label: 'requests' }),
    api.metricClientError({ ...options, label: '4xx' }),
    api.metricServerError({ ...options, label: '5xx' }),
  ];
}

function tableOf({ table }: Watched): IMetric[] {
  const options = { statistic: Stats.SUM, period: fiveMinutes };
  return [
    table.metricConsumedReadCapacityUnits({ ...options, label: 'read units' }),
    table.metricConsumedWriteCapacityUnits({ ...options, label: 'write units' }),
  ];
}

/** The last messages that failed, with their causes. */
function failures(logGroup: string): IWidget {
  return new LogQueryWidget({
    title: 'Messages that failed',
    logGroupNames: [logGroup],
    view: LogQueryVisualizationType.TABLE,
    queryLines: [
      'filter level = "ERROR"',
      'fields @timestamp, messageId, error.message',
      'sort @timestamp desc',
      'limit 20',
    ],
    width: half,
  });
}
