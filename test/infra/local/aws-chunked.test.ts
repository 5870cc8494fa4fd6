import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AwsChunkedDecoder } from '../../../infra/local/aws-chunked.ts';

const end = '0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n';
const frame = (chunk: Uint8Array) =>
  Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]);

function decode(body: Buffer, pieceLength: number): Promise<Buffer> {
  const count = Math.ceil(body.length / pieceLength);
  const pieces = Array.from({ length: count }, (_, at) => body.subarray(at * pieceLength, (at + 1) * pieceLength));
  const decoder = new AwsChunkedDecoder();
  Readable.from(pieces).pipe(decoder);
  return buffer(decoder);
}

test('a framed body is the bytes of its chunks, wherever the network cuts it', async () => {
  const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(chunks, fc.integer({ min: 1, max: 400 }), async (parts, pieceLength) => {
      const body = Buffer.concat([...parts.map(frame), Buffer.from(end)]);
      expect(await decode(body, pieceLength)).toEqual(Buffer.concat(parts));
    }),
  );
});

test('a body that ends early or is not framed is an error, not half an object', async () => {
  await expect(decode(Buffer.from('5\r\nhel'), 100)).rejects.toThrow('ended early');
  await expect(decode(Buffer.from('hello world\r\n'), 100)).rejects.toThrow('malformed');
});
