import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GraphqlContext } from '../../schema/graphql/context.ts';
import { notices } from '../../schema/graphql/notices.ts';
import type { ProvinceUnavailable } from '../../schema/record/province-unavailable.ts';
import { failedProvince, provinceError } from './code-error.ts';

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
