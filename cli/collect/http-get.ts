import { get as getHttp, Agent as HttpAgent, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { get as getHttps, Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import { readBody } from '../http-body.ts';
import { checkHost } from './public-address.ts';

export interface GetOptions {
  readonly userAgent: string;
  readonly lookup: LookupFunction;
  readonly isReachable: (address: string) => boolean;
  /** Ends the request, the reading of its body included. */
  readonly signal: AbortSignal;
  readonly maxBytes: number;
}

/** An answer with its body as the server sent it, content codings taken off. Only an answer of 200 has its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

// No connection is kept: the next request to a host comes seconds later, and is looked up anew.
const agents = { http: new HttpAgent({ keepAlive: false }), https: new HttpsAgent({ keepAlive: false }) };

/** Asks for an address once, following nothing. Throws where there is no whole answer, and `BodyTooLarge` and `Refusal` as its parts do. */
export async function httpGet(
  url: URL,
  { maxBytes, isReachable, userAgent, lookup, signal }: GetOptions,
): Promise<Answer> {
  checkHost(url, isReachable);
  const headers = { 'user-agent': userAgent, accept: '*/*', 'accept-encoding': 'identity' };
  const isSecure = url.protocol === 'https:';
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const options = { headers, lookup, signal, agent: isSecure ? agents.https : agents.http };
    (isSecure ? getHttps : getHttp)(url, options, resolve).on('error', reject);
  });
  const { statusCode: status = 0, headers: answered } = response;
  try {
    const encoding = answered['content-encoding'] ?? null;
    const body = status === 200 ? await readBody(response, { encoding, maxBytes }) : new Uint8Array();
    return { status, headers: answered, body };
  } finally {
    response.destroy();
  }
}
