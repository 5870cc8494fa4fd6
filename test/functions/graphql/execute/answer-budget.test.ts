import { buildSchema, type ExecutionResult, parse } from 'graphql';
import { expect, test } from 'vitest';
import { executeOperation, subscribeToOperation } from '../../../../functions/graphql/execute/execute-operation.ts';

const schema = buildSchema(`
  type Node { name: String nodes: [Node] later: [Node] fails: Int }
  type Query { node: Node }
  type Mutation { first: Node second: Node }
  type Subscription { node: Node }
`);

/** A node of which there is no end, and how often a list of it was made. */
function endless(name: string) {
  const made = { lists: 0 };
  const list = () => {
    made.lists += 1;
    return Array(10).fill(node);
  };
  const node: object = {
    name,
    nodes: list,
    later: async () => list(),
    fails: () => {
      throw new Error('failed');
    },
  };
  return { node, made };
}

const plenty = 1_000_000;
const deep = (field: string) => `{ node { ${`${field} { `.repeat(8)} name ${'} '.repeat(8)} } }`;
const codesOf = ({ errors }: ExecutionResult) => errors?.map(({ extensions }) => extensions.code);

test.each(['nodes', 'later'])(
  'an answer of too many values ends while it is made, also where its parts may be null (%s)',
  async (field) => {
    const { node, made } = endless('a');
    const args = { schema, document: parse(deep(field)), rootValue: { node } };
    const result = await executeOperation(args, { answerValues: 500, answerBytes: plenty });
    expect(result.data).toBeNull();
    expect(codesOf(result)).toEqual(['ANSWER_TOO_LARGE']);
    expect(made.lists).toBeLessThan(500);
  },
);

test('an answer of too many bytes ends, however few values it has', async () => {
  const { node } = endless('公'.repeat(1_000));
  const args = { schema, document: parse('{ node { nodes { name } } }'), rootValue: { node } };
  expect(codesOf(await executeOperation(args, { answerValues: plenty, answerBytes: 29_000 }))).toEqual([
    'ANSWER_TOO_LARGE',
  ]);
  expect(codesOf(await executeOperation(args, { answerValues: plenty, answerBytes: 31_000 }))).toBeUndefined();
});

test('errors count as much as values do', async () => {
  const { node } = endless('a');
  const args = { schema, document: parse('{ node { nodes { nodes { fails } } } }'), rootValue: { node } };
  const result = await executeOperation(args, { answerValues: plenty, answerBytes: 10_000 });
  expect(result.errors?.length).toBeLessThan(40);
  expect(codesOf(result)).toContain('ANSWER_TOO_LARGE');
});

test('what is just within the limits is answered whole', async () => {
  const { node } = endless('a');
  // The field of the query, the field of the node, ten items, a name in each.
  const args = { schema, document: parse('{ node { nodes { name } } }'), rootValue: { node } };
  expect((await executeOperation(args, { answerValues: 22, answerBytes: plenty })).errors).toBeUndefined();
  expect(codesOf(await executeOperation(args, { answerValues: 21, answerBytes: plenty }))).toEqual([
    'ANSWER_TOO_LARGE',
  ]);
});

test('changes are bounded too, and made one after the other', async () => {
  const done: string[] = [];
  const change = (name: string, ms: number) => async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    done.push(name);
    return endless(name).node;
  };
  const rootValue = { first: change('first', 10), second: change('second', 0) };
  const args = { schema, document: parse('mutation { first { name } second { nodes { name } } }'), rootValue };
  expect(await executeOperation(args)).toMatchObject({ data: { first: { name: 'first' } } });
  expect(done).toEqual(['first', 'second']);
  expect(codesOf(await executeOperation(args, { answerValues: 5, answerBytes: plenty }))).toEqual(['ANSWER_TOO_LARGE']);
});

test('every event of a subscription is answered, and bounded by itself', async () => {
  async function* events() {
    yield { node: endless('small').node };
    yield { node: endless('公'.repeat(1_000_000)).node };
  }
  const rootValue = { node: events };
  const stream = await subscribeToOperation({
    schema,
    document: parse('subscription { node { nodes { name } } }'),
    rootValue,
  });
  const answers: ExecutionResult[] = [];
  for await (const answer of stream as AsyncIterable<ExecutionResult>) answers.push(answer);
  expect(answers.map(codesOf)).toEqual([undefined, ['ANSWER_TOO_LARGE']]);
});
