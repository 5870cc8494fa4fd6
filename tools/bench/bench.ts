import { cpus } from 'node:os';
import process from 'node:process';
import { benchExplorer } from './explorer-bench.ts';
import { benchGraphql } from './graphql-bench.ts';
import { benchHostile } from './hostile/hostile-bench.ts';
import { benchParse } from './parse-bench.ts';
import { benchPipeline } from './pipeline-bench.ts';
import { benchReprocess } from './reprocess-bench.ts';
import { benchRules } from './rules-bench.ts';

/** A tenth of what an operator's reprocess may take five minutes for. */
const documentsReprocessed = 100;

console.log(`Node ${process.version}, ${cpus().length} cores`);
await benchParse();
await benchHostile();
await benchRules();
await benchPipeline();
await benchReprocess(documentsReprocessed);
await benchGraphql();
await benchExplorer();
