import { rawRequest } from './raw-http.ts';

/** Requests that S3's clients never send: framings that cannot be read, and forms that are none. */

export const chunked = {
  'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  'content-encoding': 'aws-chunked',
  'x-amz-decoded-content-length': '5',
};
export const whole = '5\r\nhello\r\n0\r\n\r\n';
export const multipart = { 'content-type': 'multipart/form-data; boundary=edge' };
const field = (name: string, value: string) =>
  `--edge\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = '--edge\r\ncontent-disposition: form-data; name="file"; filename="a.html"\r\n\r\nbytes\r\n--edge--\r\n';
const policy = Buffer.from(
  JSON.stringify({ expiration: '2100-01-01T00:00:00Z', conditions: [['starts-with', '$key', '']] }),
).toString('base64');
export const form = field('key', 'raw/form.html') + field('policy', policy) + file;

/** Framing that cannot be read, each with the code of S3 for it; '' where the sender hung up. */
export const framings: readonly (readonly [string, string, string])[] = [
  ['cut in a chunk', '5\r\nhel', 'IncompleteBody'],
  ['cut in a size line', '5', 'IncompleteBody'],
  ['cut before the end', '5\r\nhello\r\n', 'IncompleteBody'],
  ['empty', '', 'IncompleteBody'],
  ['no size', 'zz\r\nhello\r\n0\r\n\r\n', 'InvalidRequest'],
  ['a negative size', '-5\r\nhello\r\n0\r\n\r\n', 'InvalidRequest'],
  ['a size beyond all numbers', 'ffffffffffffffff\r\nhello\r\n0\r\n\r\n', 'InvalidRequest'],
  ['a chunk longer than its size', '2\r\nhello\r\n0\r\n\r\n', 'InvalidRequest'],
  ['a size line without end', '5'.repeat(20_000), 'InvalidRequest'],
  ['another length than announced', '4\r\nhell\r\n0\r\n\r\n', 'IncompleteBody'],
  ['a digest that is not that of the bytes', '5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n', 'BadDigest'],
];

/** Forms that cannot be taken, each with the code of S3 for it. */
export const forms: readonly (readonly [name: string, body: string, code: string])[] = [
  ['cut in its file', form.slice(0, form.indexOf('bytes') + 2), 'MalformedPOSTRequest'],
  ['cut in a field', form.slice(0, 30), 'MalformedPOSTRequest'],
  ['without a file', `${field('key', 'raw/a')}--edge--\r\n`, 'InvalidArgument'],
  ['without a key', field('policy', policy) + file, 'InvalidArgument'],
  ['without a policy', field('key', 'raw/a') + file, 'AccessDenied'],
  ['with a policy that is none', field('key', 'raw/a') + field('policy', 'e30=') + file, 'InvalidPolicyDocument'],
  [
    'with fields without end',
    field('key', 'raw/a') + field('x', 'y'.repeat(30_000)) + file,
    'MaxPostPreDataLengthExceeded',
  ],
  ['with no part', '', 'MalformedPOSTRequest'],
];

/** Each hostile request as bytes for the wire, by name. */
export const hostileRequests: ReadonlyMap<string, ReturnType<typeof rawRequest>> = new Map([
  ...framings.map(
    ([name, body]) =>
      [
        `aws-chunked: ${name}`,
        rawRequest('PUT /gongkai/raw/a.html', { ...chunked, 'x-amz-trailer': 'x-amz-checksum-crc32' }, body),
      ] as const,
  ),
  ...forms.map(([name, body]) => [`form: ${name}`, rawRequest('POST /gongkai', multipart, body)] as const),
]);
