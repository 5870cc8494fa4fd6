import fc from 'fast-check';
import {
  buildSchema,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { executeOperation } from '../../../../functions/graphql/execute/execute-operation.ts';

/** Every way in which a field can be typed. */
const schema: GraphQLSchema = buildSchema(`
  interface Node { id: ID! leaf(times: Int = 1): Int }
  enum Kind { first second }
  type Left implements Node { id: ID! leaf(times: Int = 1): Int next: Node must: Node! many: [Node] all: [Node!]! kind: Kind text: String! rate: Float ok: Boolean! tags: [String!] }
  type Right implements Node { id: ID! leaf(times: Int = 1): Int left: Left lefts: [[Left!]] kind: Kind! }
  union Either = Left | Right
  type Query { node: Node must: Node! either: Either eithers: [Either!] left: Left! }
`);

/** How a value comes about: there, absent, of the wrong kind, as an error, and each of them later. */
const ways = [
  'there',
  'there',
  'there',
  'null',
  'wrong',
  'throws',
  'later',
  'later null',
  'later throws',
  'undefined',
] as const;
type Way = (typeof ways)[number];

/** A number that each place in the answer has for itself. */
function numberOf(path: GraphQLResolveInfo['path'] | undefined): number {
  if (path === undefined) return 0;
  const own = [...String(path.key)].reduce((sum, character) => sum * 31 + character.charCodeAt(0), 7);
  return (own + 17 * numberOf(path.prev)) % 9973;
}

/** Objects whose fields come about as a script says, at each place of the answer always the same way. */
function scripted(script: readonly Way[]) {
  const next = (make: () => unknown) => (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
    const way = script[numberOf(info.path) % script.length] ?? 'there';
    const values: Record<Way, () => unknown> = {
      there: make,
      null: () => null,
      undefined: () => undefined,
      wrong: () => ({ not: 'a value' }),
      throws: () => {
        throw new Error('thrown');
      },
      later: async () => make(),
      'later null': async () => null,
      'later throws': async () => Promise.reject(new Error('thrown later')),
    };
    return values[way]();
  };
  const left = (): object => ({
    ...{
      kindOf: 'Left',
      id: 'l',
      leaf: ({ times }: { times: number }) => 7 * times,
      next: next(right),
      must: next(left),
    },
    ...{ many: next(() => [left(), null, Promise.resolve(right())]), all: next(() => [right(), left()]) },
    ...{ kind: next(() => 'second'), text: next(() => 'text'), rate: next(() => 0.5), ok: next(() => true) },
    tags: next(() => ['a', 'b']),
  });
  const right = (): object => ({
    ...{ kindOf: 'Right', id: 3, leaf: next(() => 5), left: next(left), lefts: next(() => [[left()], null]) },
    kind: next(() => 'first'),
  });
  return { node: next(left), must: next(right), either: next(left), eithers: next(() => [left(), right()]), left };
}

for (const type of Object.values(schema.getTypeMap())) {
  if ('resolveType' in type) type.resolveType = (value: { kindOf?: string }) => value.kindOf;
}

const leaves = ['id', 'leaf', 'a: leaf(times: 2)', '__typename', 'leaf @skip(if: $yes)', 'b: id @include(if: $yes)'];
const ofLeft = ['kind', 'text', 'rate', 'ok', 'tags'];

/** Selections on a node, fragments and nested nodes among them, to some depth. */
const { selection } = fc.letrec<{ selection: string }>((tie) => {
  const nested = (field: string) => tie('selection').map((inner) => `${field} { ${inner} }`);
  const onLeft = fc.oneof(...ofLeft.map(fc.constant), nested('next'), nested('must'), nested('many'), nested('all'));
  const part = fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    ...leaves.map(fc.constant),
    fc.constant('...Parts'),
    fc.array(onLeft, { minLength: 1, maxLength: 4 }).map((parts) => `... on Left { ${parts.join(' ')} }`),
    tie('selection').map((inner) => `... on Right { kind left { ${inner} } lefts { ${inner} } }`),
    tie('selection').map((inner) => `... { ${inner} }`),
  );
  return { selection: fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')) };
});

const query = fc
  .array(fc.tuple(fc.constantFrom('node', 'must', 'either', 'eithers', 'left', 'again: node'), selection), {
    minLength: 1,
    maxLength: 3,
  })
  .map((fields) => {
    const body = fields.map(([field, inner]) =>
      field.startsWith('either') ? `${field} { ... on Node { ${inner} } }` : `${field} { ${inner} }`,
    );
    return `query ($yes: Boolean = true) { ${body.join(' ')} } fragment Parts on Node { __typename id }`;
  });

/** Messages that a client may see; what else is wrong with a value is the server's own affair, in words of its own. */
const told = /^thrown|^Cannot return null/;

const named = ({ message, path, locations }: GraphQLError) =>
  JSON.stringify([path, told.test(message) ? message : '', locations]);

/** Whether the object that an error was about is no longer in the answer: it became null on account of another. */
function isGone({ path = [] }: GraphQLError, data: unknown): boolean {
  let at = data;
  for (const key of path.slice(0, -1)) at = (at as Record<string | number, unknown> | null)?.[key];
  return at == null;
}

const run = async (how: typeof executeOperation, document: string, script: readonly Way[]): Promise<ExecutionResult> =>
  how({ schema, document: parse(document), rootValue: scripted(script) });

test('answers whatever graphql-js answers, in the same order, when all goes well', async () => {
  await fc.assert(
    fc.asyncProperty(
      query,
      fc.constantFrom<Way[]>(['there'], ['later'], ['there', 'later']),
      async (document, script) => {
        fc.pre(validate(schema, parse(document)).length === 0);
        const expected = await run(execute as typeof executeOperation, document, script);
        const found = await run(executeOperation, document, script);
        expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
      },
    ),
  );
});

test('gives the same data and errors as graphql-js when fields fail, are null or come later', async () => {
  await fc.assert(
    fc.asyncProperty(
      query,
      fc.array(fc.constantFrom(...ways), { minLength: 1, maxLength: 12 }),
      async (document, script) => {
        fc.pre(validate(schema, parse(document)).length === 0);
        const expected = await run(execute as typeof executeOperation, document, script);
        const found = await run(executeOperation, document, script);
        expect(JSON.stringify(found.data)).toBe(JSON.stringify(expected.data));
        // graphql-js leaves out what went wrong in an object that is null already; the specification allows both.
        const counted = (found.errors ?? []).filter((error) => !isGone(error, found.data));
        const wanted = (expected.errors ?? []).filter((error) => !isGone(error, expected.data));
        expect(counted.map(named).toSorted()).toEqual(wanted.map(named).toSorted());
        expect((found.errors ?? []).length > 0).toBe((expected.errors ?? []).length > 0);
      },
    ),
    { numRuns: 300 },
  );
});

test('every type of the schema above is met', () => {
  expect(Object.values(schema.getTypeMap()).filter(isObjectType).length).toBeGreaterThan(3);
});
