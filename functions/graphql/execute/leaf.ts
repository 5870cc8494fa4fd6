import { GraphQLBoolean, GraphQLFloat, GraphQLID, type GraphQLLeafType, GraphQLString } from 'graphql';
import type { AnswerBudget } from './answer-budget.ts';

/** Whether a value is already what a scalar answers. Of those, by far the most, nothing is made. */
const finished = new Map<GraphQLLeafType, (value: unknown) => boolean>([
  [GraphQLString, isString],
  [GraphQLID, isString],
  [GraphQLFloat, (value) => Number.isFinite(value)],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
]);

/** Makes of a value what a scalar or enum answers, and charges its text; throws for a value that is none. */
export function leafWriter(type: GraphQLLeafType, { chargeText }: AnswerBudget): (value: unknown) => unknown {
  const isFinished = finished.get(type) ?? never;
  return (value) => {
    const written: unknown = isFinished(value) ? value : type.coerceOutputValue(value);
    if (written == null) throw new Error(`A value of ${type.name} was written as nothing.`);
    if (typeof written === 'string') chargeText(written);
    return written;
  };
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

function never(): boolean {
  return false;
}
