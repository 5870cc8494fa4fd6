import { limits } from '../../../functions/graphql/limit-query.ts';

/** A request that must be refused before anything is read. */
export interface HostileRequest {
  readonly name: string;
  readonly code: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

const nested = (opening: string, times: number, inner: string): string =>
  `${`${opening} { `.repeat(times)}${inner}${' }'.repeat(times)}`;
const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');
const query = (body: string): string => `{ ${body} }`;

const allCells = '... on StatutorySection { rows { cells { path raw value state place { table row column line } } } }';
const doubling = `${times(30, (at) => `fragment F${at} on Query { rules { id } ...F${at + 1} ...F${at + 1} }`)} fragment F30 on Query { rules { id } } { ...F0 }`;
const someReports = 'reports(filter: { year: 2020 })';

/** Each a way in which a server that trusts its askers can be made to work for nothing. */
export const hostileRequests: readonly HostileRequest[] = [
  {
    name: 'years of years',
    code: 'QUERY_TOO_DEEP',
    query: `{ agency(id: "x") { ${nested('years { agency', 8, 'id')} } ${'} '.repeat(8)}}`,
  },
  {
    name: 'versions of versions',
    code: 'QUERY_TOO_DEEP',
    query: query(`${someReports} { nodes { ${nested('versions', 14, 'title')} } }`),
  },
  {
    name: 'parents of divisions',
    code: 'QUERY_TOO_DEEP',
    query: query(`agencies { nodes { division { ${nested('parent', 14, 'code')} } } }`),
  },
  {
    name: 'depth hidden in fragments',
    code: 'QUERY_TOO_DEEP',
    query: `${times(14, (at) => `fragment P${at} on Division { parent { ...P${at + 1} } }`)} fragment P14 on Division { parent { code } } { agencies { nodes { division { ...P0 } } } }`,
  },
  {
    name: 'the cells of a hundred agencies',
    code: 'QUERY_TOO_COMPLEX',
    query: query(`agencies(first: 100) { nodes { years { sections { ${allCells} } } } }`),
  },
  {
    name: 'the cells of a hundred reports',
    code: 'QUERY_TOO_COMPLEX',
    query: query(`reports(filter: { year: 2020 }, first: 100) { nodes { sections { ${allCells} } } }`),
  },
  {
    name: 'list sizes that come in variables',
    code: 'QUERY_TOO_COMPLEX',
    query: `query ($first: Int) { reports(filter: { year: 2020 }, first: $first) { nodes { sections { ${allCells} } } } }`,
    variables: { first: 100 },
  },
  {
    name: 'every version of every report',
    code: 'QUERY_TOO_COMPLEX',
    query: query(
      `reports(filter: { year: 2020 }, first: 100) { nodes { ${nested('versions', 5, 'sections { text }')} } }`,
    ),
  },
  {
    name: 'ten versions of ten versions',
    code: 'QUERY_TOO_COMPLEX',
    query: query(`${someReports} { nodes { ${nested('versions(first: 10)', 5, 'title')} } }`),
  },
  { name: 'fragments that double', code: 'QUERY_TOO_COMPLEX', query: doubling },
  {
    name: 'thousands of series',
    code: 'QUERY_TOO_COMPLEX',
    query:
      'query ($ids: [ID!]!, $years: [Int!]!) { compare(agencyIds: $ids, years: $years, metrics: [grantedShare]) { points { value gap { code message { zh en } missing } } } }',
    variables: { ids: Array(3_000).fill('x'), years: [2020] },
  },
  {
    name: 'one measure a thousand times',
    code: 'QUERY_TOO_COMPLEX',
    query:
      'query ($metrics: [MetricKey!]!) { province(code: "51") { aggregate(year: 2020, metrics: $metrics, by: division) { ranking(first: 100) { value report { title agency { name } } } } } }',
    variables: { metrics: Array(1_000).fill('grantedShare') },
  },
  {
    name: 'a search page of pages',
    code: 'QUERY_TOO_COMPLEX',
    query: query(
      times(30, (at) => `a${at}: agencies(first: 100) { nodes { years { findings { message { zh en } } } } }`),
    ),
  },
  { name: 'too many tokens', code: 'QUERY_TOO_LARGE', query: query('rules { id } '.repeat(limits.tokens / 4)) },
  { name: 'one name a thousand times', code: 'QUERY_TOO_LARGE', query: query('__typename '.repeat(limits.tokens)) },
  {
    name: 'tokens in an argument',
    code: 'QUERY_TOO_LARGE',
    query: query(
      `compare(agencyIds: [${'"a" '.repeat(limits.tokens)}], years: [2020], metrics: []) { metric { key } }`,
    ),
  },
  {
    name: 'too many aliases',
    code: 'QUERY_TOO_LARGE',
    query: query(times(limits.aliases + 1, (at) => `a${at}: rules { id }`)),
  },
  {
    name: 'too many directives',
    code: 'QUERY_TOO_LARGE',
    query: query(`rules { id ${'@include(if: true) '.repeat(limits.directives + 1)} }`),
  },
  {
    name: 'fragments in a circle',
    code: 'GRAPHQL_VALIDATION_FAILED',
    query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  },
  {
    name: 'a fragment of itself',
    code: 'GRAPHQL_VALIDATION_FAILED',
    query: '{ rules { ...R } } fragment R on Rule { id ...R }',
  },
  {
    name: 'introspection of introspection',
    code: 'GRAPHQL_VALIDATION_FAILED',
    query: query(`__schema { types { ${nested('fields { type', 3, 'fields { name }')} } } } } }`),
  },
  {
    name: 'fields that contradict one another',
    code: 'GRAPHQL_VALIDATION_FAILED',
    query: query(times(100, (at) => `agency(id: "${at}") { id }`)),
  },
  {
    name: 'a subscription that does not exist',
    code: 'GRAPHQL_VALIDATION_FAILED',
    query: 'subscription { ingestions { id } }',
  },
  {
    name: 'a list in a list in a list',
    code: 'GRAPHQL_VALIDATION_FAILED',
    query: query(`compare(agencyIds: ${'['.repeat(100)}${']'.repeat(100)}, years: [], metrics: []) { metric { key } }`),
  },
  {
    name: 'a number beyond 32 bits',
    code: 'GRAPHQL_VALIDATION_FAILED',
    query: query('agencies(first: 99999999999) { totalCount }'),
  },
  { name: 'half a document', code: 'GRAPHQL_PARSE_FAILED', query: '{ agencies(' },
  { name: 'thousands of brackets', code: 'GRAPHQL_PARSE_FAILED', query: '{'.repeat(900) },
  { name: 'characters that are none', code: 'GRAPHQL_PARSE_FAILED', query: '{ rules \u0000 }' },
  { name: 'a page of a hundred and one', code: 'BAD_USER_INPUT', query: query('agencies(first: 101) { totalCount }') },
  { name: 'a page of less than nothing', code: 'BAD_USER_INPUT', query: query('findings(first: -1) { totalCount }') },
  { name: 'a cursor that is none', code: 'BAD_USER_INPUT', query: query(`agencies(after: "") { totalCount }`) },
  {
    name: 'a cursor of sixty thousand characters',
    code: 'BAD_USER_INPUT',
    query: 'query ($after: String) { agencies(after: $after) { totalCount } }',
    variables: { after: 'A'.repeat(60_000) },
  },
  {
    name: 'a search of sixty thousand characters',
    code: 'BAD_USER_INPUT',
    query: 'query ($name: String) { agencies(filter: { nameContains: $name }) { totalCount } }',
    variables: { name: '清镇'.repeat(10_000) },
  },
  {
    name: 'a division that is a pattern',
    code: 'BAD_USER_INPUT',
    query: query('agencies(filter: { division: ".*" }) { totalCount }'),
  },
  {
    name: 'ten thousand years',
    code: 'BAD_USER_INPUT',
    query:
      'query ($years: [Int!]!) { compare(agencyIds: ["x"], years: $years, metrics: [grantedShare]) { metric { key } } }',
    variables: { years: Array.from({ length: 10_000 }, (_, at) => at) },
  },
  {
    name: 'a hundred ranges',
    code: 'BAD_USER_INPUT',
    query: 'query ($metrics: [MetricRange!]) { reports(filter: { year: 2020, metrics: $metrics }) { totalCount } }',
    variables: { metrics: Array(100).fill({ metric: 'grantedShare', min: 0 }) },
  },
  {
    name: 'a variable of another type',
    code: 'BAD_USER_INPUT',
    query: 'query ($first: Int) { agencies(first: $first) { totalCount } }',
    variables: { first: { gt: 0 } },
  },
  {
    name: 'a day that is none',
    code: 'BAD_USER_INPUT',
    query: query('tasks(filter: { dueTo: "2021-13-45" }) { totalCount }'),
  },
  {
    name: 'a change by nobody',
    code: 'UNAUTHENTICATED',
    query: 'mutation { reviewFinding(input: { finding: "x", decision: dismissed, note: "x" }) { rule } }',
  },
];
