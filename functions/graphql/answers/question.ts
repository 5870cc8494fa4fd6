import { limits } from '../limits.ts';

/** What a request asks, if its answer may be kept: everything that decides the answer besides the data. */
export interface Question {
  readonly text: string;
  /** The request again, for whoever is to answer it: its body can be read once. */
  readonly request: () => Request;
}

/** Null for what is no query sent by GET or POST, and for a body of unknown or excessive length. */
export async function questionOf(request: Request, remake: typeof Request): Promise<Question | null> {
  const accept = request.headers.get('accept') ?? '';
  if (accept.includes('text/html')) return null;
  if (request.method === 'GET')
    return { text: ['GET', accept, new URL(request.url).search].join('\n'), request: () => request };
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (request.method !== 'POST' || !(length <= limits.bodyBytes)) return null;
  const body = await request.text();
  const { url, method, headers, signal } = request;
  const type = headers.get('content-type') ?? '';
  return {
    text: ['POST', accept, type, body].join('\n'),
    request: () => new remake(url, { method, headers, body, signal }),
  };
}
