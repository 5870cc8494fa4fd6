import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler, type ExportHandler } from '../../functions/export/handler.ts';
import { type StoredApi, startStoredApi } from '../functions/graphql/stored-api.ts';

const run = promisify(execFile);
/** A Python with pandas, pyarrow and openpyxl; of the benchmark where nothing else is said. */
const python = path.resolve(process.env.PYTHON ?? '.bench-venv/bin/python3');
const canRun = await run(python, ['-c', 'import pandas, pyarrow, openpyxl']).then(
  () => true,
  () => false,
);

describe.skipIf(!canRun)('the Python of the guide to the panel', () => {
  let api: StoredApi;
  let exports: ExportHandler;
  let folder: string;
  beforeAll(async () => {
    api = await startStoredApi();
    for (const sample of ['neijiang-2020.txt', 'yingkou-2020.txt', 'gongjing-2018.txt'])
      await api.storeSample(sample, '2021-04-01T00:00:00Z');
    const source = { title: '示例', url: null, publishedOn: null };
    const said = { divisionCode: '511000', year: 2020, measure: 'residentPopulation', value: 1_000_000 } as const;
    await api.storeDenominators([
      { ...said, raw: '100', unit: '万人', source, recordedAt: '2026-01-01T00:00:00.000Z' },
    ]);
    exports = createHandler({ ...api.env, LOG_LEVEL: 'SILENT' });
    folder = await mkdtemp(path.join(tmpdir(), 'gongkai-python-'));
    for (const format of ['parquet', 'csv', 'xlsx', 'dta']) {
      const response = await exports.stream(new Request(`http://localhost/export/panel.${format}`));
      await writeFile(path.join(folder, `panel.${format}`), new Uint8Array(await response.arrayBuffer()));
    }
  });
  afterAll(async () => {
    exports.close();
    await api.close();
    await rm(folder, { recursive: true });
  });

  it('reads every format, and finds the same in each', async () => {
    const guide = await readFile('docs/panel.md', 'utf8');
    const blocks = [...guide.matchAll(/```python\n(.+?)```/gs)].map(([, code = '']) => code);
    expect(blocks).toHaveLength(3);
    const outputs = await Promise.all(
      blocks.map(async (code) => (await run(python, ['-c', code], { cwd: folder })).stdout.trim()),
    );
    expect(outputs[1]).toBe('3 291.0 291.0 291.0');
    expect(outputs[2]).toMatch(/内江市人民政府\s+2020\s+224\.0\s+1000000\.0\s+22\.4\s+示例$/);
  });
});
