import { GraphQLBoolean, GraphQLFloat, GraphQLID, type GraphQLLeafType, GraphQLString } from 'graphql';

/** Whether a value is already what a scalar answers. Of those, by far the most, nothing is made. */
const finished = new Map<GraphQLLeafType, (value: unknown) => boolean>([
  [GraphQLString, isString],
  [GraphQLID, isString],
  [GraphQLFloat, (value) => Number.isFinite(value)],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
]);

/** Makes of a value what a scalar or enum answers; throws for a value that is none. */
export function leafWriter(type: GraphQLLeafType): (value: unknown) => unknown {
  const isFinished = finished.get(type);
  const write = (value: unknown) => {
    const written: unknown = type.coerceOutputValue(value);
    if (written == null) throw new Error(`A value of ${type.name} was written as nothing.`);
    return written;
  };
  return isFinished === undefined ? write : (value) => (isFinished(value) ? value : write(value));
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}
