import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLObjectType,
  getOperationAST,
  getVariableValues,
  Kind,
  mapSourceToResponseEvent,
  OperationTypeNode,
  type SelectionSetNode,
  validateSubscriptionArgs,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { limits } from '../limit-query.ts';
import { type AnswerLimits, bytesBesideKey, bytesOfValue, createAnswerBudget } from './answer-budget.ts';
import { collectFields } from './collect-fields.ts';
import { type Answer, answerFields, answerInTurn, type Execution, type Plan } from './execution.ts';
import { planField } from './plan-field.ts';

type Result = ExecutionResult | Promise<ExecutionResult>;

/**
 * Executes a valid operation as graphql-js does, several times as fast on answers of thousands of values: what can be known
 * of a field without an object (its arguments, how it is read and written) is planned once, properties are copied without a
 * resolver, and nothing becomes a promise unless a resolver gives one. An answer that grows beyond `most` ends with
 * ANSWER_TOO_LARGE while it is made. Of a subscription it executes one event, `rootValue`. Decision 0014.
 */
export function executeOperation(args: ExecutionArgs, most: AnswerLimits = limits): Result {
  const { schema, document, operationName, variableValues, contextValue, rootValue = {} } = args;
  const operation = getOperationAST(document, operationName);
  const root = operation == null ? null : schema.getRootType(operation.operation);
  // graphql-js says which operation is missing. Nothing in the schema is deferred, so it never answers in pieces.
  if (operation == null || root == null) return execute(args) as Result;
  const variables = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variableValues });
  if (variables.errors !== undefined) return { errors: variables.errors };
  const fragments = new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const execution: Execution = {
    ...{ schema, operation, fragments, fragmentsByName: Object.fromEntries(fragments) },
    ...{ variables: variables.variableValues, contextValue, rootValue, errors: [], budget: createAnswerBudget(most) },
    planOf: (type, nodes) => planFields(execution, type, nodes.flatMap(selectionOf)),
  };
  return finish(execution, () => {
    const plan = planFields(execution, root, [operation.selectionSet]);
    return operation.operation === OperationTypeNode.MUTATION
      ? answerInTurn(plan, rootValue)
      : answerFields(plan, rootValue, undefined);
  });
}

/** Answers a subscription as graphql-js does, each of its events by `executeOperation`. */
export async function subscribeToOperation(
  args: ExecutionArgs,
): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  const validated = validateSubscriptionArgs(args);
  if (!('operation' in validated)) return { errors: validated };
  const events = await createSourceEventStream(validated);
  if (!(Symbol.asyncIterator in events)) return events;
  return mapSourceToResponseEvent(validated, events, ({ rootValue }) => executeOperation({ ...args, rootValue }));
}

function selectionOf({ selectionSet }: FieldNode): readonly SelectionSetNode[] {
  return selectionSet === undefined ? [] : [selectionSet];
}

function planFields(execution: Execution, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Plan {
  const fields = [...collectFields(execution, type, sets)].flatMap(([key, nodes]) => {
    const field = execution.schema.getField(type, nodes[0].name.value);
    // A valid document asks for no field that its type does not have.
    return field === undefined ? [] : [planField(execution, { type, field, key, nodes })];
  });
  const bytes = fields.reduce((sum, { key }) => sum + key.length + bytesBesideKey + bytesOfValue, 0);
  return { fields, charge: () => execution.budget.charge(fields.length, bytes) };
}

function finish({ errors }: Execution, run: () => Answer | Promise<Answer>): Result {
  const done = (data: Answer): ExecutionResult => (errors.length === 0 ? { data } : { errors, data });
  // What comes as far as here met no place on its way that may be null: there is no data. It was placed where it came from.
  const failed = (error: unknown): ExecutionResult => ({ errors: [...errors, error as GraphQLError], data: null });
  try {
    const data = run();
    return data instanceof Promise ? data.then(done, failed) : done(data);
  } catch (error) {
    return failed(error);
  }
}

/** Has operations executed by `executeOperation`. */
export function fastExecution(): Plugin {
  return {
    onExecute: ({ setExecuteFn }) => setExecuteFn((args) => executeOperation(args)),
    onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribeToOperation),
  };
}
