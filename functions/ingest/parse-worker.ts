import process from 'node:process';
import { parentPort } from 'node:worker_threads';
import { readEnv } from '../../infra/aws/env.ts';
import { parseReport } from '../../parser/parse-report.ts';
import { OutcomeEnv, outcomePolicy, ProvinceEnv } from './parser-env.ts';
import { serveParse } from './parsing-worker.ts';

const policy = outcomePolicy(readEnv(OutcomeEnv, process.env));
const { PROVINCE_CODE: provinceCode } = readEnv(ProvinceEnv, process.env);
const ofStack = provinceCode === undefined ? {} : { provinceCode };

serveParse(parentPort, (bytes, hints) => parseReport(bytes, { ...hints, ...ofStack }, policy));
