import {
  type DocumentNode,
  type ExecutionArgs,
  type FragmentDefinitionNode,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
  Lexer,
  Source,
  TokenKind,
  visit,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ErrorCode } from '../../schema/law/vocabulary/error-codes.ts';
import { limits, refusal } from './limits.ts';
import { type Cost, queryCost } from './query-cost.ts';

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
