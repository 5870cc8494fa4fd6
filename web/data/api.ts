import { useCallback, useEffect, useState } from 'preact/hooks';
import type { TypedDocumentString } from './documents.generated.ts';

/** What went wrong, for a reader: the API's code, or one of ours where no answer came. */
export interface Problem {
  readonly code: string;
  readonly message: string;
}

/** An answer under way, come, or not come. What came with errors beside it (a province left out) says so in `missing`. */
export type Answer<Data> =
  | { readonly state: 'loading' }
  /** `again` asks once more, while what has come stays. */
  | { readonly state: 'ready'; readonly data: Data; readonly missing: readonly Problem[]; readonly again: () => void }
  | { readonly state: 'failed'; readonly problem: Problem; readonly retry: () => void };

interface Body<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly ApiFault[];
}

interface ApiFault {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** The API's paths on the server that this page comes from: for everyone, and for those who may change things. */
const paths = { open: '/graphql', authorised: '/graphql/admin' } as const;
const patienceMs = 20_000;
const pausesMs = [400, 1_600];
const hashes = new Map<string, Promise<string>>();

/** Answers already seen in this page, newest last: going back shows them at once while they are asked for again. */
const seen = new Map<string, unknown>();
const seenAtMost = 50;

type Document<Data, Variables> = TypedDocumentString<Data, Variables>;

/** Asks by the document's hash with a GET, which browsers and CDNs may keep; sends the document itself only where it is not known. */
export async function ask<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<{ readonly data: Data; readonly missing: readonly Problem[] }> {
  const query = document.toString();
  const extensions = { persistedQuery: { version: 1, sha256Hash: await hashOf(query) } };
  const search = new URLSearchParams({ extensions: JSON.stringify(extensions), variables: JSON.stringify(variables) });
  const known = await send<Data>(`${paths.open}?${search}`, { method: 'GET' }, signal);
  const body = isUnknown(known)
    ? await send<Data>(paths.open, { method: 'POST', body: JSON.stringify({ query, variables, extensions }) }, signal)
    : known;
  const problems = (body.errors ?? []).map(({ message, extensions }) => ({
    code: extensions?.code ?? 'UNKNOWN',
    message,
  }));
  const { data } = body;
  if (data == null || isUnanswered(body)) throw new ApiError(problems[0] ?? { code: 'NO_ANSWER', message: '' });
  return { data, missing: problems };
}

/** Whether a field of the query itself came to nothing because of an error. Its null says then that it failed, not that nothing is there. */
function isUnanswered({ data, errors = [] }: Body<unknown>): boolean {
  return errors.some(({ path: [field] = [] }) => field !== undefined && Object(data)[field] === null);
}

/** Sends a change, with the credentials that the reader has given for this page. */
export async function change<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Variables,
  token: string,
): Promise<Data> {
  const body = await send<Data>(paths.authorised, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const [error] = body.errors ?? [];
  if (error !== undefined || body.data == null)
    throw new ApiError({ code: error?.extensions?.code ?? 'NO_ANSWER', message: error?.message ?? '' });
  return body.data;
}

/** The answer to a document, asked again when its variables change, and after a failure when the network is back; null variables ask nothing yet. */
export function useAnswer<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Variables | null,
): Answer<Data> {
  const key = variables === null ? null : JSON.stringify([document.toString(), variables]);
  const [{ of, answer }, set] = useState<{ of: string | null; answer: Answer<Data> }>({
    of: null,
    answer: { state: 'loading' },
  });
  const [turn, setTurn] = useState(0);
  const retry = useCallback(() => setTurn((count) => count + 1), []);
  const failed = of === key && answer.state === 'failed';
  useEffect(() => {
    if (!failed) return;
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [failed, retry]);
  // The key stands for document and variables.
  useEffect(() => {
    if (key === null || variables === null) return;
    const controller = new AbortController();
    const before = seen.get(key);
    // What was kept under this key is the answer to the same document.
    set({
      of: key,
      answer:
        before === undefined
          ? { state: 'loading' }
          : { state: 'ready', data: before as Data, missing: [], again: retry },
    });
    ask(document, variables, controller.signal).then(
      ({ data, missing }) => {
        keep(key, data);
        if (!controller.signal.aborted) set({ of: key, answer: { state: 'ready', data, missing, again: retry } });
      },
      (error: unknown) => {
        if (!controller.signal.aborted) set({ of: key, answer: { state: 'failed', problem: problemOf(error), retry } });
      },
    );
    return () => controller.abort();
  }, [key, turn]);
  return of === key ? answer : { state: 'loading' };
}

export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem;
  return { code: navigator.onLine ? 'NO_ANSWER' : 'OFFLINE', message: '' };
}

function keep(key: string, data: unknown): void {
  seen.delete(key);
  seen.set(key, data);
  const [oldest] = seen.keys();
  if (seen.size > seenAtMost && oldest !== undefined) seen.delete(oldest);
}

function isUnknown({ errors }: Body<unknown>): boolean {
  return errors?.some(({ extensions }) => extensions?.code === 'PERSISTED_QUERY_NOT_FOUND') ?? false;
}

/** One request, asked again after a pause where the network or the server failed; what the API itself answers is final. */
async function send<Data>(url: string, init: RequestInit, signal?: AbortSignal): Promise<Body<Data>> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await sendOnce<Data>(url, init, signal);
    } catch (error) {
      const pause = pausesMs[attempt];
      if (error instanceof ApiError || signal?.aborted || pause === undefined || init.method !== 'GET') throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

async function sendOnce<Data>(url: string, init: RequestInit, signal?: AbortSignal): Promise<Body<Data>> {
  const limit = AbortSignal.timeout(patienceMs);
  const response = await fetch(url, {
    ...init,
    headers: {
      accept: 'application/json',
      ...(init.method === 'POST' ? { 'content-type': 'application/json' } : {}),
      ...init.headers,
    },
    signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
  });
  if (response.status >= 500) throw new Error(`status ${response.status}`);
  // The documents are checked against the schema that the server answers by.
  return (await response.json()) as Body<Data>;
}

function hashOf(query: string): Promise<string> {
  const known = hashes.get(query);
  if (known !== undefined) return known;
  const hash = crypto.subtle
    .digest('SHA-256', new TextEncoder().encode(query))
    .then((bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  hashes.set(query, hash);
  return hash;
}
