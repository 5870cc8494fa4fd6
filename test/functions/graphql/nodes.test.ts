import { isInterfaceType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphqlSchema } from '../../../schema/graphql/schema.ts';
import { reportOfYear } from '../../support/years.ts';
import { organ } from './agencies.ts';
import { fullVersion } from './full-record.ts';
import { after, before, id as ingestedId, useIngestedApi } from './ingested-api.ts';
import { type StoredApi, startStoredApi } from './stored-api.ts';

/** Something of an answer with an id. */
interface Identified {
  readonly __typename: string;
  readonly id: string;
}

const isIdentified = (value: object): value is Identified => 'id' in value && '__typename' in value;

/** Everything of an answer that has an id, however deep it stands. */
function identified(value: unknown): Identified[] {
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.values(value).flatMap(identified);
  return isIdentified(value) ? [value, ...within] : within;
}

const known = '__typename id';
const everyNode = `query ($id: ID!) {
  agency(id: $id) { ${known} name type { key }
    division { ${known} code name parent { ${known} name } }
    years { ${known} year
      findings { ${known} rule cells message { zh } }
      sections { ...Parts }
      workPlans { ${known} title sections { ...Parts } }
      report { ${known} title version
        findings { ${known} rule cells }
        sections { ...Parts }
        statistics { ${known} path label cell { ${known} path raw } }
        versions { ${known} version }
      }
    }
  }
  provinces { ${known} code name }
  rules { ${known} severity }
}
fragment Parts on Section { ${known} key heading
  ... on StatutorySection { rows { ${known} key cells { ${known} path raw findings { ${known} } } } }
}`;

const bureaus = Array.from({ length: 12 }, (_, index) => organ(`第${index}局`));
const office = organ('市教育局');

