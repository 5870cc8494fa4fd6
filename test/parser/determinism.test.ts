import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import process from 'node:process';
import { expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';
import { corpusCases } from '../support/corpus.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const bytesOf = (name: string) => corpusCases().find((one) => one.name === name)?.bytes ?? new Uint8Array();

it('the same page gives the same record to the byte, a thousand times', async () => {
  const page = bytesOf('county-2022-html');
  const hashes = new Set<string>();
  for (let run = 0; run < 1000; run += 1) hashes.add(hash(JSON.stringify(await parseReport(page))));
  expect(hashes.size).toBe(1);
}, 120_000);

it('so does each file of the corpus whatever was read before it', async () => {
  const cases = corpusCases();
  const read = async (order: typeof cases) => {
    const hashes = new Map<string, string>();
    for (const { name, bytes } of order) hashes.set(name, hash(JSON.stringify(await parseReport(bytes))));
    return [...hashes].sort();
  };
  expect(await read(cases.toReversed())).toEqual(await read(cases));
}, 60_000);

/** Where and in what language the machine believes it is. */
const places = [
  { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
  { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' },
];

it.each(['county-2022-html/source.html', 'county-2022-xls/source.xls', 'county-2022-ruled-pdf/source.pdf'])(
  '%s gives the same in every time zone and language',
  (file) => {
    const printed = places.map((place) =>
      execFileSync(process.execPath, ['cli/gongkai.ts', 'parse', `test/corpus/${file}`], {
        env: { ...process.env, ...place },
        encoding: 'utf8',
      }),
    );
    expect(new Set(printed).size).toBe(1);
    expect(printed[0]).toContain('习水县人民政府');
  },
  60_000,
);
