import { parentPort } from 'node:worker_threads';
import { parseReport } from '../../parser/parse-report.ts';
import { serveParse } from './serve-parse.ts';

serveParse(parentPort, parseReport);
