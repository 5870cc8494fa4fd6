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
