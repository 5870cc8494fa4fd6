import type { Plugin } from 'graphql-yoga';
import { executeOperation, subscribeToOperation } from './execute-operation.ts';

/** Has operations executed by `executeOperation`. */
export function fastExecution(): Plugin {
  return {
    onExecute: ({ setExecuteFn }) => setExecuteFn((args) => executeOperation(args)),
    onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribeToOperation),
  };
}
