import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { parseReport } from '../parser/parse-report.ts';
import { readTextFile } from '../parser/read/read-text-file.ts';
import { asPage } from '../test/support/as-page.ts';
import { median, milliseconds, printTable, quantile, timeInTurn } from './measure.ts';

const warmUp = 10;
const runs = 40;

/** Parse time of every sample, as text and as a page, against the least that any reader must do with the same bytes. */
export async function benchParse(): Promise<void> {
  const rows: string[][] = [];
  for (const name of readdirSync('samples')) {
    const bytes = readFileSync(`samples/${name}`);
    const page = Buffer.from(asPage(readTextFile(bytes)[0].document?.blocks ?? []));
    rows.push(await row(name, bytes, (text) => text.split('\n')));
    rows.push(await row(name.replace('.txt', '.html'), page, (text) => parse(text)));
  }
  const head = ['document', 'KB', 'parse ms, median', 'p95', 'floor ms (lines split, or HTML tree built)', 'ratio'];
  printTable('Parsing', [head, ...rows]);
}

async function row(name: string, bytes: Uint8Array, floor: (text: string) => unknown): Promise<string[]> {
  const decode = () => void floor(new TextDecoder().decode(bytes));
  await timeInTurn(() => parseReport(bytes), decode, warmUp);
  const { first, second } = await timeInTurn(() => parseReport(bytes), decode, runs);
  const ratio = median(first) / median(second);
  const figures = [median(first), quantile(first, 0.95), median(second)].map(milliseconds);
  return [name, (bytes.length / 1024).toFixed(0), ...figures, `${ratio.toFixed(ratio < 10 ? 1 : 0)}×`];
}
