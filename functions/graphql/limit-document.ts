import { type DocumentNode, type GraphQLError, Lexer, Source, TokenKind, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { limits } from './limits.ts';
import { refusal } from './refusal.ts';

/** Refuses, before validation, documents that are costly merely to check: too many tokens, aliases or directives. */
export function limitDocument(): Plugin {
  return {
    onParse({ parseFn, setParseFn }) {
      setParseFn((source, options) => {
        const text = new Source(typeof source === 'string' ? source : String(source));
        checkTokens(text);
        const document: DocumentNode = parseFn(text, options);
        checkCounts(document);
        return document;
      });
    },
  };
}

/** Throws QUERY_TOO_LARGE, or a syntax error for what is no token at all. */
function checkTokens(source: Source): void {
  const lexer = new Lexer(source);
  let tokens = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    tokens += 1;
    if (tokens > limits.tokens) throw tooLarge('tokens', tokens);
  }
}

/** Throws QUERY_TOO_LARGE. */
function checkCounts(document: DocumentNode): void {
  const counts = { aliases: 0, directives: 0 };
  visit(document, {
    Field: ({ alias }) => {
      if (alias !== undefined) counts.aliases += 1;
    },
    Directive: () => {
      counts.directives += 1;
    },
  });
  if (counts.aliases > limits.aliases) throw tooLarge('aliases', counts.aliases);
  if (counts.directives > limits.directives) throw tooLarge('directives', counts.directives);
}

function tooLarge(what: 'tokens' | 'aliases' | 'directives', actual: number): GraphQLError {
  return refusal('QUERY_TOO_LARGE', { what, limit: limits[what], actual });
}
