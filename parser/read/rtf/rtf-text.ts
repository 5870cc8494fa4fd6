import { charsets, codePages } from './destinations.ts';

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
