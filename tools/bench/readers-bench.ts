import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseReport } from '../../parser/parse-report.ts';
import { tableCells } from '../../schema/record/table-rows.ts';
import { renderers } from '../renderings/renderers.ts';
import { keptRenderings, type Rendering } from '../renderings/rendering.ts';
import { median, milliseconds, printTable } from './measure.ts';

/** Where the other readers are installed: `python3 -m venv .bench-venv`, then `pip install -r tools/bench/readers/requirements.txt`. */
const python = join(process.env.BENCH_VENV ?? '.bench-venv', 'bin/python');

/** Files by the tool that rendered them, and the libraries that say they read such files. */
const compared: readonly { readonly renderer: string; readonly readers: readonly string[] }[] = [
  { renderer: 'pandoc-html', readers: ['pandas', 'markitdown'] },
  { renderer: 'libreoffice-pdf', readers: ['pdfplumber', 'markitdown'] },
  { renderer: 'libreoffice-docx', readers: ['markitdown'] },
  { renderer: 'pandoc-docx', readers: ['markitdown'] },
];

/** What a reader made of some files. */
interface Outcome {
  readonly times: readonly number[];
  /** Rows of figures, of all that the files print, that it gives whole. */
  readonly whole: number;
  readonly rows: number;
}

/**
 * Time and exactness of ours beside general readers of tables, on the same files that other tools rendered with known figures. The others know
 * nothing of the form: a row counts for them where some row of some table has its figures, all of them and in their order, whatever stands around
 * them; for us where each is in its cell. Undamaged files alone: for the others a lost row is not to be told from one that is not there.
 */
export async function benchReaders(): Promise<void> {
  const kept = keptRenderings();
  const rows: string[][] = [];
  for (const { renderer, readers } of compared) {
    const files = (kept.get(renderer) ?? []).filter(({ damage }) => damage === 'whole');
    const extension = renderers.find(({ name }) => name === renderer)?.extension ?? '';
    const ours = await readByUs(files);
    rows.push(row(renderer, 'gongkai', ours, ours));
    for (const reader of existsSync(python) ? readers : [])
      rows.push(row(renderer, reader, readByOther(reader, files, extension), ours));
  }
  printTable('Reading tables, beside general readers of tables', [
    ['files', 'reader', 'files read', 'rows of figures', 'whole', 'median ms', 'time against ours'],
    ...rows,
  ]);
  if (!existsSync(python))
    console.log(`The other readers are not installed (${python}): see tools/bench/readers-bench.ts.`);
}

function row(files: string, reader: string, { times, whole, rows }: Outcome, ours: Outcome): string[] {
  const share = `${((100 * whole) / rows).toFixed(1)} %`;
  const ratio = `${(median(times) / median(ours.times)).toFixed(1)}×`;
  return [files, reader, String(times.length), String(rows), share, milliseconds(median(times)), ratio];
}

/** Rows of a file's tables, by their paths, as they are printed. */
function printedRows({ cells }: Rendering): Map<string, string[]> {
  const rows = Map.groupBy(Object.entries(cells), ([path]) => path.slice(0, path.lastIndexOf('.')));
  return new Map([...rows].map(([path, each]) => [path, each.map(([, { printed }]) => printed)]));
}

async function readByUs(files: readonly Rendering[]): Promise<Outcome> {
  for (const { bytes } of files) await parseReport(bytes);
  const times: number[] = [];
  let [whole, rows] = [0, 0];
  for (const file of files) {
    const start = performance.now();
    const records = await parseReport(file.bytes);
    times.push(performance.now() - start);
    const record = records.find(({ year }) => year === file.year) ?? records[0];
    const found = new Map(tableCells(record?.tables ?? {}));
    for (const path of printedRows(file).keys()) {
      const expected = Object.entries(file.cells).filter(([cell]) => cell.startsWith(`${path}.`));
      rows += 1;
      if (expected.every(([cell, { value }]) => (found.get(cell)?.value ?? null) === value)) whole += 1;
    }
  }
  return { times, whole, rows };
}

const Read = z.object({ milliseconds: z.number(), rows: z.array(z.array(z.string())) });

function readByOther(reader: string, files: readonly Rendering[], extension: string): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-readers-'));
  try {
    const paths = files.map(({ bytes }, index) => {
      const path = join(folder, `${index}${extension}`);
      writeFileSync(path, bytes);
      return path;
    });
    const script = fileURLToPath(new URL('readers/read_tables.py', import.meta.url));
    const printed = execFileSync(python, [script, reader, ...paths], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const read = printed
      .trim()
      .split('\n')
      .map((line) => Read.parse(JSON.parse(line)));
    const counts = files.map((file, index) => {
      const expected = [...printedRows(file).values()];
      return {
        rows: expected.length,
        whole: expected.filter((figures) => has(read[index]?.rows ?? [], figures)).length,
      };
    });
    const sum = (of: 'rows' | 'whole') => counts.reduce((total, count) => total + count[of], 0);
    return { times: read.map((each) => each.milliseconds), rows: sum('rows'), whole: sum('whole') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whether some row has these figures next to each other; empty cells between them are those of merged ones. */
function has(rows: readonly (readonly string[])[], figures: readonly string[]): boolean {
  const wanted = figures
    .map(bare)
    .filter((text) => text !== '')
    .join(' ');
  return rows.some((cells) =>
    ` ${cells
      .map(bare)
      .filter((text) => text !== '')
      .join(' ')} `.includes(` ${wanted} `),
  );
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
