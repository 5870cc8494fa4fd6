import {
  type FieldNode,
  type GraphQLAbstractType,
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  type GraphQLLeafType,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type AnswerBudget, bytesOfValue } from './answer-budget.ts';
import {
  answerFields,
  type Execution,
  failer,
  orAbandon,
  type Path,
  type Plan,
  type Steps,
  settle,
} from './execution.ts';

/** Makes of what a resolver gave what the answer has (GraphQL specification, CompleteValue). Throws where it cannot. */
export type Complete = Steps['complete'];

/** The place in a query: nodes for errors to point at, and the field's name for them to say. */
interface Place {
  readonly nodes: readonly FieldNode[];
  readonly name: string;
}

/** What completes values of a type at one place of a query. */
export function completer(execution: Execution, type: GraphQLOutputType, place: Place): Complete {
  if (isNonNullType(type)) return required(completer(execution, type.ofType, place), place);
  const complete = present(execution, type, place);
  return (value, path) => {
    if (value instanceof Error) throw value;
    return value == null ? null : complete(value, path);
  };
}

/** Of values that are there. */
function present(execution: Execution, type: GraphQLOutputType, place: Place): Complete {
  if (isListType(type)) return list(execution, type, place);
  if (isLeafType(type)) return leafWriter(type, execution.budget);
  if (isAbstractType(type)) return abstract(execution, type, place);
  if (isObjectType(type)) return object(execution, type, place);
  throw new Error(`Values of ${String(type)} cannot be completed.`);
}

function required(complete: Complete, { name }: Place): Complete {
  const check = (answer: unknown) => {
    if (answer === null) throw new Error(`Cannot return null for non-nullable field ${name}.`);
    return answer;
  };
  return (value, path) => {
    const answer = complete(value, path);
    return answer instanceof Promise ? answer.then(check) : check(answer);
  };
}

function object(execution: Execution, type: GraphQLObjectType, { nodes }: Place): Complete {
  let plan: Plan | undefined;
  return (value, path) => {
    plan ??= execution.planOf(type, nodes);
    return answerFields(plan, value, path);
  };
}

function abstract(execution: Execution, type: GraphQLAbstractType, { nodes }: Place): Complete {
  const plans = new Map<unknown, Plan>();
  return (value, path) => {
    const name = typeName(type, value);
    const plan = plans.get(name) ?? execution.planOf(possibleType(execution, type, name), nodes);
    plans.set(name, plan);
    return answerFields(plan, value, path);
  };
}

/** Our types are told apart by the object alone; what graphql-js passes besides is not used. */
function typeName({ name, resolveType }: GraphQLAbstractType, value: unknown): unknown {
  if (resolveType === undefined) throw new Error(`${name} does not tell its types apart.`);
  return (resolveType as (value: unknown) => unknown)(value);
}

function possibleType({ schema }: Execution, type: GraphQLAbstractType, name: unknown): GraphQLObjectType {
  const possible = typeof name === 'string' ? schema.getType(name) : undefined;
  if (isObjectType(possible) && schema.isSubType(type, possible)) return possible;
  throw new Error(`${String(name)} is no type of ${type.name}.`);
}

function list(execution: Execution, { ofType }: GraphQLList<GraphQLOutputType>, place: Place): Complete {
  const complete = completer(execution, ofType, place);
  const steps: Steps = { complete, fail: failer(execution, place.nodes, !isNonNullType(ofType)) };
  return (values, prev) => {
    if (!Array.isArray(values)) throw new Error(`A list was expected for ${place.name}.`);
    execution.budget.charge(values.length, values.length * bytesOfValue);
    const waiting: Promise<unknown>[] = [];
    const answers = values.map((value: unknown, key) => {
      const path: Path = { prev, key, typename: undefined };
      const answer = orAbandon(waiting, () => settle(steps, () => value, path));
      if (answer instanceof Promise) waiting.push(answer);
      return answer;
    });
    return waiting.length > 0 ? Promise.all(answers) : answers;
  };
}

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
