import { Transform, type TransformCallback } from 'node:stream';

const lineEnd = Buffer.from('\r\n');

/**
 * Takes the framing off a body in `aws-chunked` encoding with a trailer, which SDKs send for streams (Amazon S3 API
 * Reference, "Signature calculations: trailing headers"): each chunk is its size in hexadecimal, a line end, its bytes, a
 * line end; a chunk of size 0 and the trailing headers end the body. The local S3 server knows the form without trailers only.
 */
export class AwsChunkedDecoder extends Transform {
  #pending: Buffer = Buffer.alloc(0);
  /** Bytes of the current chunk still to come; null where a size line is next. */
  #left: number | null = null;
  #ended = false;

  override _transform(piece: Buffer, _encoding: BufferEncoding, callback: TransformCallback): void {
    this.#pending = Buffer.concat([this.#pending, piece]);
    while (!this.#ended && this.#step());
    callback();
  }

  override _flush(callback: TransformCallback): void {
    callback(this.#ended ? null : new Error('The aws-chunked body ended early'));
  }

  /** Takes one size line or some bytes of a chunk; false when more must arrive first. */
  #step(): boolean {
    return this.#left === null ? this.#takeSize() : this.#takeBytes(this.#left);
  }

  #takeSize(): boolean {
    const end = this.#pending.indexOf(lineEnd);
    if (end < 0) return false;
    const size = Number.parseInt(this.#pending.subarray(0, end).toString('latin1'), 16);
    if (Number.isNaN(size)) this.destroy(new Error('The aws-chunked body is malformed'));
    this.#pending = this.#pending.subarray(end + lineEnd.length);
    this.#ended = size === 0 || Number.isNaN(size);
    this.#left = size;
    return true;
  }

  #takeBytes(left: number): boolean {
    const bytes = this.#pending.subarray(0, left);
    if (bytes.length > 0) this.push(bytes);
    const after = left - bytes.length;
    const rest = this.#pending.subarray(bytes.length);
    if (after > 0 || rest.length < lineEnd.length) {
      this.#left = after;
      this.#pending = rest;
      return false;
    }
    this.#pending = rest.subarray(lineEnd.length);
    this.#left = null;
    return true;
  }
}
