import { hostileDocuments } from '../../../test/support/hostile-documents.ts';
import { printTable } from '../measure.ts';
import { documentCosts, type HostileCost } from './hostile-costs.ts';
import { benchHostileRequests } from './requests-bench.ts';

/** What hostile inputs cost, each kind in a process of its own. */
export async function benchHostile(): Promise<void> {
  const head = ['input', 'bytes', 'becomes', 'ms', 'processor ms', 'peak MB'];
  const costs = await documentCosts(hostileDocuments);
  printTable('Hostile documents, one worker for all of them', [head, ...costs.map(costRow)]);
  await benchHostileRequests();
}

function costRow({ name, bytes, outcome, milliseconds, cpuMs, peakMb }: HostileCost): string[] {
  return [name, String(bytes), outcome, milliseconds.toFixed(0), cpuMs.toFixed(0), peakMb.toFixed(0)];
}
