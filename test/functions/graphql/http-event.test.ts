import { expect, test } from 'vitest';
import { toResult } from '../../../functions/graphql/http-event.ts';

/** What Lambda refuses to send back (AWS Lambda quotas). */
const mostBytes = 6_291_556;

test('an answer that Lambda can send is sent as it is', async () => {
  const body = JSON.stringify({ data: { text: '公'.repeat(1_900_000) } });
  const result = await toResult(new Response(body, { headers: { ETag: '"a"' } }));
  expect(result).toMatchObject({ statusCode: 200, headers: { etag: '"a"' }, body });
});

test.each([
  ['Chinese', '公'.repeat(2_200_000)],
  ['quotes, each of which becomes four characters', '"'.repeat(1_700_000)],
  ['control characters', '\u0001'.repeat(1_000_000)],
])('an answer that Lambda would refuse to send becomes an error: %s', async (_name, text) => {
  const body = JSON.stringify({ data: { text } });
  const result = await toResult(new Response(body, { headers: { ETag: '"a"', 'content-length': `${body.length}` } }));
  expect(JSON.parse(result.body)).toMatchObject({ errors: [{ extensions: { code: 'ANSWER_TOO_LARGE' } }] });
  expect(result.headers).not.toHaveProperty('etag');
  expect(result.headers).not.toHaveProperty('content-length');
  expect(Buffer.byteLength(JSON.stringify(result))).toBeLessThan(mostBytes);
});
