import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLObjectType,
  locatedError,
  type OperationDefinitionNode,
} from 'graphql';
import { answerTooLarge, endsAnswer } from '../../../schema/graphql/errors.ts';
import type { SelectionContext } from './plan-field.ts';

/** How much one answer may hold, see `limits.ts`. */
export interface AnswerLimits {
  readonly answerValues: number;
  readonly answerBytes: number;
}

/** Counts an answer while it is made, so that it ends when it is too large and not when memory does. */
export interface AnswerBudget {
  /** Takes so many values, which with their keys have so many bytes. Throws ANSWER_TOO_LARGE. */
  charge(values: number, bytes: number): void;
  /** Takes the text of a value already charged. Throws ANSWER_TOO_LARGE. */
  chargeText(text: string): void;
}

/** Bytes of a key beside its letters, and of a value that is no text, in JSON: quotes, colon, comma; a number, a word. */
export const bytesBesideKey = 4;
export const bytesOfValue = 6;

/** Bytes of one error of an answer: its message, place and code. */
const bytesOfError = 300;

/** Texts from this length on are measured. It would take longer to measure shorter ones than to answer them. */
const measuredFrom = 64;

/** Bytes of a text in UTF-8; two a character of a short one, be it Latin or Chinese. */
function bytesOf(text: string): number {
  return text.length < measuredFrom ? 2 * text.length : Buffer.byteLength(text);
}

export function createAnswerBudget({ answerValues, answerBytes }: AnswerLimits): AnswerBudget {
  let values = 0;
  let bytes = 0;
  const check = (): void => {
    if (values > answerValues) throw answerTooLarge('values', answerValues);
    if (bytes > answerBytes) throw answerTooLarge('bytes', answerBytes);
  };
  return {
    charge(moreValues, moreBytes) {
      values += moreValues;
      bytes += moreBytes;
      check();
    },
    chargeText(text) {
      bytes += bytesOf(text);
      check();
    },
  };
}

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
