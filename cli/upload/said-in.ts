import { z } from 'zod';
import type { Said } from '../../infra/aws/raw-upload.ts';

/** What is said of a document, by the names that options and columns have. */
export type SaidTexts = Partial<Record<keyof Said, string | undefined>>;

const checks: Readonly<Record<keyof Said, { readonly holds: (text: string) => boolean; readonly wanted: string }>> = {
  sourceUrl: { holds: isWebAddress, wanted: 'an address as https://www.example.gov.cn/a.html' },
  agency: { holds: () => true, wanted: 'a name' },
  publishedOn: { holds: (text) => z.iso.date().safeParse(text).success, wanted: 'a day as 2021-03-30' },
  fetchedAt: { holds: (text) => !Number.isNaN(Date.parse(text)), wanted: 'a time as 2021-03-30T08:00:00Z' },
};

/** Takes what is said of a document; what is empty is not said. Throws where a text is not what it ought to be, with the name it has in `names`. */
export function saidIn(texts: SaidTexts, names: Readonly<Record<keyof Said, string>>): Said {
  const said = (['sourceUrl', 'agency', 'publishedOn', 'fetchedAt'] as const).flatMap((key) => {
    const text = texts[key]?.trim() ?? '';
    if (text === '') return [];
    if (!checks[key].holds(text)) throw new Error(`${names[key]} takes ${checks[key].wanted}, not ${text}`);
    return [[key, text] as const];
  });
  return Object.fromEntries(said);
}

/** Whether a text is the address of something on the web. */
export function isWebAddress(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '');
}
