import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLObjectType,
  locatedError,
  type OperationDefinitionNode,
} from 'graphql';
import { endsAnswer } from '../../../schema/graphql/errors.ts';
import { type AnswerBudget, bytesOfError } from './answer-budget.ts';
import type { SelectionContext } from './collect-fields.ts';

/** Where in the answer something stands, from the inside out. */
export interface Path {
  readonly prev: Path | undefined;
  readonly key: string | number;
  readonly typename: string | undefined;
}

/** The same from the outside in, as errors name it. */
function pathKeys(path: Path | undefined): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at = path; at !== undefined; at = at.prev) keys.push(at.key);
  return keys.reverse();
}

/** One execution of an operation. */
export interface Execution extends SelectionContext {
  readonly contextValue: unknown;
  readonly operation: OperationDefinitionNode;
  readonly fragmentsByName: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly rootValue: unknown;
  readonly errors: GraphQLError[];
  readonly budget: AnswerBudget;
  /** The fields that the selections below some nodes ask of a type. */
  readonly planOf: (type: GraphQLObjectType, nodes: readonly FieldNode[]) => Plan;
}

/** A field of a type at one place of a query, ready to be answered for any object of the type. */
export interface FieldPlan {
  readonly key: string;
  /** The answer or a promise of it. Throws, or rejects, only where the field may not be null. */
  readonly answer: (source: unknown, path: Path | undefined) => unknown;
}

/** Planned once for all objects of a type at one place of a query. */
export interface Plan {
  readonly fields: readonly FieldPlan[];
  /** Charges an object of so many fields, their texts apart. */
  readonly charge: () => void;
}

/** An object of the answer. */
export type Answer = Record<string, unknown>;

/**
 * Answers the fields of an object. What is there at once is written at once; only where something is not, the object
 * becomes a promise of itself. Throws, or rejects, where a field that may not be null has no value.
 */
export function answerFields(plan: Plan, source: unknown, path: Path | undefined): Answer | Promise<Answer> {
  const { fields, charge } = plan;
  charge();
  const answer: Answer = {};
  const waiting: Promise<unknown>[] = [];
  for (const field of fields) {
    const value = orAbandon(waiting, () => field.answer(source, path));
    // A promise leaves its key in place, so that the answer has the order of the query.
    answer[field.key] = value;
    if (value instanceof Promise) {
      waiting.push(
        value.then((settled: unknown) => {
          answer[field.key] = settled;
        }),
      );
    }
  }
  return waiting.length === 0 ? answer : Promise.all(waiting).then(() => answer);
}

/** Answers the fields of an object one after the other, each when what the one before it did is done. */
export async function answerInTurn({ fields, charge }: Plan, source: unknown): Promise<Answer> {
  charge();
  const answer: Answer = {};
  for (const field of fields) answer[field.key] = await field.answer(source, undefined);
  return answer;
}

/** What `answer` gives. Where it throws, nobody will wait for what is waited for: its failing must not go unhandled. */
export function orAbandon(waiting: readonly Promise<unknown>[], answer: () => unknown): unknown {
  try {
    return answer();
  } catch (error) {
    for (const promise of waiting) promise.catch(() => undefined);
    throw error;
  }
}

/** How the value at one place of a query becomes an answer. */
export interface Steps {
  readonly complete: (value: unknown, path: Path) => unknown;
  /** Null, the error being noted; or throws it again where the place may not be null. */
  readonly fail: (error: unknown, path: Path) => null;
}

export function failer({ errors, budget }: Execution, nodes: readonly FieldNode[], nullable: boolean): Steps['fail'] {
  return (error, path) => {
    const placed = locatedError(error, nodes, pathKeys(path));
    if (!nullable || endsAnswer(placed)) throw placed;
    budget.charge(1, bytesOfError);
    errors.push(placed);
    return null;
  };
}

/** The answer to a value, or a promise of it. */
export function settle({ complete, fail }: Steps, read: () => unknown, path: Path): unknown {
  try {
    const value = read();
    const answer =
      value instanceof Promise ? value.then((settled: unknown) => complete(settled, path)) : complete(value, path);
    return answer instanceof Promise ? answer.catch((error: unknown) => fail(error, path)) : answer;
  } catch (error) {
    return fail(error, path);
  }
}
