import { documentHash } from '../../../../functions/graphql/documents.ts';

const padding = 60_000;
const url = 'http://localhost/graphql';

/** As POST, with the length that says that the answer may be kept. */
function post(body: object): Request {
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };
  return new Request(url, { method: 'POST', headers, body: text });
}

const long = (number: number) => `${number} `.padEnd(padding, 'x');

interface DistinctRequests {
  /** What makes them large. */
  readonly of: 'text' | 'tokens';
  readonly make: (number: number) => Request;
}

/**
 * Requests of anyone, each unlike all others and about as large as a request may be: where one is remembered, thousands of them
 * are hundreds of megabytes.
 */
export const distinctRequests: Readonly<Record<string, DistinctRequests>> = {
  'a query with a comment': { of: 'text', make: (number) => post({ query: `{ forms { id } } # ${long(number)}` }) },
  'a query with extensions of its own': {
    of: 'text',
    make: (number) => post({ query: '{ forms { id } }', extensions: { note: long(number) } }),
  },
  'an id of no agency': {
    of: 'text',
    make: (number) => post({ query: 'query ($id: ID!) { agency(id: $id) { name } }', variables: { id: long(number) } }),
  },
  'a document with its hash': {
    of: 'text',
    make(number) {
      const query = `{ forms { id } } # ${long(number)}`;
      return post({ query, extensions: { persistedQuery: { version: 1, sha256Hash: documentHash(query) } } });
    },
  },
  'no document': { of: 'text', make: (number) => post({ query: `{ "${long(number)}` }) },
  'a GET': {
    of: 'text',
    make: (number) =>
      new Request(`${url}?${new URLSearchParams({ query: `{ forms { id } } # ${long(number)}` })}`, {
        headers: { accept: 'application/json' },
      }),
  },
  'many fields that are not there': {
    of: 'tokens',
    make: (number) => post({ query: `{ ${Array.from({ length: 900 }, (_, at) => `f${number}x${at}`).join(' ')} }` }),
  },
  'many fields that are there': {
    of: 'tokens',
    make: (number) => post({ query: `query q${number} { ${'forms { id } '.repeat(240)} }` }),
  },
};
