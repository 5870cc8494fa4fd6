import { yogaFunction } from './yoga.ts';

/** The least a GraphQL function can be: one list, and nothing in it. */
export const handler = yogaFunction(async () => []);
