import { z } from 'zod';
import { apiPaths } from '../../infra/api-paths.ts';
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

/** Every answer of the API is text. Header names are in lower case, as those of the event. */
export async function toResult(response: Response): Promise<HttpResult> {
  return {
    statusCode: response.status,
    headers: Object.fromEntries([...response.headers].map(([name, value]) => [name.toLowerCase(), value])),
    body: await response.text(),
    isBase64Encoded: false,
  };
}
