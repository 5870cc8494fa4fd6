import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Outcome } from '../../schema/record/report.ts';

/** Counters of what became of documents, one reading a run of the function. Alarms and dashboard know them by these names. */
const counterOf = { published: 'Published', held: 'Held', rejected: 'Rejected' } as const satisfies Record<
  Outcome,
  string
>;
/** Messages that failed and will be delivered again, or are dead. */
const failures = 'Failed';

const counters = [...Object.values(counterOf), failures] as const;

export interface IngestMetrics {
  ingested(outcome: Outcome): void;
  failed(): void;
  /** Writes what was counted since the last time, zeros too, so that a share of them always has a whole. */
  publish(): void;
}

export interface MetricsPlace {
  /** CloudWatch namespace; absent where nobody collects metrics, as on one machine: then none are written. */
  readonly namespace: string | undefined;
  /** Pinyin name of the province whose documents are counted. */
  readonly province: string | undefined;
}

/** Counts in CloudWatch's embedded metric format: a line of the log that CloudWatch reads as metrics, at no call's cost. */
export function createIngestMetrics({ namespace, province }: MetricsPlace): IngestMetrics {
  const counts = new Map<string, number>();
  const add = (counter: (typeof counters)[number]) => void counts.set(counter, (counts.get(counter) ?? 0) + 1);
  return {
    ingested: (outcome) => add(counterOf[outcome]),
    failed: () => add(failures),
    publish() {
      if (namespace !== undefined) write({ namespace, province }, counts);
      counts.clear();
    },
  };
}

function write({ namespace, province }: MetricsPlace & { readonly namespace: string }, counts: Map<string, number>) {
  const defaultDimensions = province === undefined ? {} : { province };
  const metrics = new Metrics({ namespace, serviceName: 'ingest', defaultDimensions });
  for (const counter of counters) metrics.addMetric(counter, MetricUnit.Count, counts.get(counter) ?? 0);
  metrics.publishStoredMetrics();
}
