import { createHash } from 'node:crypto';

/** A feed as readers of news take it (RFC 4287). Texts are plain; addresses may be relative to the feed's own. */
export interface Feed {
  /** What it is, in words that no other feed has: its id is made of them. */
  readonly key: readonly string[];
  readonly title: string;
  readonly address: string;
  /** The newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** What it is about: the same words make the same id, however often it is told anew. */
  readonly key: readonly string[];
  readonly title: string;
  readonly text: string;
  /** When it became known, ISO 8601 with the time of day. */
  readonly updated: string;
  /** The day of publication that a document prints, ISO 8601; null where it prints none. */
  readonly publishedOn: string | null;
  /** What kind of news it is, and its name. */
  readonly category: { readonly term: string; readonly label: string };
  /** Who it is about. */
  readonly author: string;
  readonly address: string;
}

export const atomMediaType = 'application/atom+xml; charset=utf-8';

/** Writes a feed that has an entry at least: Atom wants to know when it changed. */
export function writeAtom({ key, title, address, entries }: Feed): string {
  const updated =
    entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? '';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh">',
    ...[element('id', idOf(key)), element('title', title), element('updated', updated)],
    `<link rel="self" href="${escaped(address)}"/>`,
    ...entries.map(entryText),
    '</feed>\n',
  ].join('\n');
}

function entryText(entry: FeedEntry): string {
  const { term, label } = entry.category;
  return [
    '<entry>',
    ...[element('id', idOf(entry.key)), element('title', entry.title), element('updated', entry.updated)],
    ...(entry.publishedOn === null ? [] : [element('published', `${entry.publishedOn}T00:00:00+08:00`)]),
    `<author>${element('name', entry.author)}</author>`,
    `<category term="${escaped(term)}" label="${escaped(label)}"/>`,
    `<link rel="alternate" href="${escaped(entry.address)}"/>`,
    element('content', entry.text),
    '</entry>',
  ].join('\n');
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 cannot hold in any spelling: most control characters, halves of surrogate pairs. */
const noCharacter = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function escaped(text: string): string {
  return text.replace(noCharacter, '\u{FFFD}').replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);
}

/** A UUID of version 8 (RFC 9562): digits of a digest of what is named. */
function idOf(key: readonly string[]): string {
  const digits = createHash('sha256').update(JSON.stringify(key)).digest('hex');
  const variant = ((Number.parseInt(digits[16] ?? '0', 16) & 0b11) | 0b1000).toString(16);
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
  ];
  return `urn:uuid:${[...parts, digits.slice(20, 32)].join('-')}`;
}
