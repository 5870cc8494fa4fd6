import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../law/vocabulary/error-codes.ts';

/** An error made for the asker: a sentence, the code in `extensions.code`, and what else helps to mend it. */
export function apiError(code: ErrorCode, message: string, more: Readonly<Record<string, unknown>> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...more } });
}

/** An argument that cannot be meant; `extensions.argument` names which. */
export function badUserInput(message: string, argument: string): GraphQLError {
  return apiError('BAD_USER_INPUT', message, { argument });
}

/** The error that ends an answer which holds, or has read, more than one answer may. It says how to ask for less. */
export function answerTooLarge(what: 'values' | 'bytes' | 'characters of text', limit: number): GraphQLError {
  const message = `The answer needs more than ${limit} ${what}. Ask for less at a time: fewer items a page (first), fewer years, fewer fields.`;
  return apiError('ANSWER_TOO_LARGE', message, { limit });
}

/** Whether an error ends the whole answer, also where it could be null in part. */
export function endsAnswer({ extensions }: GraphQLError): boolean {
  return extensions.code === ('ANSWER_TOO_LARGE' satisfies ErrorCode);
}
