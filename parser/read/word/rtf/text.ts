/** A piece of RTF source (Rich Text Format 1.9.1): bytes are characters of the same number. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  | { readonly kind: 'text'; readonly bytes: string };

/** A brace, a control word, a byte by its digits, a control symbol, plain bytes, or a line end of the source. */
const piece = /([{}])|\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([\da-fA-F]{2})|([^a-zA-Z]))|([^{}\\\r\n]+)|[\r\n]+|\\/gy;

/** Parts the source into tokens; raw data after `\bin` is passed over. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  const pieces = new RegExp(piece);
  for (let match = pieces.exec(source); match !== null; match = pieces.exec(source)) {
    const [, brace, name, value, hex, symbol, bytes] = match;
    if (brace !== undefined) yield brace === '{' ? { kind: 'open' } : { kind: 'close' };
    else if (name === 'bin') pieces.lastIndex += Math.max(0, Number(value ?? 0));
    else if (name !== undefined) yield { kind: 'word', name, value: value === undefined ? null : Number(value) };
    else if (hex !== undefined) yield { kind: 'text', bytes: String.fromCharCode(Number.parseInt(hex, 16)) };
    else if (symbol !== undefined) yield { kind: 'word', name: symbol, value: null };
    else if (bytes !== undefined) yield { kind: 'text', bytes };
  }
}

/** Groups whose text is none of the document's: tables of settings, pictures, headers, notes, what stands in for boxes. */
export const unprintedGroups: ReadonlySet<string> = new Set(
  'stylesheet info pict header headerl headerr headerf footer footerl footerr footerf footnote annotation shprslt sp nonesttables nonshppict xe tc rxe txe filetbl'.split(
    ' ',
  ),
);

/** Groups that hold what is printed and is no text: pictures, and data of embedded objects. */
export const objectGroups: ReadonlySet<string> = new Set(['pict', 'shppict', 'objdata']);

/** Groups marked as ones that older programs pass over, and that are read all the same. */
export const readStarredGroups: ReadonlySet<string> = new Set(['shpinst', 'nesttableprops', 'do', 'shptxt']);

/** Groups that hold the text of a box. */
export const boxGroups: ReadonlySet<string> = new Set(['shptxt', 'dptxbxtext']);

/** Control words and symbols that print a character. */
export const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  '~': '\u00A0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
};

/** Encodings by the number of a font's character set, and by the number of a code page of Windows. */
const charsets: Readonly<Record<number, string>> = { 128: 'shift_jis', 134: 'gb18030', 136: 'big5' };
const codePages: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  950: 'big5',
  54936: 'gb18030',
  65001: 'utf-8',
};

const otherEncoding = 'windows-1252';

/** Collects the text of a paragraph: bytes in the encoding of their font, and characters by their number in Unicode. */
export class RtfText {
  readonly #charsets = new Map<number, string>();
  #encoding = otherEncoding;
  #bytes = '';
  #bytesFont = 0;
  #text = '';

  setCodePage(number: number): void {
    this.#encoding = codePages[number] ?? otherEncoding;
  }

  setCharset(font: number, charset: number): void {
    const encoding = charsets[charset];
    if (encoding !== undefined) this.#charsets.set(font, encoding);
  }

  /** Bytes are decoded together, for one character may be written in two pieces. */
  addBytes(bytes: string, font: number): void {
    if (font !== this.#bytesFont) this.#decode();
    this.#bytesFont = font;
    this.#bytes += bytes;
  }

  add(text: string): void {
    this.#decode();
    this.#text += text;
  }

  /** The text so far, which then begins anew. */
  take(): string {
    this.#decode();
    const text = this.#text;
    this.#text = '';
    return text;
  }

  #decode(): void {
    if (this.#bytes === '') return;
    const encoding = this.#charsets.get(this.#bytesFont) ?? this.#encoding;
    this.#text += new TextDecoder(encoding).decode(Buffer.from(this.#bytes, 'latin1'));
    this.#bytes = '';
  }
}
