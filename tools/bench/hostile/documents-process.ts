import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createParsingWorker } from '../../../functions/ingest/parsing-worker.ts';
import { IngestEnv, readEnv } from '../../../infra/aws/env.ts';
import type { HostileCost } from './hostile-costs.ts';

const lookEveryMs = 10;

/**
 * Parses the files of a folder, named as its argument, one after the other with one worker, as a batch is, and prints what each
 * cost, one line of JSON each. The limits are those that ingestion has.
 */
const [folder = ''] = process.argv.slice(2);
const settings = readEnv(IngestEnv, { TABLE_NAME: 'none' });
const worker = createParsingWorker({
  module: new URL('../../../functions/ingest/parse-worker.ts', import.meta.url),
  timeoutMs: settings.PARSE_TIMEOUT_MS,
  cpuMs: settings.PARSE_CPU_MS,
  memoryMb: settings.PARSE_MEMORY_MB,
  growthMb: settings.PARSE_GROWTH_MB,
});
for (const name of readdirSync(folder).sort()) {
  process.stdout.write(`${JSON.stringify(await costOf(name, readFileSync(join(folder, name))))}\n`);
}
await worker.close();

async function costOf(name: string, bytes: Uint8Array): Promise<HostileCost> {
  let peak = process.memoryUsage.rss();
  const look = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, lookEveryMs);
  const [started, cpuBefore] = [performance.now(), process.cpuUsage()];
  const outcome = await outcomeOf(bytes);
  const cpu = process.cpuUsage(cpuBefore);
  clearInterval(look);
  return {
    name,
    bytes: bytes.length,
    outcome,
    milliseconds: performance.now() - started,
    cpuMs: (cpu.user + cpu.system) / 1000,
    peakMb: peak / 1_000_000,
  };
}

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    const result = await worker.parse(bytes, {});
    if (result.state === 'limit') return 'parse-limit';
    const [record] = result.records;
    return record?.reasons[0]?.code ?? record?.outcome ?? 'nothing';
  } catch (error) {
    return `fault: ${error instanceof Error ? error.message : String(error)}`;
  }
}