describe('an id', () => {
  let api: StoredApi;
  let qingzhen: string;
  let yaan: string;
  beforeAll(async () => {
    api = await startStoredApi();
    qingzhen = await api.storeSample('qingzhen-2020.txt', '2021-02-01T00:00:00.000Z');
    yaan = await api.storeSample('yaan-2021-work-plan.txt', '2021-02-01T00:00:00.000Z');
    await api.store([fullVersion(office, 2020), fullVersion(office, 2021)]);
    await api.store(bureaus.map((bureau) => fullVersion(bureau, 2020)));
  });
  afterAll(() => api.close());

  const nodes = async (ids: readonly string[]) => {
    const { data, errors } = await api.ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ${known} } }`, { ids });
    expect(errors).toBeUndefined();
    return data.nodes;
  };

  it('of everything that has one leads back to it, and to nothing else', async () => {
    const types = new Map<string, Map<string, string>>();
    for (const agency of [qingzhen, yaan, office.id]) {
      const { data, errors } = await api.ask(everyNode, { id: agency });
      expect(errors).toBeUndefined();
      for (const { __typename, id } of identified(data)) {
        types.set(__typename, (types.get(__typename) ?? new Map()).set(id, __typename));
      }
    }
    const all = new Map([...types.values()].flatMap((ofType) => [...ofType]));
    expect(all.size).toBe([...types.values()].reduce((sum, { size }) => sum + size, 0));
    const implementing = graphqlSchema.getPossibleTypes(interfaceNamed('Node')).map(({ name }) => name);
    expect([...types.keys(), 'Ingestion'].sort()).toEqual([...implementing].sort());
    // Of every type its first and last, and some between.
    const some = [...types.values()].flatMap((ofType) => {
      const ids = [...ofType.keys()];
      return ids.filter((_, at) => at % Math.ceil(ids.length / 15) === 0 || at === ids.length - 1);
    });
    for (let at = 0; at < some.length; at += 100) {
      const ids = some.slice(at, at + 100);
      expect(await nodes(ids)).toEqual(ids.map((id) => ({ __typename: all.get(id), id })));
    }
  });

  it('gives the same fields as the way on which it was met', async () => {
    const cell = 'path raw value state place { row column line } findings { id }';
    const { data } = await api.ask(
      `query ($id: ID!) { agency(id: $id) { year(year: 2020) { section(key: applications) { id heading
        ... on ApplicationsSection { cell(row: "granted", column: "total") { id ${cell} } } } } } }`,
      { id: qingzhen },
    );
    const { section } = data.agency.year;
    const again = await api.ask(
      `query ($section: ID!, $cell: ID!) {
        section: node(id: $section) { id ... on ApplicationsSection { heading } }
        cell: node(id: $cell) { id ... on Cell { ${cell} } } }`,
      { section: section.id, cell: section.cell.id },
    );
    expect(again.data).toEqual({ section: { id: section.id, heading: section.heading }, cell: section.cell });
    expect(section.cell.raw).toMatch(/\d/);
  });

  it.each([
    ['nothing', ''],
    ['a word', 'nobody'],
    ['an agency that is not there', '511000-000000000000'],
    ['an ingestion that is not there', '0'.repeat(32)],
    ['a finding that is not there', `${office.id}.2020.${'0'.repeat(24)}`],
    ['a year that is not there', `${office.id}:1999`],
    ['a year of no agency', 'nobody:2020'],
    ['a document that is not there', `${office.id}:2020:other`],
    ['a section that is not there', `${office.id}:2020/keyAreas`],
    ['a second section of a key', `${office.id}:2020/applications~2`],
    ['a row that is not there', `${office.id}:2020/applications/constructor`],
    ['a row of a section without a table', `${office.id}:2020/overview/granted`],
    ['a column that is not there', `${office.id}:2020/applications/granted/toString`],
    ['what lies below a cell', `${office.id}:2020/applications/granted/total/more`],
    ['a row of the annex that is not there', `${office.id}:2020:v-2020/statistics/9999`],
    ['a division that is not there', 'division:999999'],
    ['a province of which nothing is stored', 'province:11'],
    ['a long text', 'x'.repeat(10_000)],
  ])('of %s is null', async (_name, id) => {
    const { data, errors } = await api.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(errors).toBeUndefined();
    expect(data.node).toBeNull();
  });

  it('may be asked for with others in any order, those of nothing among them', async () => {
    const ids = ['nobody', `${office.id}:2021`, office.id, office.id];
    expect((await nodes(ids)).map((node: Identified | null) => node?.id ?? null)).toEqual([null, ...ids.slice(1)]);
    expect(await nodes([])).toEqual([]);
  });

  it('is refused where too many others are asked for with it', async () => {
    const ids = Array(101).fill(office.id);
    const { data, errors } = await api.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'ids' } }]);
  });

  it('costs no more calls with the ids of other agencies and documents beside it', async () => {
    const ids = bureaus.flatMap(({ id }) => [id, `${id}:2020`, `${id}:2020:v-2020`, `${id}:2020/applications`]);
    api.calls();
    expect(await nodes(ids)).not.toContain(null);
    expect(api.calls().byCommand).toEqual({ BatchGet: 2 });
  });

  it('is priced by how many are asked for, and by the dearest type they may be', async () => {
    const query = (fields: string) => `query ($ids: [ID!]!) { nodes(ids: $ids) { ${fields} } }`;
    const cost = async (fields: string, count: number) =>
      (await api.ask(query(fields), { ids: Array(count).fill(office.id) })).extensions?.cost;
    expect(await cost('id', 1)).toMatchObject({ points: { estimated: 21 }, depth: { used: 2 } });
    expect(await cost('id', 100)).toMatchObject({ points: { estimated: 2_100 } });
    const { errors } = await api.ask(query('... on Agency { years { sections { text } } }'), {
      ids: Array(100).fill(office.id),
    });
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
  });
});

function interfaceNamed(name: string) {
  const type = graphqlSchema.getType(name);
  if (!isInterfaceType(type)) throw new Error(`${name} is no interface`);
  return type;
}

it('is there on every object type with a field `id`, but for dictionaries with names of their own', () => {
  const others = Object.values(graphqlSchema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => type.getFields().id !== undefined)
    .filter((type) => !type.getInterfaces().includes(interfaceNamed('Node')));
  expect(others.map(({ name }) => name)).toEqual(['Form']);
});

describe('what changes', () => {
  const { ask, store, findingsOf } = useIngestedApi();
  const node = async (id: string, fields: string) =>
    (await ask(`query ($id: ID!) { node(id: $id) { __typename id ${fields} } }`, { id })).data.node;

  it('keeps the ids of documents that another took the place of', async () => {
    await store(before);
    const document = `{ agency(id: "${ingestedId}") { year(year: 2021) { report { id title } } } }`;
    const first = (await ask(document)).data.agency.year.report;
    const edition = reportOfYear({ year: 2021, rows: { 'applications.carriedForward': [4, 0, 0, 0, 0, 0, 4] } });
    await store({ ...edition, title: '二〇二一年度报告', publishedOn: '2022-03-30' });
    const second = (await ask(document)).data.agency.year.report;
    expect(second.id).not.toBe(first.id);
    for (const each of [first, second]) {
      expect(await node(each.id, '... on Report { title }')).toEqual({ __typename: 'Report', ...each });
    }
  });

  it('has an ingestion', async () => {
    await store(before);
    const [ingestion] = (await ask('{ ingestions { nodes { __typename id key } } }')).data.ingestions.nodes;
    expect(await node(ingestion.id, '... on Ingestion { key }')).toEqual(ingestion);
  });

  it('has a finding of two years told of each of them', async () => {
    await store(before);
    await store(after);
    const [[earlier], [later]] = [await findingsOf(2021), await findingsOf(2022)];
    expect(earlier.id).not.toBe(later.id);
    for (const { id, rule, cells } of [earlier, later]) {
      expect(await node(id, '... on Finding { rule cells }')).toEqual({ __typename: 'Finding', id, rule, cells });
    }
    expect(await node(`${later.id}.1999`, '')).toBeNull();
  });

  it('gives a decision on what two years say back as it was named', async () => {
    await store(before);
    await store(after);
    const [{ id, cells }] = await findingsOf(2021);
    const { data } = await ask(
      'mutation ($input: ReviewFindingInput!) { reviewFinding(input: $input) { id cells review { note } } }',
      { input: { finding: id, decision: 'dismissed', note: '口径不同' } },
    );
    expect(data.reviewFinding).toEqual({ id, cells, review: { note: '口径不同' } });
    expect((await findingsOf(2022))[0].review).toMatchObject({ note: '口径不同' });
  });
});
