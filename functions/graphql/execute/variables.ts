import type { getVariableValues } from 'graphql';

/** Variables of an operation, read against its definitions. */
export type Variables = Extract<ReturnType<typeof getVariableValues>, { variableValues: unknown }>['variableValues'];
