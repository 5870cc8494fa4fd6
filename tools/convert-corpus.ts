import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { convertedCases } from './corpus/cases.ts';

/**
 * Writes the cases of the corpus that are made by converting and laying out documents; all of them, or those named.
 * Needs LibreOffice (tried with 7.4: `apt-get install libreoffice-writer libreoffice-calc`). What comes out differs from
 * run to run in dates alone, so the files are checked in and no test runs this.
 */
const wanted = new Set(process.argv.slice(2));
for (const { name, source, origin, content, expected } of convertedCases) {
  if (wanted.size > 0 && !wanted.has(name)) continue;
  const folder = join('test/corpus', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, source), content());
  writeFileSync(join(folder, 'case.json'), `${JSON.stringify({ source, origin }, null, 2)}\n`);
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected(), null, 2)}\n`);
  console.log(name);
}
