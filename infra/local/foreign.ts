import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';

/** Names of this machine that no one else can own: loopback addresses, and `localhost` with what stands under it (RFC 6761). */
const ownNames = /^(?:127\.0\.0\.1|\[::1\]|(?:[a-z0-9-]+\.)*localhost)(?::\d{1,5})?$/i;

/**
 * Has a server refuse what a web page elsewhere makes a browser send: a request whose `Host` is a name that was made to lead
 * here (DNS rebinding), and one whose `Origin` is another than a page of this machine, as browsers say of forms and scripts
 * alike. Tools that are no browsers send no origin.
 */
export function refuseForeign(server: Server): void {
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (isForeign(request.headers)) return refuse(request, response);
    for (const listener of listeners) listener.call(server, request, response);
  });
  server.on('upgrade', (_request, socket) => socket.destroy());
}

function isForeign(headers: IncomingHttpHeaders): boolean {
  if (!ownNames.test(headers.host ?? '')) return true;
  return headers.origin === undefined ? headers['sec-fetch-site'] === 'cross-site' : allowedOrigin(headers) === null;
}

/** The page a browser says a request is from, if it is of this machine. */
export function allowedOrigin({ origin }: IncomingHttpHeaders): string | null {
  const address = origin?.replace(/^https?:\/\//, '');
  return origin !== undefined && address !== origin && ownNames.test(address ?? '') ? origin : null;
}

const refusal = {
  code: 'FORBIDDEN',
  message:
    'This service is for this machine alone: it answers to localhost and 127.0.0.1, and to no page from elsewhere. 本服务只供本机使用，不接受其他主机名和外部网页的请求。',
};

function refuse(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response
    .writeHead(403, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify({ error: refusal }));
}
