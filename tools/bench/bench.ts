import { cpus } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { benchExplorer } from './explorer-bench.ts';
import { benchGraphql } from './graphql-bench.ts';
import { benchHostile } from './hostile/hostile-bench.ts';
import { printedTables, printTable } from './measure.ts';
import { benchParse } from './parse-bench.ts';
import { benchPipeline } from './pipeline-bench.ts';
import { changedRatios, lastPublished, publish, runOf } from './published.ts';
import { benchReaders } from './readers-bench.ts';
import { benchReprocess } from './reprocess-bench.ts';
import { benchRules } from './rules-bench.ts';
import { benchSearch } from './search-bench.ts';

/** A tenth of what an operator's reprocess may take five minutes for. */
const documentsReprocessed = 100;
/** Twenty years of a small province; of 100,000 reports `tools/bench/measure-search.ts` tells. */
const reportsSearched = 5_000;
/** Ratios that differ by less than this share of the published ones are noise. */
const noise = 0.15;

const { values: options } = parseArgs({ options: { publish: { type: 'boolean', default: false } } });

console.log(`Node ${process.version}, ${cpus().length} cores`);
await benchParse();
await benchReaders();
await benchHostile();
await benchRules();
await benchPipeline();
await benchReprocess(documentsReprocessed);
await benchGraphql();
await benchSearch(reportsSearched);
await benchExplorer();

const run = runOf([...printedTables]);
if (options.publish) publish(run);
else {
  const changed = changedRatios(lastPublished()?.tables ?? [], run.tables, noise);
  const rows = changed.map(({ table, row, column, before, now }) => [table, row, column, `${before}×`, `${now}×`]);
  printTable('Ratios that differ from the published run', [['table', 'row', 'ratio', 'published', 'now'], ...rows]);
}
