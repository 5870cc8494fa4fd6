import { createHash } from 'node:crypto';
import { type DocumentNode, type GraphQLError, TokenKind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { apiError } from '../../schema/graphql/errors.ts';

/** What GraphiQL shows a newcomer: agencies with their latest year, down to a cell and its place. */
export const firstQuery = `# Annual reports on open government information, from agency to printed cell.
{
  agencies(first: 10) {
    totalCount
    nodes {
      id
      name
      years(last: 1) {
        year
        report { title outcome complete findingCounts { error warning } }
        section(key: applications) {
          heading
          ... on ApplicationsSection {
            cell(row: "newlyReceived", column: "total") { value raw state place { table row column line } }
          }
        }
      }
    }
  }
}
`;

/** Bytes of memory that kept documents may take together: some hundreds of usual ones. */
const mostBytes = 16 * 1024 * 1024;
/** What a token takes with the node made of it, as measured with documents of a thousand tokens. */
const bytesOfToken = 512;

/**
 * Parses and validates a document once. Only documents that passed are kept, and what they take is counted: anyone may send as
 * many as they like, and what comes of a short one may take a megabyte. Stands in for Yoga's own cache, which counts entries.
 */
export function keepDocuments(): Plugin {
  const kept = new LRUCache<string, DocumentNode>({ maxSize: mostBytes, sizeCalculation: sizeOf });
  return {
    onParse({ params, setParsedDocument }) {
      const document = kept.get(String(params.source));
      if (document !== undefined) setParsedDocument(document);
    },
    onValidate({ params: { documentAST }, setResult }) {
      const text = documentAST.loc?.source.body;
      if (text === undefined) return;
      if (kept.peek(text) === documentAST) {
        setResult([]);
        return;
      }
      return ({ valid }) => {
        if (valid) kept.set(text, documentAST);
      };
    },
  };
}

/** The text stands in the key and in the document, two bytes a character at most. */
function sizeOf({ loc }: DocumentNode, text: string): number {
  let tokens = 1;
  for (let token = loc?.startToken; token != null && token.kind !== TokenKind.EOF; token = token.next ?? undefined) {
    tokens += 1;
  }
  return 4 * text.length + bytesOfToken * tokens;
}

/** What a client sends instead of a document: its hash (automatic persisted queries, version 1). */
const Persisted = z.object({
  persistedQuery: z.object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) }),
});

/** Bytes that documents may take which clients have sent and may now name by their hash: some thousands of usual ones. */
const mostSentBytes = 8 * 1024 * 1024;
/** What a document takes beside its text. */
const bytesOfEntry = 256;

/**
 * Lets clients send the hash of a document in place of it, so that a GET stays short. Documents of our own front-ends are known
 * from the start; any other is kept when it comes with its hash. Errors: PERSISTED_QUERY_NOT_FOUND, upon which a client
 * sends the document too, and PERSISTED_QUERY_HASH_MISMATCH.
 */
export function persistedDocuments(): Plugin {
  const known = new LRUCache<string, string>({
    maxSize: mostSentBytes,
    sizeCalculation: ({ length }) => bytesOfEntry + 2 * length,
  });
  return {
    async onParams({ params, setParams }) {
      const asked = Persisted.safeParse(params.extensions);
      if (!asked.success) return;
      const hash = asked.data.persistedQuery.sha256Hash;
      if (params.query == null || params.query === '') {
        const query = known.get(hash) ?? (await trustedDocuments()).get(hash);
        if (query === undefined) throw refused('PERSISTED_QUERY_NOT_FOUND');
        setParams({ ...params, query });
      } else {
        if (documentHash(params.query) !== hash) throw refused('PERSISTED_QUERY_HASH_MISMATCH');
        known.set(hash, params.query);
      }
    },
  };
}

/** SHA-256 of a document, in hexadecimal. */
export function documentHash(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

/** What a refusal says and how it is answered: clients know the first by its sentence, and that it is no failure. */
const refusals = {
  PERSISTED_QUERY_NOT_FOUND: { message: 'PersistedQueryNotFound', status: 200 },
  PERSISTED_QUERY_HASH_MISMATCH: { message: 'The hash is not that of the document.', status: 400 },
} as const;

function refused(code: keyof typeof refusals): GraphQLError {
  const { message, status } = refusals[code];
  return apiError(code, message, { http: { spec: true, status } });
}

let trusted: Promise<ReadonlyMap<string, string>> | undefined;

/** Documents of our own front-ends by their hash: they may be named without ever having been sent. Loaded for the first who does. */
function trustedDocuments(): Promise<ReadonlyMap<string, string>> {
  trusted ??= import('./explorer-documents.generated.ts').then(
    ({ explorerDocuments }) =>
      new Map([firstQuery, ...explorerDocuments].map((document) => [documentHash(document), document])),
  );
  return trusted;
}
