import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type MadeUpReport, madeUpReport, type Truth } from './made-up-report.ts';
import { type Renderer, renderWith } from './renderers.ts';

/** A made-up report as a tool rendered it, with what is printed in each cell. */
export interface Rendering extends Omit<MadeUpReport, 'html' | 'cells'> {
  readonly renderer: string;
  readonly seed: number;
  readonly cells: Readonly<Record<string, Truth>>;
  readonly bytes: Uint8Array;
}

/** Renders the reports of some seeds with one tool. */
export function render(renderer: Renderer, seeds: readonly number[]): Rendering[] {
  const folder = mkdtempSync(join(tmpdir(), 'renderings-'));
  try {
    const made = seeds.map((seed) => ({ seed, report: madeUpReport(seed) }));
    const pages = made.map(({ seed, report }) => {
      const page = join(folder, `${seed}.html`);
      writeFileSync(page, report.html);
      return page;
    });
    const files = renderWith(renderer, pages, folder);
    return made.map(({ seed, report: { html: _, cells, ...rest } }, index) => {
      const bytes = readFileSync(files[index] as string); // a file for each page
      return { renderer: renderer.name, seed, ...rest, cells: Object.fromEntries(cells), bytes };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Where the renderings that every run of the tests reads are kept, a compressed file a renderer, a line a document. */
const kept = 'test/renderings';

export function keep(renderer: string, renderings: readonly Rendering[]): void {
  const lines = renderings.map((each) =>
    JSON.stringify({ ...each, bytes: Buffer.from(each.bytes).toString('base64') }),
  );
  writeFileSync(join(kept, `${renderer}.jsonl.gz`), gzipSync(`${lines.join('\n')}\n`, { level: 9 }));
}

/** The kept renderings, by renderer. */
export function keptRenderings(): Map<string, Rendering[]> {
  const files = readdirSync(kept).filter((name) => name.endsWith('.jsonl.gz'));
  return new Map(
    files.map((name) => {
      const lines = gunzipSync(readFileSync(join(kept, name)))
        .toString()
        .trim()
        .split('\n');
      const read = lines
        .map((line) => JSON.parse(line))
        .map((each) => ({ ...each, bytes: Buffer.from(each.bytes, 'base64') }));
      return [basename(name, '.jsonl.gz'), read];
    }),
  );
}
