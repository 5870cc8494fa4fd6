import { GraphQLError } from 'graphql';

/** An argument that cannot be meant. Answered with `extensions.code` BAD_USER_INPUT; `argument` names which. */
export function badUserInput(message: string, argument: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });
}
