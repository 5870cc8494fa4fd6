import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { apiError } from '../../schema/graphql/errors.ts';

/**
 * Refuses what is no request of GraphQL over HTTP, each with a status and a code: BAD_REQUEST for parameters that are no JSON,
 * BAD_USER_INPUT for text that is no Unicode, UNSUPPORTED_MEDIA_TYPE for a body of another kind, NOT_ACCEPTABLE where none of
 * the media types asked for can be answered.
 */
export function checkRequest(): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser }) {
      if (requestParser === undefined) {
        if (request.method === 'POST') throw refused('UNSUPPORTED_MEDIA_TYPE');
        return;
      }
      setRequestParser(async (request) => {
        try {
          return await requestParser(request);
        } catch (error) {
          throw error instanceof SyntaxError ? refused('BAD_REQUEST') : error;
        }
      });
    },
    onParams({ params }) {
      if (!isUnicode(params.variables)) throw refused('BAD_USER_INPUT');
    },
    onResponse({ response, setResponse, fetchAPI }) {
      if (response.status !== refusals.NOT_ACCEPTABLE.status || response.body !== null) return;
      const { message } = refusals.NOT_ACCEPTABLE;
      const body = JSON.stringify({ errors: [{ message, extensions: { code: 'NOT_ACCEPTABLE' } }] });
      const headers = { ...Object.fromEntries(response.headers), 'content-type': 'application/json; charset=utf-8' };
      setResponse(new fetchAPI.Response(body, { status: response.status, headers }));
    },
  };
}

const refusals = {
  BAD_REQUEST: { status: 400, message: 'variables and extensions must be JSON.' },
  BAD_USER_INPUT: { status: 400, message: 'A variable holds half a character (a lone surrogate), which is no text.' },
  NOT_ACCEPTABLE: { status: 406, message: 'Answers are application/json or application/graphql-response+json.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, message: 'A request by POST must be application/json.' },
} as const;

function refused(code: keyof typeof refusals): GraphQLError {
  const { message, status } = refusals[code];
  return apiError(code, message, { http: { status } });
}

/** Whether every text in a value is whole Unicode. Values may be nested as deep as JSON can be. */
function isUnicode(value: unknown): boolean {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string' && !next.isWellFormed()) return false;
    if (typeof next === 'object' && next !== null) for (const part of Object.values(next)) open.push(part);
  }
  return true;
}
