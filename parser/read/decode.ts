import { withoutRadicals } from '../wording/radicals.ts';

const byteOrderMarks: readonly (readonly number[])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

const sampleLength = 4096;
/** Control bytes that no text encoding here uses, as a share of the sample above which a file is not text. */
const controlShare = 0.02;

export function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return bytes.length >= prefix.length && prefix.every((byte, index) => bytes[index] === byte);
}

/** Whether a file is text in some encoding. UTF-16 is full of zero bytes, so it is asked for first. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleLength);
  if (byteOrderMarks.some((mark) => startsWith(sample, mark)) || isUtf16(sample)) return true;
  let control = 0;
  for (const byte of sample) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) control += 1;
  }
  return control / sample.length <= controlShare;
}

/** Characters that Chinese text is made of: ASCII, punctuation, unified ideographs and full-width forms. */
const textCharacters = /[\t\n\r\x20-\x7E\u00A0-\u00FF\u2000-\u206F\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/g;
const leastTextShare = 0.9;

/** UTF-16 without a mark of byte order: zero bytes, which no other encoding of text has, and text when read so. */
function isUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (!sample.includes(0)) return null;
  const readable = (['utf-16le', 'utf-16be'] as const).find((encoding) => {
    const text = new TextDecoder(encoding).decode(sample);
    return (text.match(textCharacters)?.length ?? 0) >= text.length * leastTextShare;
  });
  return readable ?? null;
}

/** Decoded text, without its byte order mark and with every line end as `\n` and characters for radicals; `encoding` by its WHATWG name. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** Bytes searched for an encoding label, as in the HTML standard's prescan. */
const prescanLength = 1024 * 4;
const declaredLabel = /charset\s*=\s*["']?\s*([\w-]+)/i;

/** Encodings of Chinese pages, tried in this order where the label does not decide. */
const fallbacks = ['gb18030', 'big5'] as const;

/**
 * Decodes by the bytes' own evidence: a byte order mark, else well-formed UTF-8, else the label if the bytes obey it,
 * else the Chinese encoding that leaves the fewest broken characters. A wrong label therefore does no harm.
 */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = markedEncoding(bytes) ?? isUtf16(bytes.subarray(0, prescanLength)) ?? guessEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return { text: withoutRadicals(text.replace(/\r\n?/g, '\n')), encoding };
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/**
 * Well-formed UTF-8 is UTF-8. Chinese encodings share most of their bytes, so that what one writes the other reads too,
 * as rare characters: the one that leaves the most everyday ones is right, and the page's label only where two are even.
 */
function guessEncoding(bytes: Uint8Array): string {
  if (brokenCharacters(bytes, 'utf-8') <= 1) return 'utf-8';
  const label = declaredEncoding(bytes);
  const candidates = [...new Set(['utf-8', ...(label === null ? [] : [label]), ...fallbacks])];
  const scored = candidates.map((encoding) => ({ encoding, score: everydayScore(bytes, encoding) }));
  return scored.reduce((best, next) => (next.score > best.score + margin ? next : best)).encoding;
}

/** How much better another encoding must read than one tried before it. */
const margin = 0.02;
/** The most frequent characters of administrative texts, in both scripts, and punctuation. */
const everyday = new Set(
  '的一是在不有和人中大为為上个個国國以要政府信息公开開工作年度报報告申请請数數量行机機关關法制会會主动動发發布情况況本市县縣区區省局办辦月日第十二三四五六七八九条條件项項单單位及等于於对對其他无無总總计計结結果理处處依规規范範性文，。、：；（）《》',
);
const beyondAscii = /[\u0080-\uffff]/g;

/** Share of everyday characters among all that are not ASCII, less the broken ones. */
function everydayScore(bytes: Uint8Array, encoding: string): number {
  const characters = new TextDecoder(encoding).decode(bytes).match(beyondAscii) ?? [];
  let score = 0;
  for (const character of characters) score += everyday.has(character) ? 1 : character === '\uFFFD' ? -1 : 0;
  return characters.length === 0 ? 0 : score / characters.length;
}

/** The page's own label, if the Encoding Standard knows it. A file cut in its last character still counts as its encoding. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, prescanLength));
  const label = declaredLabel.exec(head)?.[1];
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}

function brokenCharacters(bytes: Uint8Array, encoding: string): number {
  return new TextDecoder(encoding).decode(bytes).match(/\uFFFD/g)?.length ?? 0;
}
