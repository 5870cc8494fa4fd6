import type { FieldComplexity } from '@pothos/plugin-complexity';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  type getVariableValues,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What an operation asks for: levels of nested fields, and its price by `schema/graphql/prices.ts`. */
export interface Cost {
  readonly depth: number;
  readonly complexity: number;
}

export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variableValues: Extract<ReturnType<typeof getVariableValues>, { variableValues: unknown }>['variableValues'];
}

type Field = GraphQLField<unknown, unknown>;
type Known = Map<SelectionSetNode, Map<GraphQLObjectType, Cost>>;

const nothing: Cost = { depth: 0, complexity: 0 };

/**
 * The cost of a selection on a root type. It follows the types an object can really have, so that the parts of a query
 * for several kinds of section are not charged to each section: an item is charged as the dearest it can be.
 * Introspection costs nothing here; graphql-js bounds its depth. The document must be valid: fragments without cycles.
 */
export function queryCost(operation: CostedOperation, selections: SelectionSetNode, root: GraphQLObjectType): Cost {
  return selectionCost({ ...operation, known: new Map() }, selections, root);
}

interface Walk extends CostedOperation {
  /** Each selection is priced once for a type, however often fragments lead to it. */
  readonly known: Known;
}

function selectionCost(walk: Walk, selections: SelectionSetNode, type: GraphQLObjectType): Cost {
  const ofTypes = walk.known.get(selections) ?? new Map<GraphQLObjectType, Cost>();
  walk.known.set(selections, ofTypes);
  const before = ofTypes.get(type);
  if (before !== undefined) return before;
  const cost = selections.selections.map((selection) => costOf(walk, selection, type)).reduce(together, nothing);
  ofTypes.set(type, cost);
  return cost;
}

function costOf(walk: Walk, selection: SelectionNode, type: GraphQLObjectType): Cost {
  if (selection.kind === Kind.FIELD) return fieldCost(walk, selection, type);
  const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : walk.fragments.get(selection.name.value);
  if (fragment === undefined) return nothing;
  const applies = fragment.typeCondition === undefined || isA(walk.schema, type, fragment.typeCondition.name.value);
  return applies ? selectionCost(walk, fragment.selectionSet, type) : nothing;
}

function isA(schema: GraphQLSchema, type: GraphQLObjectType, condition: string): boolean {
  const wanted = schema.getType(condition);
  return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
}

function fieldCost(walk: Walk, node: FieldNode, type: GraphQLObjectType): Cost {
  const field = type.getFields()[node.name.value];
  if (field === undefined) return nothing;
  const price = priceOf(field, getArgumentValues(field, node, walk.variableValues));
  const item = node.selectionSet === undefined ? nothing : itemCost(walk, node.selectionSet, field);
  return { depth: item.depth + 1, complexity: price.field + price.multiplier * item.complexity };
}

/** The cost of one item of a field: of the dearest type it can have. */
function itemCost(walk: Walk, selections: SelectionSetNode, field: Field): Cost {
  const type = getNamedType(field.type);
  const types = isAbstractType(type) ? walk.schema.getPossibleTypes(type) : [type].filter(isObjectType);
  return types.map((possible) => selectionCost(walk, selections, possible)).reduce(dearest, nothing);
}

function priceOf(field: Field, args: Record<string, unknown>) {
  // Put there by the complexity plugin from the option of this type on every field of the builder.
  const declared = field.extensions.complexity as FieldComplexity<object, Record<string, unknown>>;
  const price = typeof declared === 'function' ? declared(args, {}, field) : declared;
  return typeof price === 'number' ? { field: price, multiplier: 1 } : { field: 1, multiplier: 1, ...price };
}

function together(a: Cost, b: Cost): Cost {
  return { depth: Math.max(a.depth, b.depth), complexity: a.complexity + b.complexity };
}

function dearest(a: Cost, b: Cost): Cost {
  return { depth: Math.max(a.depth, b.depth), complexity: Math.max(a.complexity, b.complexity) };
}
