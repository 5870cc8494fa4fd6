import type { TypedDocumentString } from './operations.generated.ts';

/** An error of an answer: a sentence for people and a code for programs, `BAD_USER_INPUT`, `QUERY_TOO_COMPLEX`, `INTERNAL`. */
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

export interface ClientOptions {
  /** Address of the API, as `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** Sent as a bearer token; needed for changes alone. */
  readonly token?: string;
  readonly fetch?: typeof fetch;
}

export interface Client {
  /** The data of an operation. Throws `GongkaiError` for an answer with errors. */
  request<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data>;
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly AnswerError[];
}

/** A client that needs nothing but `fetch`. */
export function createClient({ url, token, fetch: send = fetch }: ClientOptions): Client {
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return {
    async request<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables) {
      const response = await send(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...authorization },
        body: JSON.stringify({ query: document.toString(), variables }),
      });
      // The types of the operation were generated from the schema that the server answers by.
      const { data, errors } = (await response.json()) as Answer<Data>;
      if (errors !== undefined || data == null) throw new GongkaiError(errors ?? [{ message: 'No answer came.' }]);
      return data;
    },
  };
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
