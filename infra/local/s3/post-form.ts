import type { IncomingHttpHeaders } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { z } from 'zod';
import { S3Fault } from './s3-fault.ts';

/** Most bytes of the fields before the file (Amazon S3 API Reference, "POST Object"). */
const longestFields = 20 * 1024;

/** Stands in a key for the name of the file. */
const fileNameMark = /\$\{filename\}/g;

/** A form with a file (Amazon S3 API Reference, "POST Object"). Fields are by name, in lower case. */
export interface PostedForm {
  readonly fields: ReadonlyMap<string, string>;
  /** The key, with the file's name in place of `${filename}`. */
  readonly key: string;
  /** The bytes of the file. Fails with `MalformedPOSTRequest` where the form ends in them, and as the policy says of sizes. */
  readonly file: AsyncIterable<Buffer>;
}

export interface FormRequest {
  readonly bucket: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
  readonly now: Date;
}

/**
 * Reads a form up to its file and holds it to its policy: when it ends, what it says of each field, how large a file may be.
 * Throws `AccessDenied` for a form without a policy or against it, `InvalidPolicyDocument`, `MalformedPOSTRequest`.
 */
export async function readPostForm({ bucket, headers, body, now }: FormRequest): Promise<PostedForm> {
  const { fields, name, file } = await untilFile(headers, body);
  const key = fields.get('key')?.replace(fileNameMark, () => name);
  if (key === undefined || key === '') {
    throw new S3Fault('InvalidArgument', "Bucket POST must contain a field named 'key' before the file");
  }
  const sizes = heldToPolicy(new Map([...fields, ['key', key], ['bucket', bucket]]), now);
  return { fields, key, file: ofSize(file, sizes) };
}

interface FormStart {
  readonly fields: ReadonlyMap<string, string>;
  /** The name of the file, without its folders. */
  readonly name: string;
  readonly file: Readable;
}

function untilFile(headers: IncomingHttpHeaders, body: Readable): Promise<FormStart> {
  return new Promise((resolve, reject) => {
    const file = new PassThrough();
    const fields = new Map<string, string>();
    const fail = (fault: S3Fault) => {
      body.unpipe();
      body.resume();
      file.destroy(fault);
      reject(fault);
    };
    const malformed = () =>
      fail(new S3Fault('MalformedPOSTRequest', 'The body of your POST request is not well-formed multipart/form-data'));
    let left = longestFields;
    // A file nobody reads any more has told its reader why.
    file.on('error', () => undefined);
    const form = openForm(headers);
    if (form === null) return malformed();
    form.on('field', (name, value) => {
      left -= Buffer.byteLength(name) + Buffer.byteLength(value);
      if (left < 0) fail(new S3Fault('MaxPostPreDataLengthExceeded', 'The fields before the file are too long'));
      else fields.set(name.toLowerCase(), value);
    });
    form.on('file', (field, stream, name) => {
      stream.on('error', malformed);
      if (field !== 'file' || stream === undefined) return stream.resume();
      stream.pipe(file);
      resolve({ fields, name: (name ?? '').replace(/^.*[/\\]/s, ''), file });
      return undefined;
    });
    form.on('error', malformed);
    form.on('finish', () => {
      reject(new S3Fault('InvalidArgument', 'POST requires exactly one file upload per request.'));
    });
    body.once('aborted', malformed).once('error', malformed);
    body.pipe(form);
  });
}

/** Null where the headers are not those of a form. */
function openForm(headers: IncomingHttpHeaders): BusboyInstance | null {
  try {
    const type = headers['content-type'] ?? '';
    const limits = { fieldSize: longestFields + 1, fieldNameSize: 1024, headerPairs: 100, fields: 1000, files: 1 };
    const isPartAFile = (field: string | undefined) => field === 'file';
    return Busboy({ headers: { ...headers, 'content-type': type }, limits, isPartAFile });
  } catch {
    return null;
  }
}

const Text = z.union([z.string(), z.number()]).transform(String);
const Policy = z.object({
  expiration: z.iso.datetime({ offset: true }),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), Text]),
      z.record(z.string(), Text),
    ]),
  ),
});

/** Fields that a policy need not speak of. */
const unspoken = /^(?:x-amz-signature|awsaccesskeyid|signature|policy|file|bucket|x-ignore-.*)$/;

interface Sizes {
  readonly least: number;
  readonly most: number;
}

function heldToPolicy(fields: ReadonlyMap<string, string>, now: Date): Sizes {
  const { expiration, conditions } = policyOf(fields.get('policy'));
  const deny = (reason: string) => new S3Fault('AccessDenied', `Invalid according to Policy: ${reason}`);
  if (new Date(expiration) <= now) throw deny('Policy expired.');
  const spoken = new Set<string>();
  let sizes: Sizes = { least: 0, most: Number.POSITIVE_INFINITY };
  const hold = (kind: 'eq' | 'starts-with', name: string, expected: string) => {
    const value = fields.get(name) ?? '';
    spoken.add(name);
    if (kind === 'eq' ? value === expected : value.startsWith(expected)) return;
    throw deny(`Policy Condition failed: ${JSON.stringify([kind, `$${name}`, expected])}`);
  };
  for (const condition of conditions) {
    if (!Array.isArray(condition)) {
      for (const [name, expected] of Object.entries(condition)) hold('eq', name.toLowerCase(), expected);
    } else if (condition[0] === 'content-length-range') sizes = { least: condition[1], most: condition[2] };
    else hold(condition[0], condition[1].slice(1).toLowerCase(), condition[2]);
  }
  const extra = [...fields.keys()].find((name) => !spoken.has(name) && !unspoken.test(name));
  if (extra !== undefined) throw deny(`Extra input fields: ${extra}`);
  return sizes;
}

function policyOf(field: string | undefined): z.infer<typeof Policy> {
  if (field === undefined) throw new S3Fault('AccessDenied', 'A form needs a policy that allows it');
  try {
    return Policy.parse(JSON.parse(Buffer.from(field, 'base64').toString('utf8')));
  } catch {
    throw new S3Fault('InvalidPolicyDocument', 'Invalid Policy: it is not the JSON of a policy in Base64');
  }
}

async function* ofSize(file: Readable, { least, most }: Sizes): AsyncIterable<Buffer> {
  let size = 0;
  for await (const piece of file) {
    size += piece.length;
    if (size > most) throw new S3Fault('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
    yield piece;
  }
  if (size < least)
    throw new S3Fault('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
}
