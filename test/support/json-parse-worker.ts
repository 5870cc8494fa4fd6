import { parentPort } from 'node:worker_threads';
import { serveParse } from '../../functions/ingest/parsing-worker.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import { parseJsonDocument } from './json-parser.ts';

/** Documents that bring a parser to its knees. */
const traps: Readonly<Record<string, () => ReportRecord[]>> = {
  'endless loop': () => {
    for (;;);
  },
  'endless memory': () => {
    const hoard: number[][] = [];
    for (;;) hoard.push(new Array(100_000).fill(1.5));
  },
  'endless buffers': () => {
    const hoard: Uint8Array[] = [];
    for (;;) hoard.push(new Uint8Array(1_000_000).fill(1));
  },
  'endless calls': () => {
    const call = (): ReportRecord[] => [...call()];
    return call();
  },
  'parser fault': () => {
    throw new Error('a fault of the parser');
  },
  'sudden exit': () => process.exit(3),
};

serveParse(parentPort, (bytes) => (traps[Buffer.from(bytes).toString()] ?? (() => parseJsonDocument(bytes)))());
