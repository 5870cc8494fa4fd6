import process from 'node:process';
import { parse } from 'parse5';
import { parseReport } from '../../../parser/parse-report.ts';
import { decode } from '../../../parser/read/decode.ts';
import { median, timeInTurn } from '../measure.ts';
import { documentsOf } from './format-documents.ts';

/** What a process of its own measures of one format: milliseconds of each run, and of building the tree alone. */
export interface FormatTimes {
  readonly documents: number;
  readonly bytes: number;
  readonly parse: readonly number[];
  /** Medians of each page in milliseconds: parsing it, and building its tree alone; empty for other formats. */
  readonly pages: readonly { readonly parse: number; readonly tree: number }[];
  /** Highest resident memory of the process, in MB: the runtime and the reader's libraries included. */
  readonly peakMb: number;
}

const warmUp = 15;
const runs = 20;

/** Prints the times of the format named, as JSON: started by `parse-bench.ts`, so that memory is that format's own. */
const format = process.argv[2] ?? '';
const documents = documentsOf(format);
const parses: number[] = [];
const pages: { parse: number; tree: number }[] = [];
for (const bytes of documents) {
  const text = format === 'html' ? decode(bytes).text : '';
  const tree = () => (format === 'html' ? parse(text) : null);
  await timeInTurn(() => parseReport(bytes), tree, warmUp);
  const times = await timeInTurn(() => parseReport(bytes), tree, runs);
  parses.push(...times.first);
  if (format === 'html') pages.push({ parse: median(times.first), tree: median(times.second) });
}
const times: FormatTimes = {
  documents: documents.length,
  bytes: documents.reduce((sum, { length }) => sum + length, 0),
  parse: parses,
  pages,
  peakMb: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(times));
