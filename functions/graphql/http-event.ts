import { z } from 'zod';
import { apiPaths } from '../../infra/aws/api.ts';
import { answerTooLarge } from '../../schema/graphql/errors.ts';
import { Authorizer } from './viewer.ts';

/** What is used of an HTTP API event, payload version 2.0. Header names come in lower case, repeated ones joined by commas. */
export const HttpEvent = z.object({
  version: z.literal('2.0'),
  rawPath: z.string(),
  rawQueryString: z.string().default(''),
  headers: z.record(z.string(), z.string()).default({}),
  requestContext: z.object({
    domainName: z.string().min(1),
    http: z.object({ method: z.string() }),
    /** Set by API Gateway on the authorised route alone; what a client sends cannot set it. */
    authorizer: Authorizer.optional(),
  }),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
});
export type HttpEvent = z.infer<typeof HttpEvent>;

/** The answer that an HTTP API expects of its function. */
export interface HttpResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: false;
}

/** The event as the request that the client sent. Both routes lead to one API: what a caller may do depends on who it is. */
export function toRequest(event: HttpEvent): Request {
  const { method } = event.requestContext.http;
  const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`;
  const url = `https://${event.requestContext.domainName}${pathOf(event)}${query}`;
  const body = bodyOf(event);
  return new Request(url, { method, headers: event.headers, ...(body === null ? {} : { body }) });
}

function pathOf({ rawPath }: HttpEvent): string {
  return rawPath === apiPaths.authorised ? apiPaths.open : rawPath;
}

/** A GET may not carry a body; gateways deliver an empty one all the same. */
function bodyOf({ body, isBase64Encoded, requestContext }: HttpEvent): Uint8Array<ArrayBuffer> | string | null {
  if (body === undefined || ['GET', 'HEAD'].includes(requestContext.http.method)) return null;
  return isBase64Encoded ? Uint8Array.from(Buffer.from(body, 'base64')) : body;
}

/** Bytes that a function on Lambda may answer (AWS Lambda quotas, synchronous invocation), and what headers take of them at most. */
const lambdaBytes = 6_291_556;
const headerBytes = 16 * 1024;
const mostBytes = lambdaBytes - headerBytes;

/** Bytes that a character takes at most when a text is quoted: of a control character `\u0001`. */
const bytesOfACharacter = 6;

/**
 * Every answer of the API is text. Header names are in lower case, as those of the event. In place of an answer that Lambda would
 * not send, which quotes it once more, stands the error ANSWER_TOO_LARGE.
 */
export async function toResult(response: Response): Promise<HttpResult> {
  const text = await response.text();
  if (text.length * bytesOfACharacter > mostBytes && Buffer.byteLength(JSON.stringify(text)) > mostBytes) {
    return toResult(Response.json({ errors: [answerTooLarge('bytes', mostBytes)] }, { headers: forEveryone }));
  }
  return {
    statusCode: response.status,
    headers: Object.fromEntries([...response.headers].map(([name, value]) => [name.toLowerCase(), value])),
    body: text,
    isBase64Encoded: false,
  };
}

const forEveryone = { 'access-control-allow-origin': '*' };
