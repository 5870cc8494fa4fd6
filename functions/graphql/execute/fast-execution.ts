import type { Plugin } from 'graphql-yoga';
import { executeQuery } from './execute-query.ts';

/** Has queries executed by `executeQuery`. */
export function fastExecution(): Plugin {
  return { onExecute: ({ setExecuteFn }) => setExecuteFn(executeQuery) };
}
