import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { z } from 'zod';
import { trustedDocuments } from './trusted-documents.ts';

/** What a client sends instead of a document: its hash (automatic persisted queries, version 1). */
const Persisted = z.object({
  persistedQuery: z.object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) }),
});

/** Documents that clients have sent and may now name by their hash. The longest is as long as a body may be. */
const mostDocuments = 500;

/**
 * Lets clients send the hash of a document in place of it, so that a GET stays short. Documents of our own front-ends are known
 * from the start; any other is kept when it comes with its hash. Errors: PERSISTED_QUERY_NOT_FOUND, upon which a client
 * sends the document too, and PERSISTED_QUERY_HASH_MISMATCH.
 */
export function persistedDocuments(): Plugin {
  const known = new Map<string, string>();
  return {
    onParams({ params, setParams }) {
      const asked = Persisted.safeParse(params.extensions);
      if (!asked.success) return;
      const hash = asked.data.persistedQuery.sha256Hash;
      if (params.query == null || params.query === '') {
        const query = trustedDocuments.get(hash) ?? known.get(hash);
        if (query === undefined) throw refused('PERSISTED_QUERY_NOT_FOUND');
        setParams({ ...params, query });
      } else {
        if (documentHash(params.query) !== hash) throw refused('PERSISTED_QUERY_HASH_MISMATCH');
        remember(known, hash, params.query);
      }
    },
  };
}

/** SHA-256 of a document, in hexadecimal. */
export function documentHash(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

/** Keeps a document as the one used last, and forgets the one used longest ago. */
function remember(known: Map<string, string>, hash: string, document: string): void {
  known.delete(hash);
  known.set(hash, document);
  const [oldest] = known.keys();
  if (known.size > mostDocuments && oldest !== undefined) known.delete(oldest);
}

/** What a refusal says and how it is answered: clients know the first by its sentence, and that it is no failure. */
const refusals = {
  PERSISTED_QUERY_NOT_FOUND: { message: 'PersistedQueryNotFound', status: 200 },
  PERSISTED_QUERY_HASH_MISMATCH: { message: 'The hash is not that of the document.', status: 400 },
} as const;

function refused(code: keyof typeof refusals): GraphQLError {
  const { message, status } = refusals[code];
  return new GraphQLError(message, { extensions: { code, http: { spec: true, status } } });
}
