import type { ReasonCode } from '../../schema/vocabulary/reasons.ts';

/** What a file is, told from its bytes alone; names and labels lie. */
export type Format = 'empty' | 'image' | 'pdf' | 'zip' | 'ole' | 'binary' | 'text';

/** First bytes of known formats (file signatures as published by their standards). */
const signatures: readonly { readonly format: Format; readonly bytes: readonly number[] }[] = [
  { format: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { format: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'ole', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { format: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'image', bytes: [0xff, 0xd8, 0xff] },
  { format: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: 'image', bytes: [0x42, 0x4d] },
  { format: 'image', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { format: 'image', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { format: 'image', bytes: [0x52, 0x49, 0x46, 0x46] },
];

const byteOrderMarks: readonly (readonly number[])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

const sampleLength = 4096;
/** Control bytes that no text encoding here uses, as a share of the sample above which a file is not text. */
const controlShare = 0.02;

export function detectFormat(bytes: Uint8Array): Format {
  if (bytes.length === 0) return 'empty';
  const known = signatures.find((signature) => startsWith(bytes, signature.bytes));
  if (known !== undefined) return known.format;
  return looksLikeText(bytes.subarray(0, sampleLength)) ? 'text' : 'binary';
}

/** Why a format that this version does not read is refused. */
export const refusals: Partial<Record<Format, ReasonCode>> = {
  empty: 'empty',
  image: 'image',
  pdf: 'unsupported-format',
  zip: 'unsupported-format',
  ole: 'unsupported-format',
  binary: 'not-text',
};

export const mediaTypes: Record<Format, string> = {
  empty: 'application/octet-stream',
  image: 'image/*',
  pdf: 'application/pdf',
  zip: 'application/zip',
  ole: 'application/x-ole-storage',
  binary: 'application/octet-stream',
  text: 'text/plain',
};

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return bytes.length >= prefix.length && prefix.every((byte, index) => bytes[index] === byte);
}

/** UTF-16 is full of zero bytes, so it is asked for first. */
function looksLikeText(sample: Uint8Array): boolean {
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
export function isUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (!sample.includes(0)) return null;
  const readable = (['utf-16le', 'utf-16be'] as const).find((encoding) => {
    const text = new TextDecoder(encoding).decode(sample);
    return (text.match(textCharacters)?.length ?? 0) >= text.length * leastTextShare;
  });
  return readable ?? null;
}
