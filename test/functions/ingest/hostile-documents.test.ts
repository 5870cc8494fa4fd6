import { beforeAll, describe, expect, it } from 'vitest';
import { documentCosts, type HostileCost } from '../../../bench/hostile/hostile-costs.ts';
import { hostileDocuments } from '../../support/hostile-documents.ts';

/** What any document may cost: processor time, for the clock depends on what else runs; the engine's own threads are in it. */
const [mostCpuMs, mostMb] = [12_000, 600];

describe('a hostile document is read or refused within bounds of time and memory, and ends nothing', () => {
  const costs = new Map<string, HostileCost>();
  beforeAll(async () => {
    for (const cost of await documentCosts(hostileDocuments)) costs.set(cost.name, cost);
  }, 600_000);

  it.each(Object.keys(hostileDocuments))('%s', (name) => {
    const cost = costs.get(name);
    expect(cost?.outcome ?? 'it ended the process').not.toMatch(/fault|ended/);
    expect(cost?.cpuMs).toBeLessThan(mostCpuMs);
    expect(cost?.peakMb).toBeLessThan(mostMb);
  });
});
