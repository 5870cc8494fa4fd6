import { isUtf16 } from './bytes.ts';

/** Decoded text, without its byte order mark and with every line end as `\n`; `encoding` by its WHATWG name. */
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
  return { text: text.replace(/\r\n?/g, '\n'), encoding };
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function guessEncoding(bytes: Uint8Array): string {
  if (brokenCharacters(bytes, 'utf-8') <= 1) return 'utf-8';
  const label = declaredEncoding(bytes);
  const candidates = label === null ? fallbacks : [label, ...fallbacks];
  const scored = ['utf-8', ...candidates].map((encoding) => ({ encoding, broken: brokenCharacters(bytes, encoding) }));
  return scored.reduce((best, next) => (next.broken < best.broken ? next : best)).encoding;
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
