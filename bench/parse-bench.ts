import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { parseReport } from '../parser/parse-report.ts';
import { readDocument } from '../parser/read/read-document.ts';
import { asPage } from '../test/support/as-page.ts';
import { median, milliseconds, printTable, quantile, timeInTurn } from './measure.ts';

const warmUp = 10;
const runs = 40;

/** Parse time of every sample, as text and as a page, against the least that any reader must do with the same bytes. */
export function benchParse(): void {
  const rows = readdirSync('samples').flatMap((name) => {
    const bytes = readFileSync(`samples/${name}`);
    const page = Buffer.from(asPage(readDocument(bytes).document?.blocks ?? []));
    return [
      row(name, bytes, (text) => text.split('\n')),
      row(name.replace('.txt', '.html'), page, (text) => parse(text)),
    ];
  });
  const head = ['document', 'KB', 'parse ms, median', 'p95', 'floor ms (lines split, or HTML tree built)', 'ratio'];
  printTable('Parsing', [head, ...rows]);
}

function row(name: string, bytes: Uint8Array, floor: (text: string) => unknown): string[] {
  const decode = () => void floor(new TextDecoder().decode(bytes));
  timeInTurn(() => parseReport(bytes), decode, warmUp);
  const { first, second } = timeInTurn(() => parseReport(bytes), decode, runs);
  const ratio = median(first) / median(second);
  const figures = [median(first), quantile(first, 0.95), median(second)].map(milliseconds);
  return [name, (bytes.length / 1024).toFixed(0), ...figures, `${ratio.toFixed(ratio < 10 ? 1 : 0)}×`];
}
