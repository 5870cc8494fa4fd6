import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { z } from 'zod';
import type { Driven } from './drive-function.ts';

// What Lambda is to a function: one event after the other, in a process that does nothing else.
const [module = '', eventsFile = '', resultFile = ''] = process.argv.slice(2);
const Lambda = z.object({
  handler: z.custom<(event: unknown) => Promise<unknown>>((value) => value instanceof Object),
});
const { handler } = Lambda.parse({ ...(await import(module)) });

const milliseconds: number[] = [];
let answer: unknown;
for (const event of z.array(z.unknown()).parse(JSON.parse(readFileSync(eventsFile, 'utf8')))) {
  const start = performance.now();
  answer = await handler(event);
  milliseconds.push(performance.now() - start);
}
const driven: Driven = { milliseconds, answer, peakKb: process.resourceUsage().maxRSS };
writeFileSync(resultFile, JSON.stringify(driven));
process.exit(0);
