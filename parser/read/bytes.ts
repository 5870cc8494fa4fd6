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
export function isUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (!sample.includes(0)) return null;
  const readable = (['utf-16le', 'utf-16be'] as const).find((encoding) => {
    const text = new TextDecoder(encoding).decode(sample);
    return (text.match(textCharacters)?.length ?? 0) >= text.length * leastTextShare;
  });
  return readable ?? null;
}
