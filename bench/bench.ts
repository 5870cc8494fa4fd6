import { cpus } from 'node:os';
import process from 'node:process';
import { benchGraphql } from './graphql-bench.ts';
import { benchParse } from './parse-bench.ts';
import { benchPipeline } from './pipeline-bench.ts';
import { benchRules } from './rules-bench.ts';

console.log(`Node ${process.version}, ${cpus().length} cores`);
await benchParse();
benchRules();
await benchPipeline();
await benchGraphql();
