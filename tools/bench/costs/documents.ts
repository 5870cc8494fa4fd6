import { readdirSync, readFileSync } from 'node:fs';
import { readDocuments } from '../../../parser/read/format.ts';
import { asPage } from '../../../test/support/as-page.ts';

/** A page to ingest. */
export interface Page {
  readonly key: string;
  readonly bytes: Buffer;
}

const yearInName = /\d{4}/;

/** Every text of `samples/` as a page of its year and of the years before it, so that every page is a new record. */
export async function pagesOfYears(years: number): Promise<Page[]> {
  const samples = readdirSync('samples').filter((name) => name.endsWith('.txt') && yearInName.test(name));
  const pages = Array.from({ length: years }, (_, back) => samples.map((name) => pageOf(name, back))).flat();
  return Promise.all(pages);
}

async function pageOf(name: string, back: number): Promise<Page> {
  const year = Number(yearInName.exec(name)?.[0]);
  const text = readFileSync(`samples/${name}`, 'utf8').replaceAll(String(year), String(year - back));
  const [read] = await readDocuments(Buffer.from(text));
  return { key: `raw/${year - back}-${name}.html`, bytes: Buffer.from(asPage(read?.document?.blocks ?? [])) };
}
