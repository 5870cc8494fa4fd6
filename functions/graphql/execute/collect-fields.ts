import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  type getVariableValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

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
