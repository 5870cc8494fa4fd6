import { type DocumentNode, TokenKind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

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
