import {
  type ExecutionArgs,
  type FragmentDefinitionNode,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ErrorCode } from '../../schema/vocabulary/error-codes.ts';
import { limits } from './limits.ts';
import { type Cost, queryCost } from './query-cost.ts';
import { refusal } from './refusal.ts';

/**
 * Refuses operations that are too deep or too dear, and tells what the others cost in `extensions.cost`. It runs when an
 * operation is about to be executed, not with the validation rules: what a list costs depends on the variables, and the
 * results of validation are kept by document.
 */
export function limitCost(): Plugin {
  return {
    onSubscribe({ args, setResultAndStopExecution }) {
      const errors = refusals(costOf(args));
      if (errors.length > 0) setResultAndStopExecution({ errors });
    },
    onExecute({ args, setResultAndStopExecution }) {
      const cost = costOf(args);
      const errors = refusals(cost);
      if (errors.length > 0) setResultAndStopExecution({ errors });
      if (cost === null || Array.isArray(cost) || errors.length > 0) return undefined;
      return {
        onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result) return;
          setResult({ ...result, extensions: { ...result.extensions, cost: toldCost(cost) } });
        },
      };
    },
  };
}

/** Points and levels of an operation, and what was left of those allowed. */
function toldCost({ depth, complexity }: Cost) {
  const points = Math.ceil(complexity);
  return {
    points: { estimated: points, limit: limits.complexity, left: limits.complexity - points },
    depth: { used: depth, limit: limits.depth, left: limits.depth - depth },
  };
}

/** The cost of the operation, or the errors of its variables; null where which operation is meant cannot be told. */
function costOf({ schema, document, variableValues, operationName }: ExecutionArgs): Cost | GraphQLError[] | null {
  const operation = getOperationAST(document, operationName);
  const root = operation == null ? undefined : schema.getRootType(operation.operation);
  // The executor says which operation is missing.
  if (operation == null || root == null) return null;
  const variables = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variableValues });
  if (variables.errors !== undefined) return variables.errors.map(badVariable);
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  return queryCost({ schema, fragments, variableValues: variables.variableValues }, operation.selectionSet, root);
}

function refusals(cost: Cost | GraphQLError[] | null): readonly GraphQLError[] {
  if (cost === null || Array.isArray(cost)) return cost ?? [];
  const { depth, complexity } = cost;
  const errors: GraphQLError[] = [];
  if (depth > limits.depth) {
    errors.push(refusal('QUERY_TOO_DEEP', { what: 'levels', limit: limits.depth, actual: depth }));
  }
  if (complexity > limits.complexity) {
    const actual = Math.ceil(complexity);
    errors.push(refusal('QUERY_TOO_COMPLEX', { what: 'points of complexity', limit: limits.complexity, actual }));
  }
  return errors;
}

function badVariable({ message, nodes }: GraphQLError): GraphQLError {
  const code: ErrorCode = 'BAD_USER_INPUT';
  return new GraphQLError(message, { nodes, extensions: { code, http: { spec: true, status: 400 } } });
}
