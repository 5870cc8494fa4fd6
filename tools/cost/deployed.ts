import { z } from 'zod';
import { settingsOf } from '../../cdk/settings.ts';
import released from '../../released/province.json' with { type: 'json' };
import type { Deployed } from './bill.ts';

const Alarm = z.object({
  Properties: z.object({ Metrics: z.array(z.looseObject({ MetricStat: z.unknown().optional() })).optional() }),
});

/** What the template of the last release is charged for: an alarm for every metric it looks at, also within an expression. */
export function deployedProvince(): Deployed {
  const resources = Object.values(released.Resources);
  const ofType = (type: string) => resources.filter((resource) => resource.Type === type);
  const alarms = ofType('AWS::CloudWatch::Alarm').map((alarm) => Alarm.parse(alarm).Properties.Metrics);
  const { ingest, api } = settingsOf([], 'a province');
  return {
    alarmMetrics: alarms.reduce((sum, metrics) => sum + metricsLookedAt(metrics), 0),
    dashboards: ofType('AWS::CloudWatch::Dashboard').length,
    ingestMemoryMb: ingest.memoryMb,
    apiMemoryMb: api.memoryMb,
  };
}

function metricsLookedAt(metrics: readonly { readonly MetricStat?: unknown }[] | undefined): number {
  return metrics?.filter(({ MetricStat }) => MetricStat !== undefined).length ?? 1;
}
