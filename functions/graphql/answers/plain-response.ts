import { exposedHeaders } from '../../../infra/aws/api.ts';
import type { KeptAnswer } from './answer-store.ts';

/** May be kept by anyone and shown to everyone, but only after asking whether it still holds. */
const cacheControl = 'public, no-cache';

/** Headers of answers to a GET. */
const vary = 'accept';

/** A kept answer, or 304 for whoever has it. */
export function plainResponse(
  { body, contentType, etag }: KeptAnswer,
  request: Request,
  make: typeof Response,
): Response {
  const common = {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': exposedHeaders.join(', '),
  };
  if (request.method !== 'GET') return answer(make, body, { ...common, 'content-type': contentType });
  const headers = { ...common, etag, vary, 'cache-control': cacheControl };
  return holds(request, etag)
    ? new make(null, { status: 304, headers })
    : answer(make, body, { ...headers, 'content-type': contentType });
}

function answer(make: typeof Response, body: KeptAnswer['body'], headers: Record<string, string>): Response {
  return new make(body, { headers: { ...headers, 'content-length': String(body.length) } });
}

interface Fresh {
  readonly request: Request;
  readonly response: Response;
  readonly etag: string;
  readonly make: typeof Response;
}

/** A new answer to a GET with what is needed to ask for it again, or 304 for whoever has it. */
export function revalidated({ request, response, etag, make }: Fresh): Response {
  const { headers } = response;
  headers.set('etag', etag);
  headers.set('vary', vary);
  headers.set('cache-control', cacheControl);
  if (!holds(request, etag)) return response;
  headers.delete('content-type');
  return new make(null, { status: 304, headers });
}

/** Whether the asker says it has this answer (RFC 9110, If-None-Match: compared weakly). */
function holds(request: Request, etag: string): boolean {
  const held = request.headers.get('if-none-match') ?? '';
  return held.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
}
