import { GraphQLError } from 'graphql';

const code = 'ANSWER_TOO_LARGE';

/** The error that ends an answer which holds, or has read, more than one answer may. It says how to ask for less. */
export function answerTooLarge(what: 'values' | 'bytes' | 'characters of text', limit: number): GraphQLError {
  const message = `The answer needs more than ${limit} ${what}. Ask for less at a time: fewer items a page (first), fewer years, fewer fields.`;
  return new GraphQLError(message, { extensions: { code, limit } });
}

/** Whether an error ends the whole answer, also where it could be null in part. */
export function endsAnswer({ extensions }: GraphQLError): boolean {
  return extensions.code === code;
}
