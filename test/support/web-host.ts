import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listen, localHost, stop } from '../../infra/local/listen.ts';

/** What a path answers: a body with status 200, or what a function writes. */
type Page = string | Uint8Array | ((response: ServerResponse, request: IncomingMessage) => void);

/** A web server on this machine. Its paths may change while it runs; what it has none for is 404. */
export interface WebHost {
  readonly origin: string;
  readonly pages: Record<string, Page>;
  /** Paths as they were asked for. */
  readonly asked: string[];
  readonly userAgents: Set<string>;
  close(): Promise<void>;
}

export async function startWebHost(): Promise<WebHost> {
  const pages: Record<string, Page> = {};
  const asked: string[] = [];
  const userAgents = new Set<string>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    userAgents.add(request.headers['user-agent'] ?? '');
    const page = pages[path];
    if (typeof page === 'function') page(response, request);
    else if (page === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': typeOf(path) }).end(page);
  });
  const port = await listen(server, { service: 'a web host', port: 0, option: '--port' });
  return { origin: `http://${localHost}:${port}`, pages, asked, userAgents, close: () => stop(server) };
}

function typeOf(path: string): string {
  return path.endsWith('.html') || path.endsWith('/') ? 'text/html; charset=GBK' : 'application/octet-stream';
}
