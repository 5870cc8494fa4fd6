import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang } from '../data/address.ts';
import { en } from './en.ts';
import { type Words, zh } from './zh.ts';

export interface Reader {
  readonly lang: Lang;
  readonly words: Words;
  /** A text that the API gives in both languages. */
  readonly say: (text: { readonly zh: string; readonly en: string } | null | undefined) => string;
  /** A count or an amount, with separators of the language. */
  readonly count: (value: number) => string;
  /** A measure's value: a share as a percentage with one decimal, else a count. */
  readonly measure: (value: number, kind: string) => string;
  /** A moment that the API gives, to the minute, in universal time. */
  readonly moment: (at: string) => string;
  /** A unit in the reader's language; one that is not known, as the API names it. */
  readonly unitOf: (unit: string) => string;
}

export function readerOf(lang: Lang): Reader {
  const counts = new Intl.NumberFormat(lang, { maximumFractionDigits: 2 });
  const shares = new Intl.NumberFormat(lang, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const words = lang === 'zh' ? zh : en;
  return {
    lang,
    words,
    say: (text) => text?.[lang] ?? '',
    count: (value) => counts.format(value),
    measure: (value, kind) => (kind === 'share' ? shares.format(value) : counts.format(value)),
    moment: (at) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    unitOf: (unit) => words.units[unit] ?? unit,
  };
}

export const ReaderContext = createContext<Reader>(readerOf('zh'));
export const useReader = (): Reader => useContext(ReaderContext);
