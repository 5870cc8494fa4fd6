import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  type getVariableValues,
  isAbstractType,
  isLeafType,
  isNonNullType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { completer, leafWriter } from './complete.ts';
import { type Execution, type FieldPlan, failer, type Path, type Steps, settle } from './execution.ts';

/** Variables of an operation, read against its definitions. */
type Variables = Extract<ReturnType<typeof getVariableValues>, { variableValues: unknown }>['variableValues'];

/** What selections are read with. */
export interface SelectionContext {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
}

/** Nodes by response key, in the order of the answer. Several nodes of one key are merged. */
export type FieldNodes = ReadonlyMap<string, readonly [FieldNode, ...FieldNode[]]>;

/** The fields that selections ask of an object of a type (GraphQL specification, CollectFields). */
export function collectFields(
  context: SelectionContext,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): FieldNodes {
  const fields = new Map<string, [FieldNode, ...FieldNode[]]>();
  const visited = new Set<string>();
  const visit = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isIncluded(selection, context.variables)) continue;
      if (selection.kind === Kind.FIELD) add(fields, selection);
      else {
        const fragment = fragmentOf(selection, context, visited);
        if (fragment !== null && applies(context.schema, type, fragment.condition)) visit(fragment.selectionSet);
      }
    }
  };
  for (const selectionSet of selectionSets) visit(selectionSet);
  return fields;
}

function add(fields: Map<string, [FieldNode, ...FieldNode[]]>, node: FieldNode): void {
  const key = (node.alias ?? node.name).value;
  const others = fields.get(key);
  if (others === undefined) fields.set(key, [node]);
  else others.push(node);
}

interface Fragment {
  readonly condition: string | null;
  readonly selectionSet: SelectionSetNode;
}

/** Null for a named fragment that was spread before: its fields are there already. */
function fragmentOf(
  selection: Exclude<SelectionNode, FieldNode>,
  { fragments }: SelectionContext,
  visited: Set<string>,
): Fragment | null {
  if (selection.kind === Kind.INLINE_FRAGMENT) {
    return { condition: selection.typeCondition?.name.value ?? null, selectionSet: selection.selectionSet };
  }
  const name = selection.name.value;
  const fragment = fragments.get(name);
  if (fragment === undefined || visited.has(name)) return null;
  visited.add(name);
  return { condition: fragment.typeCondition.name.value, selectionSet: fragment.selectionSet };
}

function applies(schema: GraphQLSchema, type: GraphQLObjectType, condition: string | null): boolean {
  if (condition === null || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
}

function isIncluded(
  node: { readonly directives?: readonly DirectiveNode[] | undefined },
  variables: Variables,
): boolean {
  if (node.directives === undefined || node.directives.length === 0) return true;
  const directives = { directives: node.directives };
  if (getDirectiveValues(GraphQLSkipDirective, directives, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, directives, variables)?.if !== false;
}

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
