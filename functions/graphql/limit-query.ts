import type { FieldComplexity } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  type ExecutionArgs,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isAbstractType,
  isObjectType,
  Kind,
  Lexer,
  type SelectionNode,
  type SelectionSetNode,
  Source,
  TokenKind,
  visit,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { apiError } from '../../schema/graphql/errors.ts';
import type { ErrorCode } from '../../schema/law/vocabulary/error-codes.ts';

/**
 * What one request may ask for. The heaviest sensible query (one agency, 20 years, every section, every cell with its
 * place) and the introspection of GraphiQL pass; tests hold both against these numbers.
 */
export const limits = {
  /** Bytes of a request's body. */
  bodyBytes: 64 * 1024,
  /** Lexical tokens of a document; comments count. */
  tokens: 1_000,
  /** Aliased fields of a document. */
  aliases: 30,
  /** Directives of a document. */
  directives: 50,
  /** Levels of nested fields. */
  depth: 15,
  /** Price of an operation, in fields of a typical answer (`schema/graphql/prices.ts`): about 2.5 MB of JSON. */
  complexity: 150_000,
  /** Values of an answer, counted while it is made: objects, list items and fields. */
  answerValues: 250_000,
  /** Bytes of an answer as JSON, counted while it is made. Within what a function on Lambda may answer, 6 MB, when that is quoted once more. */
  answerBytes: 4 * 1024 * 1024,
} as const;

/** Why a query is refused before anything is read. */
type RefusalCode = Extract<ErrorCode, 'QUERY_TOO_LARGE' | 'QUERY_TOO_DEEP' | 'QUERY_TOO_COMPLEX'>;

interface Measure {
  readonly what: string;
  readonly limit: number;
  readonly actual: number;
}

/** A refusal that says what was counted and where the limit lies. 400 where the client asks for GraphQL's own media type. */
function refusal(code: RefusalCode, { what, limit, actual }: Measure): GraphQLError {
  const message = `The query has ${actual} ${what}; at most ${limit} are allowed.`;
  return apiError(code, message, { limit, actual, http: { spec: true, status: 400 } });
}

/** What an operation asks for: levels of nested fields, and its price by `schema/graphql/prices.ts`. */
interface Cost {
  readonly depth: number;
  readonly complexity: number;
}

interface CostedOperation {
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
function queryCost(operation: CostedOperation, selections: SelectionSetNode, root: GraphQLObjectType): Cost {
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

/** Refuses, before validation, documents that are costly merely to check: too many tokens, aliases or directives. */
export function limitDocument(): Plugin {
  return {
    onParse({ parseFn, setParseFn }) {
      setParseFn((source, options) => {
        const text = new Source(typeof source === 'string' ? source : String(source));
        checkTokens(text);
        const document: DocumentNode = parseFn(text, options);
        checkCounts(document);
        return document;
      });
    },
  };
}

/** Throws QUERY_TOO_LARGE, or a syntax error for what is no token at all. */
function checkTokens(source: Source): void {
  const lexer = new Lexer(source);
  let tokens = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    tokens += 1;
    if (tokens > limits.tokens) throw tooLarge('tokens', tokens);
  }
}

/** Throws QUERY_TOO_LARGE. */
function checkCounts(document: DocumentNode): void {
  const counts = { aliases: 0, directives: 0 };
  visit(document, {
    Field: ({ alias }) => {
      if (alias !== undefined) counts.aliases += 1;
    },
    Directive: () => {
      counts.directives += 1;
    },
  });
  if (counts.aliases > limits.aliases) throw tooLarge('aliases', counts.aliases);
  if (counts.directives > limits.directives) throw tooLarge('directives', counts.directives);
}

function tooLarge(what: 'tokens' | 'aliases' | 'directives', actual: number): GraphQLError {
  return refusal('QUERY_TOO_LARGE', { what, limit: limits[what], actual });
}

/**
 * Refuses operations that are too deep or too dear, and tells what the others cost in `extensions.cost`. It runs when an
 * operation is about to be executed, not with the validation rules: what a list costs depends on the variables, and the
 * results of validation are kept by document.
 */
export function limitCost(): Plugin {
  return {
    onSubscribe({ args, setResultAndStopExecution }) {
      const errors = refusals(operationCost(args));
      if (errors.length > 0) setResultAndStopExecution({ errors });
    },
    onExecute({ args, setResultAndStopExecution }) {
      const cost = operationCost(args);
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
function operationCost({
  schema,
  document,
  variableValues,
  operationName,
}: ExecutionArgs): Cost | GraphQLError[] | null {
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
