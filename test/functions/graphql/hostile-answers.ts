import type { Agency } from '../../../schema/record/agency.ts';
import { organ } from './agencies.ts';
import { fullVersion, type StoredVersion } from './full-record.ts';

/** A query whose answer is small by its estimate, and far too large by what is stored. */
export interface HostileAnswer {
  readonly name: string;
  readonly query: string;
}

const year = 2020;
const [wordy, wordyNeighbours, tabular, often] = [
  organ('市档案局'),
  Array.from({ length: 19 }, (_, at) => organ(`市档案局${at + 1}分局`)),
  organ('市统计局'),
  organ('市信访局'),
];

/** Characters of the narrative of a report nobody would write, and rows of such an annex. */
const characters = 1_000_000;
const annexRows = 20_000;

/** The published report of an agency, with parts of it grown. */
function grown(agency: Agency, grow: Partial<StoredVersion['record']>): StoredVersion {
  const { head, record } = fullVersion(agency, year);
  return { head, agency, record: { ...record, ...grow } };
}

function withText(agency: Agency): StoredVersion {
  const text = '政务公开'.repeat(characters / 4);
  return grown(agency, { sections: [{ ordinal: 1, key: 'overview', heading: '总体情况', text }] });
}

function withAnnex(agency: Agency): StoredVersion {
  const { statistics } = fullVersion(agency, year).record;
  const rows = Array.from({ length: annexRows }, (_, at) => statistics[at % statistics.length]);
  return grown(agency, { statistics: rows.filter((row) => row !== undefined) });
}

/** One report, published ten times. */
function inVersions(agency: Agency): StoredVersion[] {
  return Array.from({ length: 10 }, (_, at) => {
    const { head, record } = fullVersion(agency, year);
    const [arrival, sha256] = [`${year + 1}-04-0${at}T00:00:00.000Z#0`, `${at}`.repeat(64)];
    return { agency, record, head: { ...head, version: `v-${at}`, arrival, sha256 } };
  });
}

/** What is stored for these queries. */
export const hostileReports: readonly StoredVersion[] = [
  ...[wordy, ...wordyNeighbours].map(withText),
  withAnnex(tabular),
  ...inVersions(often),
];

const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');
const nested = (opening: string, depth: number, inner: string): string =>
  `${`${opening} { `.repeat(depth)}${inner}${' }'.repeat(depth)}`;
const ofYear = ({ id }: Agency, inner: string): string =>
  `{ agency(id: "${id}") { year(year: ${year}) { ${inner} } } }`;

const row = 'path label unit key cell { raw value state place { table row } }';
const twentyAnnexes = times(20, (at) => `s${at}: statistics { path }`);

/** Each was cheap by the number of its fields when fields were all that was counted. */
export const hostileAnswers: readonly HostileAnswer[] = [
  {
    name: 'one long text under many names',
    query: ofYear(wordy, `section(key: overview) { ${times(30, (at) => `t${at}: text`)} }`),
  },
  { name: 'a long text', query: ofYear(wordy, 'sections { text } report { sections { ordinal heading text } }') },
  {
    name: 'the long texts of a page of reports',
    query: `{ reports(filter: { year: ${year} }, first: 100) { nodes { sections { text } } } }`,
  },
  {
    name: 'one word of each long text',
    query: `{ reports(filter: { year: ${year} }, first: 100) { nodes { preamble } } }`,
  },
  {
    name: 'an annex without an end',
    query: ofYear(tabular, `report { statistics { ${row} } }`),
  },
  {
    name: 'the annex of every version of every version',
    query: ofYear(tabular, `report { ${nested('versions(first: 1)', 8, twentyAnnexes)} }`),
  },
];

/** Versions of versions: the deepest and the widest that the limits let through, answered at once. */
export const nestedVersions: readonly HostileAnswer[] = [
  { name: 'as deep as can be', query: ofYear(often, `report { ${nested('versions(first: 1)', 11, 'title')} }`) },
  { name: 'as wide as can be', query: ofYear(often, `report { ${nested('versions(first: 10)', 4, 'title')} }`) },
  { name: 'as many as usual', query: ofYear(often, `report { ${nested('versions', 3, 'title outcome version')} }`) },
];
