import type { TypedDocumentString } from './operations.generated.ts';

/** An error of an answer: a sentence for people and a code for programs, one of docs/errors.md; NO_ANSWER where none came. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

/** An answer with errors, or none at all. */
export class GongkaiError extends Error {
  override readonly name = 'GongkaiError';
  readonly errors: readonly AnswerError[];

  constructor(errors: readonly AnswerError[]) {
    super(errors.map(({ message }) => message).join(' '));
    this.errors = errors;
  }

  /** Code of the first error; null where the server gave none. */
  get code(): string | null {
    return this.errors[0]?.extensions?.code ?? null;
  }
}

/** What must be known of figures of an answer to read them rightly, in `extensions.notices`. */
export interface Notice {
  readonly code: string;
  /** Fields whose values it is about, `Aggregate.sum`. */
  readonly fields: readonly string[];
  readonly message: { readonly zh: string; readonly en: string };
}

export interface ClientOptions {
  /** Address of the API, as `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** Sent as a bearer token; needed for changes alone. */
  readonly token?: string;
  /** Told every notice of every answer. Absent: notices are not read. */
  readonly onNotice?: (notice: Notice) => void;
  readonly fetch?: typeof fetch;
}

export interface Client {
  /** The data of an operation. Throws `GongkaiError` for an answer with errors. */
  request<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data>;
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly AnswerError[];
  readonly extensions?: { readonly notices?: readonly Notice[] };
}

/** A client that needs nothing but `fetch`. */
export function createClient({ url, token, onNotice, fetch: send = fetch }: ClientOptions): Client {
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return {
    async request<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables) {
      const response = await send(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...authorization },
        body: JSON.stringify({ query: document.toString(), variables }),
      });
      const { data, errors, extensions } = await readAnswer<Data>(response);
      if (errors !== undefined) throw new GongkaiError(errors);
      if (data == null) throw noAnswer(response, 'without data');
      if (onNotice !== undefined) extensions?.notices?.forEach(onNotice);
      return data;
    },
  };
}

/** Throws `GongkaiError` with NO_ANSWER for what is no answer of the API: a page of a proxy, say. */
async function readAnswer<Data>(response: Response): Promise<Answer<Data>> {
  const text = await response.text();
  try {
    const answer: unknown = JSON.parse(text);
    // The types of the operation were generated from the schema that the server answers by.
    if (typeof answer === 'object' && answer !== null) return answer as Answer<Data>;
  } catch {
    // Said below.
  }
  throw noAnswer(response, `with what is no JSON: ${text.slice(0, shownCharacters)}`);
}

/** Characters shown of what is no answer. */
const shownCharacters = 200;

function noAnswer({ status, statusText, url }: Response, how: string): GongkaiError {
  const message = `${url} answered ${[status, statusText].join(' ').trim()} ${how}`;
  return new GongkaiError([{ message, extensions: { code: 'NO_ANSWER' } }]);
}

/** One page of a list, as every list of the API has it. */
export interface Connection<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Node[];
}

/** Every item of a list, page after page. */
export async function* everyNode<Node>(
  page: (after: string | null) => Promise<Connection<Node>>,
): AsyncGenerator<Node> {
  let after: string | null = null;
  for (let more = true; more; ) {
    const { pageInfo, nodes }: Connection<Node> = await page(after);
    yield* nodes;
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
}
