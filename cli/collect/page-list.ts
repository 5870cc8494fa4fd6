import { csvRows } from '../csv-rows.ts';
import type { BadEntry } from '../upload/entries.ts';
import { saidIn } from '../upload/said-in.ts';

/** A page to collect, and what its list says of it. */
export interface WantedPage {
  readonly url: URL;
  readonly publishedOn: string;
  readonly agency: string;
}

/** Reads a list of pages: CSV with a column `url`, and `publishedOn` and `agency` where it has them. Throws where it is none; a bad row is told. */
export function readPageList(bytes: Uint8Array, name: string): { pages: WantedPage[]; bad: BadEntry[] } {
  const rows = csvRows(bytes);
  if ('fault' in rows) throw new Error(`${name}:${rows.line}: ${rows.fault}`);
  const [heading, ...body] = rows;
  const at = (column: string) => heading?.values.indexOf(column) ?? -1;
  if (at('url') < 0) throw new Error(`The first row of ${name} must name the column url.`);
  const pages = new Map<string, WantedPage>();
  const bad: BadEntry[] = [];
  for (const { line, values } of body) {
    try {
      const texts = {
        sourceUrl: values[at('url')],
        publishedOn: values[at('publishedOn')],
        agency: values[at('agency')],
      };
      const { sourceUrl, publishedOn = '', agency = '' } = saidIn(texts, columnNames);
      if (sourceUrl === undefined) throw new Error('It has no url.');
      const url = new URL(sourceUrl);
      url.hash = '';
      pages.set(url.href, { url, publishedOn, agency });
    } catch (error) {
      bad.push({ name: `${name}:${line}`, fault: error instanceof Error ? error.message : String(error) });
    }
  }
  return { pages: [...pages.values()], bad };
}

const columnNames = { sourceUrl: 'url', publishedOn: 'publishedOn', agency: 'agency', fetchedAt: 'fetchedAt' };
