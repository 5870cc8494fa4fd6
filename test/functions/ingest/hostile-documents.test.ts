import { beforeAll, describe, expect, it } from 'vitest';
import { documentCosts, type HostileCost } from '../../../tools/bench/hostile/hostile-costs.ts';
import { hostileDocuments } from '../../support/hostile-documents.ts';

/** What any document may cost: processor time, for the clock depends on what else runs; the engine's own threads are in it. */
const [mostCpuMs, mostMb] = [12_000, 600];
/** What all of them in a row may take of a function with 1,024 MiB: what one leaves behind comes on top of the next. */
const mostMbInARow = 1_000;

describe('a hostile document is read or refused within bounds of time and memory, and ends nothing', () => {
  const inARow = new Map<string, HostileCost>();
  const alone = new Map<string, HostileCost>();
  beforeAll(async () => {
    for (const cost of await documentCosts(hostileDocuments)) inARow.set(cost.name, cost);
    for (const [name, make] of Object.entries(hostileDocuments)) {
      // What stayed below in a row stays below alone.
      if ((inARow.get(name)?.peakMb ?? 0) < mostMb) continue;
      for (const cost of await documentCosts({ [name]: make })) alone.set(name, cost);
    }
  }, 600_000);

  it.each(Object.keys(hostileDocuments))('%s', (name) => {
    const cost = inARow.get(name);
    expect(cost?.outcome ?? 'it ended the process').not.toMatch(/fault|ended/);
    expect(cost?.cpuMs).toBeLessThan(mostCpuMs);
    expect(cost?.peakMb).toBeLessThan(mostMbInARow);
    expect((alone.get(name) ?? cost)?.peakMb).toBeLessThan(mostMb);
  });
});
