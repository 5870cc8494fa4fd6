import { createHash } from 'node:crypto';
import { type ExecutionResult, getOperationAST, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { exposedHeaders } from '../../../infra/aws/api.ts';
import type { Reader, Viewer } from '../../../schema/graphql/context.ts';
import type { Originals } from '../../../schema/record/originals.ts';
import type { Releases } from '../../../schema/record/release.ts';
import type { TextSearch } from '../../../schema/record/text-search.ts';
import { createAnswerStore, type KeptAnswer, questionDigest, questionOf, type VersionOf } from './answer-store.ts';
import { createSources, type Sources, trackedReader } from './tracked-reader.ts';

/** May be kept by anyone and shown to everyone, but only after asking whether it still holds. */
const cacheControl = 'public, no-cache';

/** Headers of answers to a GET. */
const vary = 'accept';

/** A kept answer, or 304 for whoever has it. */
function plainResponse({ body, contentType, etag }: KeptAnswer, request: Request, make: typeof Response): Response {
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
function revalidated({ request, response, etag, make }: Fresh): Response {
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

export interface KeepingOptions {
  readonly versionOf: VersionOf;
  /** Someone with credentials is always answered anew. */
  readonly viewerOf: (request: Request) => Promise<Viewer | null>;
  /** Bytes of answers that are kept. */
  readonly bytes: number;
}

/** Keeps answers, and tells what the answer to a request is made from. */
export interface AnswerKeeping {
  readonly plugin: Plugin;
  /** The reader through which a request is to be answered. */
  track(request: Request, reader: Reader): Reader;
  /** What has not been searched yet will be soon: an answer that lacks it is not kept. */
  trackTextSearch(request: Request, search: TextSearch): TextSearch;
  /** No version tells of a release, so an answer with one is not kept. */
  trackReleases(request: Request, releases: Releases): Releases;
  /** Links expire, so an answer with one is not kept. */
  trackOriginals(request: Request, originals: Originals): Originals;
}

/** A request that is being answered. */
interface Asking {
  /** Digest of what is asked. */
  readonly question: string;
  readonly sources: Sources;
  text: string | null;
}

/**
 * Keeps the answers to queries, each with the versions of the agencies and lists it was made from, and sends one again only
 * while these versions stand, of agencies as the store says since the request came. Every answer to a GET has an ETag, and whoever holds it is told so with 304.
 */
export function keepAnswers({ versionOf, viewerOf, bytes }: KeepingOptions): AnswerKeeping {
  const answers = createAnswerStore(bytes);
  const asked = new WeakMap<Request, Asking>();
  const isFresh = async ({ versions }: KeptAnswer) => {
    const now = await Promise.all([...versions.keys()].map(versionOf));
    return [...versions.values()].every((version, at) => version === now[at]);
  };
  const plugin: Plugin = {
    async onRequest({ request, setRequest, endResponse, fetchAPI }) {
      if ((await viewerOf(request)) !== null) return;
      const question = await questionOf(request, fetchAPI.Request);
      if (question === null) return;
      const digest = questionDigest(question.text);
      const kept = answers.get(digest);
      if (kept !== undefined && (await isFresh(kept)))
        return endResponse(plainResponse(kept, request, fetchAPI.Response));
      answers.delete(digest);
      const again = question.request();
      setRequest(again);
      asked.set(again, { question: digest, sources: createSources(), text: null });
    },
    onExecute({ args }) {
      const asking = asked.get(args.contextValue.request);
      if (asking === undefined) return;
      const isQuery = getOperationAST(args.document, args.operationName)?.operation === OperationTypeNode.QUERY;
      if (!isQuery) asking.sources.spoil();
      return { onExecuteDone: ({ result }) => noteText(result, asking) };
    },
    onResponse({ request, response, setResponse, fetchAPI }) {
      const asking = asked.get(request);
      if (asking === undefined || asking.text === null || response.status !== 200) return;
      const versions = asking.sources.versions();
      const keeps = versions !== null && asking.text.length <= answers.maxSize;
      if (!keeps && request.method !== 'GET') return;
      const body = new TextEncoder().encode(asking.text);
      const etag = etagOf(body);
      const contentType = response.headers.get('content-type') ?? 'application/json';
      if (keeps) answers.set(asking.question, { body, contentType, etag, versions });
      // The same bytes are sent, so that a long answer is not encoded twice.
      const sent = new fetchAPI.Response(body, response);
      setResponse(
        request.method === 'GET' ? revalidated({ request, response: sent, etag, make: fetchAPI.Response }) : sent,
      );
    },
  };
  return {
    plugin,
    track(request, untracked) {
      const sources = asked.get(request)?.sources;
      return sources === undefined ? untracked : trackedReader(untracked, sources);
    },
    trackTextSearch: (request, search) => ({
      ...search,
      async find(...args) {
        const found = await search.find(...args);
        if (found.searched + found.inDoubt < found.of) asked.get(request)?.sources.spoil();
        return found;
      },
      async others(...args) {
        const counts = await search.others(...args);
        if (counts === null) asked.get(request)?.sources.spoil();
        return counts;
      },
    }),
    trackReleases: (request, releases) => ({
      list() {
        asked.get(request)?.sources.spoil();
        return releases.list();
      },
    }),
    trackOriginals: (request, originals) => ({
      ...originals,
      linkTo(object) {
        asked.get(request)?.sources.spoil();
        return originals.linkTo(object);
      },
    }),
  };
}

/** Keeps the text of an answer without errors when it is written. */
function noteText(result: ExecutionResult | AsyncIterable<unknown>, asking: Asking): void {
  if (Symbol.asyncIterator in result || result.errors !== undefined) return;
  const stringify = (answer: unknown) => {
    asking.text = JSON.stringify(answer);
    return asking.text;
  };
  Object.assign(result, { stringify });
}

/** Of the answer itself: the same on every machine, whatever release made it. */
function etagOf(body: Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}
