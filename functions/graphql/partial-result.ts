import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GraphqlContext } from '../../schema/graphql/context.ts';
import type { ProvinceUnavailable } from '../../schema/province-unavailable.ts';
import { failedProvince, provinceError } from './code-error.ts';

/** The context of a request with the provinces that have not answered it. */
export interface ServedContext extends GraphqlContext {
  readonly unavailable: readonly ProvinceUnavailable[];
}

/**
 * Says of an answer which provinces its lists and measures lack: an error PROVINCE_UNAVAILABLE for each, beside the data.
 * Where a field has already failed for a province, that error says it.
 */
export function partialResult(): Plugin<ServedContext> {
  return {
    onExecute: ({ args }) => ({
      onExecuteDone({ result, setResult }) {
        const { unavailable } = args.contextValue;
        if (unavailable.length === 0 || Symbol.asyncIterator in result) return;
        const errors = [...(result.errors ?? []), ...unsaid(unavailable, result)];
        setResult({ ...result, errors });
      },
    }),
  };
}

function unsaid(unavailable: readonly ProvinceUnavailable[], { errors = [] }: ExecutionResult): GraphQLError[] {
  const said = new Set(errors.map(failedProvince));
  const byProvince = new Map(unavailable.map((failure) => [failure.province, failure]));
  return [...byProvince.values()].filter(({ province }) => !said.has(province)).map(provinceError);
}
