import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { metricsNamespace } from './names.ts';

/** What a province's alarms and dashboard look at. */
export interface Watched {
  readonly provinceName: string;
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly ingest: LambdaFunction;
  readonly graphql: LambdaFunction;
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
