import { createHash } from 'node:crypto';
import { text as textOf } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { bodyText, requestBody } from '../../../../infra/local/s3/request-body.ts';

const sha256 = (text: string, encoding: 'hex' | 'base64') => createHash('sha256').update(text).digest(encoding);

/** The bytes of a text in pieces of so many. */
async function* pieces(text: string, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size));
}

/** What arrives of a body, with the digests that hold, or the code of what is wrong with it. */
async function received(text: string, headers: Record<string, string>, size = text.length) {
  const body = requestBody(pieces(text, size), headers);
  try {
    return { text: await textOf(body.bytes), kept: body.checksums() };
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const framed = {
  'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  'x-amz-decoded-content-length': '11',
};

describe('a body', () => {
  it('is held to the digest that a header states, and only one that S3 keeps is kept', async () => {
    const [hex, base64] = [sha256('hello', 'hex'), sha256('hello', 'base64')];
    expect(await received('hello', { 'x-amz-content-sha256': hex })).toEqual({ text: 'hello', kept: {} });
    expect(await received('hullo', { 'x-amz-content-sha256': hex })).toBe('BadDigest');
    const kept = { 'x-amz-checksum-sha256': base64 };
    expect(await received('hello', kept)).toEqual({ text: 'hello', kept });
    expect(await received('hullo', kept)).toBe('BadDigest');
  });

  it('that says its digest is not told is taken as it is', async () => {
    const headers = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    expect(await received('hello', headers)).toEqual({ text: 'hello', kept: {} });
  });

  it.each([1, 2, 7, 100])('loses its framing in whatever pieces it arrives: of %i bytes', async (size) => {
    const trailer = { 'x-amz-checksum-crc32': 'DUoRhQ==' };
    const text = 'b;chunk-signature=a\r\nhello world\r\n0\r\nX-Amz-Checksum-Crc32: DUoRhQ==\r\n\r\n';
    const headers = { ...framed, 'x-amz-trailer': 'x-amz-checksum-crc32' };
    expect(await received(text, headers, size)).toEqual({ text: 'hello world', kept: trailer });
  });

  it('is framed where only its encoding says so', async () => {
    expect(await received('2\r\nab\r\n1\r\nc\r\n0\r\n\r\n', { 'content-encoding': 'aws-chunked' })).toEqual({
      text: 'abc',
      kept: {},
    });
  });
});

it('a text may have as many bytes as are allowed', async () => {
  expect(await bodyText(pieces('hello', 2), 5)).toBe('hello');
  await expect(bodyText(pieces('hello', 2), 4)).rejects.toMatchObject({ code: 'MalformedXML' });
});
