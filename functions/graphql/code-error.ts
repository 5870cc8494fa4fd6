import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GraphqlContext } from '../../schema/graphql/context.ts';
import { notices } from '../../schema/graphql/notices.ts';
import { type ErrorCode, isErrorCode } from '../../schema/law/vocabulary/error-codes.ts';
import { InvalidCursor } from '../../schema/record/invalid-cursor.ts';
import { ListTooLarge } from '../../schema/record/list-too-large.ts';
import { ProvinceUnavailable } from '../../schema/record/province-unavailable.ts';

/** Takes the errors whose causes are ours to look into. */
export type LogError = (error: unknown) => void;

/**
 * Gives every error of an answer its `extensions.code`, and lets nothing internal through: an error that was not made
 * for the asker becomes INTERNAL and its cause goes to the log.
 */
export function codeError(error: unknown, logError: LogError): GraphQLError {
  if (!(error instanceof GraphQLError)) return internal(error, logError);
  const cause = rootCause(error);
  if (cause instanceof InvalidCursor) return recoded(error, 'The cursor is none of this list.', 'BAD_USER_INPUT');
  if (cause instanceof ListTooLarge) return recoded(error, cause.message, 'QUERY_TOO_LARGE');
  if (cause instanceof ProvinceUnavailable) return located(error, cause.message, provinceExtensions(cause));
  if (!(cause instanceof GraphQLError)) return internal(error, logError);
  if (error.extensions.code === 'BAD_REQUEST') return refusedRequest(error);
  if (isErrorCode(error.extensions.code)) return plainly(error);
  // Without a path nothing was executed: the variables do not fit. With one, a value of ours does not fit the schema.
  return error.path === undefined ? recoded(error, error.message, 'BAD_USER_INPUT') : internal(error, logError);
}

/** What is no request of GraphQL is answered with its status whatever the client accepts, 400 unless Yoga gives another. */
function refusedRequest(error: GraphQLError): GraphQLError {
  const { message, extensions } = plainly(error);
  const { status = 400, headers } = (extensions.http ?? {}) as { status?: number; headers?: object };
  return located(error, message, { ...extensions, http: { status, ...(headers && { headers }) } });
}

/** Of a body that is no JSON Yoga passes on what the parser of this release of Node says. */
function plainly(error: GraphQLError): GraphQLError {
  const { originalError, ...extensions } = error.extensions;
  return originalError === undefined ? error : located(error, error.message, extensions);
}

/** The error that a resolver threw, out of the errors that carry its place in the query. */
function rootCause(error: GraphQLError): Error {
  const { originalError } = error;
  if (originalError === undefined || originalError === error) return error;
  return originalError instanceof GraphQLError ? rootCause(originalError) : originalError;
}

/** A province that an answer lacks, for an answer that does not stop there. Its cause has gone to the log when it failed. */
function provinceError(failure: ProvinceUnavailable): GraphQLError {
  return new GraphQLError(failure.message, { extensions: provinceExtensions(failure) });
}

/** The province for which a field has failed, null where it failed otherwise. */
function failedProvince(error: GraphQLError): string | null {
  const cause = rootCause(error);
  return cause instanceof ProvinceUnavailable ? cause.province : null;
}

function provinceExtensions({ province }: ProvinceUnavailable) {
  return { code: 'PROVINCE_UNAVAILABLE' satisfies ErrorCode, province };
}

function internal(error: unknown, logError: LogError): GraphQLError {
  logError(error instanceof GraphQLError ? rootCause(error) : error);
  const message = 'Something went wrong on our side.';
  // `unexpected` tells Yoga to answer 500 where nothing could be answered; it is not part of the answer.
  const extensions = { code: 'INTERNAL' satisfies ErrorCode, unexpected: true };
  return error instanceof GraphQLError
    ? located(error, message, extensions)
    : new GraphQLError(message, { extensions });
}

function recoded(error: GraphQLError, message: string, code: ErrorCode): GraphQLError {
  return located(error, message, { code });
}

function located({ nodes, source, positions, path }: GraphQLError, message: string, extensions: object): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { ...extensions } });
}

/** The context of a request with the provinces that have not answered it. */
export interface ServedContext extends GraphqlContext {
  readonly unavailable: readonly ProvinceUnavailable[];
}

/**
 * Says beside the data of an answer what its figures are not: `extensions.notices` for figures that can be misread, and an
 * error PROVINCE_UNAVAILABLE for each province that its lists and measures lack. Where a field has already failed for a
 * province, that error says it.
 */
export function notes(): Plugin<ServedContext> {
  return {
    onExecute: ({ args }) => ({
      onExecuteDone({ result, setResult }) {
        if (Symbol.asyncIterator in result) return;
        const { unavailable, notices: codes } = args.contextValue;
        if (unavailable.length === 0 && codes.size === 0) return;
        setResult({ ...result, ...lacking(unavailable, result), ...noticed([...codes], result) });
      },
    }),
  };
}

function noticed(codes: readonly (keyof typeof notices)[], { extensions }: ExecutionResult): Partial<ExecutionResult> {
  if (codes.length === 0) return {};
  return { extensions: { ...extensions, notices: codes.map((code) => ({ code, ...notices[code] })) } };
}

function lacking(unavailable: readonly ProvinceUnavailable[], result: ExecutionResult): Partial<ExecutionResult> {
  return unavailable.length === 0 ? {} : { errors: [...(result.errors ?? []), ...unsaid(unavailable, result)] };
}

function unsaid(unavailable: readonly ProvinceUnavailable[], { errors = [] }: ExecutionResult): GraphQLError[] {
  const said = new Set(errors.map(failedProvince));
  const byProvince = new Map(unavailable.map((failure) => [failure.province, failure]));
  return [...byProvince.values()].filter(({ province }) => !said.has(province)).map(provinceError);
}
