import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  isLeafType,
  isNonNullType,
} from 'graphql';
import { completer, leafWriter } from './complete.ts';
import { type Execution, type FieldPlan, failer, type Path, type Steps, settle } from './execution.ts';

/** A field to be planned: of which type, under which key of the answer, asked for by which nodes. */
export interface PlannedField {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly key: string;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
}

/** A property of whatever a resolver gave, as graphql-js reads it where a field has no resolver. */
type Source = Readonly<Record<string, unknown>>;

/** Plans a field: a property without a resolver is copied, anything else is resolved and completed. */
export function planField(execution: Execution, planned: PlannedField): FieldPlan {
  const slow = resolved(execution, planned);
  return plain(execution, planned, slow) ?? slow;
}

/** Copies a property of a leaf type. What is no finished value takes the slow way, where its error gets a place. */
function plain({ budget }: Execution, { key, field }: PlannedField, slow: FieldPlan): FieldPlan | null {
  const nullable = !isNonNullType(field.type);
  const leaf = isNonNullType(field.type) ? field.type.ofType : field.type;
  if (field.resolve !== undefined || !isLeafType(leaf)) return null;
  const { name } = field;
  const write = leafWriter(leaf, budget);
  return {
    key,
    answer(source, path) {
      const value = (source as Source)[name];
      if (value === null && nullable) return null;
      if (value == null || typeof value === 'function' || value instanceof Promise) return slow.answer(source, path);
      try {
        return write(value);
      } catch {
        return slow.answer(source, path);
      }
    },
  };
}

function resolved(execution: Execution, planned: PlannedField): FieldPlan {
  const { type, field, key, nodes } = planned;
  const steps: Steps = {
    complete: completer(execution, field.type, { nodes, name: `${type.name}.${field.name}` }),
    fail: failer(execution, nodes, !isNonNullType(field.type)),
  };
  const read = reader(execution, planned);
  return {
    key,
    answer(source, prev) {
      const path: Path = { prev, key, typename: type.name };
      return settle(steps, () => read(source, path), path);
    },
  };
}

/** What a field's resolver gives for a source; without one the property, or what the method gives, of its name. */
function reader(execution: Execution, planned: PlannedField): (source: unknown, path: Path) => unknown {
  const { field, nodes } = planned;
  const { contextValue, variables } = execution;
  let args: Record<string, unknown> | undefined;
  const argsOf = (): Record<string, unknown> => {
    args ??= getArgumentValues(field, nodes[0], variables);
    return args;
  };
  const infoAt = infoOf(execution, planned);
  const { name, resolve } = field;
  if (resolve !== undefined) return (source, path) => resolve(source, argsOf(), contextValue, infoAt(path));
  return (source, path) => {
    const value = (source as Source | null)?.[name];
    return typeof value === 'function' ? value.call(source, argsOf(), contextValue, infoAt(path)) : value;
  };
}

function infoOf(execution: Execution, { type, field, nodes }: PlannedField): (path: Path) => GraphQLResolveInfo {
  const { schema, fragmentsByName, rootValue, operation, variables } = execution;
  const shared = {
    ...{ fieldName: field.name, fieldNodes: nodes, returnType: field.type, parentType: type },
    ...{ schema, fragments: fragmentsByName, rootValue, operation, variableValues: variables },
  };
  // graphql-js adds signals of cancellation, which nothing here gives and no resolver asks for.
  return (path) => ({ ...shared, path }) as unknown as GraphQLResolveInfo;
}
