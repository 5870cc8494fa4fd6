import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { panelCodebook } from '../functions/export/codebook.ts';

// Run after a change of the panel's columns; a test holds the printed file against them. A name that is printed once stays: studies use it.
const path = new URL('../docs/panel-codebook.csv', import.meta.url);
const namesIn = (csv: string) =>
  parse(csv, { bom: true, columns: true }).map((line) => {
    const { file, name, path: figure } = line as Record<string, string>;
    return `${file}: ${name} (${figure})`;
  });
const printed = panelCodebook();
const kept = new Set(namesIn(printed));
const lost = existsSync(path) ? namesIn(readFileSync(path, 'utf8')).filter((name) => !kept.has(name)) : [];
if (lost.length > 0) throw new Error(`Columns may not be renamed or removed: ${lost.join(', ')}`);
writeFileSync(path, printed);
