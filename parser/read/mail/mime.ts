/** A part of a MIME message that is no container of parts (RFC 2045, 2046). */
export interface MimePart {
  /** Type and subtype, in lower case. */
  readonly type: string;
  readonly body: Uint8Array;
}

/** Containers nested deeper than this are damage. */
const deepest = 5;

/** Every part of a message, in order. */
export function mimeParts(message: Uint8Array): MimePart[] {
  return partsOf(binary(message), 0);
}

/** The header fields at the top of a message by their names in lower case; empty where it begins with no header. */
function headerFields(message: string): Map<string, string> {
  const end = /\r?\n\r?\n/.exec(message)?.index ?? message.length;
  const fields = message.slice(0, end).replace(/\r?\n[ \t]+/g, ' ');
  const found = new Map<string, string>();
  for (const line of fields.trimStart().split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) return new Map();
    found.set(name.toLowerCase(), value.trim());
  }
  return found;
}

/** Bytes as characters of the same number, so that lines and headers can be found in them and bytes be had back. */
export function binary(bytes: Uint8Array): string {
  // Not by TextDecoder, whose latin1 is windows-1252.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function partsOf(message: string, depth: number): MimePart[] {
  const fields = headerFields(message);
  const contentType = fields.get('content-type') ?? 'text/plain';
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const body = message.slice(bodyStart(message));
  const boundary = parameter(contentType, 'boundary');
  if (type.startsWith('multipart/') && boundary !== null && depth < deepest) {
    return bodiesBetween(body, boundary).flatMap((part) => partsOf(part, depth + 1));
  }
  return [{ type, body: decodeBody(body, fields.get('content-transfer-encoding') ?? '') }];
}

function bodyStart(message: string): number {
  const blank = /\r?\n\r?\n/.exec(message.trimStart());
  const skipped = message.length - message.trimStart().length;
  return blank === null ? message.length : skipped + blank.index + blank[0].length;
}

function parameter(value: string, name: string): string | null {
  const [, quoted, plain] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value) ?? [];
  return quoted ?? plain ?? null;
}

/** What stands between the lines of the boundary; the text before the first and after the last is none of it. */
function bodiesBetween(body: string, boundary: string): string[] {
  const [, ...parts] = `\n${body}`.split(`\n--${boundary}`);
  const closing = parts.findIndex((part) => part.startsWith('--'));
  return (closing < 0 ? parts : parts.slice(0, closing)).map((part) => part.replace(/^[ \t]*\r?\n/, ''));
}

function decodeBody(body: string, encoding: string): Uint8Array {
  const decoders: Readonly<Record<string, (text: string) => Buffer>> = {
    'quoted-printable': (text) => Buffer.from(unquote(text), 'latin1'),
    base64: (text) => Buffer.from(text, 'base64'),
  };
  return (decoders[encoding.toLowerCase()] ?? ((text: string) => Buffer.from(text, 'latin1')))(body);
}

/** Undoes quoted-printable: soft line ends go, and =XX is a byte. */
function unquote(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The header of a saved page is a few hundred bytes. */
const longestHeader = 4096;
const savedPage = /^(?:multipart\/related|text\/html)\b/i;

/** Whether a file is a page saved as a MIME message: it begins with header fields, and they say so. */
export function isMhtml(bytes: Uint8Array): boolean {
  const fields = headerFields(binary(bytes.subarray(0, longestHeader)));
  return fields.has('mime-version') && savedPage.test(fields.get('content-type') ?? '');
}
