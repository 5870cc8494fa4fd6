import type { Agency } from '../../../schema/record/agency.ts';
import { bySubject } from '../../../schema/record/denominator.ts';
import type { ListReader, ListSnapshot, Lists } from '../../../schema/record/list-store.ts';
import { agencyPage } from '../../../schema/record/lists/agency-list.ts';
import { byAgencyAndKind, byDivisionAndName, byIngestion } from '../../../schema/record/lists/order.ts';
import { reportPage } from '../../../schema/record/lists/report-list.ts';
import type { RecordReader } from '../../../schema/record/record-store.ts';
import type { RegisteredAgency } from '../../../schema/record/register.ts';
import type { VersionHead } from '../../../schema/record/version-head.ts';
import { today } from '../lists/list-cache.ts';
import { createLineBudget, mostLinesOfRequest } from './line-budget.ts';
import { nationalIngestions } from './national-ingestions.ts';
import { createProvinces, type ProvinceReader, type Provinces, type ProvincesOptions } from './provinces.ts';

/** An id, like the code of a division, begins with the code of its province, or with zeros where the province of its agency is not known. */
const codeLength = 2;
const unknownProvince = '00';

/** First two digits of the code of the province that an agency lies in. */
function provinceOf(agencyId: string): string {
  return agencyId.slice(0, codeLength);
}

/** Keys of agencies, and how a province is asked for several of them: an answer a key, in their order. */
interface Question<Key, Value> {
  readonly keys: readonly Key[];
  readonly agencyOf: (key: Key) => string;
  readonly ask: (reader: ProvinceReader, keys: readonly Key[]) => Promise<readonly (Value | null)[]>;
}

/**
 * Asks each province for its own keys, and every province for those of agencies whose province is not known. Answers in the
 * order of the keys, null where no province has anything. Throws `ProvinceUnavailable` where a key's only province fails.
 */
async function byProvince<Key, Value>(
  provinces: Provinces,
  { keys, agencyOf, ask }: Question<Key, Value>,
): Promise<(Value | null)[]> {
  const groups = Map.groupBy(keys, (key) => provinceOf(agencyOf(key)));
  const found = new Map<Key, Value>();
  const keep = (some: readonly Key[], answers: readonly (Value | null)[]) => {
    for (const [index, key] of some.entries()) {
      const answer = answers[index];
      if (answer !== null && answer !== undefined && !found.has(key)) found.set(key, answer);
    }
  };
  const askFor = async (code: string, some: readonly Key[]) => {
    const question = (reader: ProvinceReader) => ask(reader, some);
    if (code !== unknownProvince) keep(some, (await provinces.one(code, question)) ?? []);
    else for (const answers of await provinces.each(question)) keep(some, answers);
  };
  await Promise.all(Array.from(groups, ([code, some]) => askFor(code, some)));
  return keys.map((key) => found.get(key) ?? null);
}

const byAgency = byDivisionAndName((agency: Agency) => agency);
const byRegisteredAgency = byDivisionAndName((agency: RegisteredAgency) => agency);
const byAgencyOfHead = byDivisionAndName(({ agencyId, agencyName, divisionCode }: VersionHead) => ({
  id: agencyId,
  name: agencyName,
  divisionCode,
}));

/** A list, how a province is asked for it, and how its lines are ordered. */
interface NationalList<Line> {
  readonly name: string;
  readonly ask: (lists: Lists) => Promise<ListSnapshot<Line>>;
  readonly order: (a: Line, b: Line) => number;
}

/**
 * The lists of all provinces as one, and of what lies in one province that province's alone. A list lacks the provinces that
 * do not answer. Throws `ListTooLarge` for a request that would hold more than fits into memory.
 */
function nationalLists(provinces: Provinces, wanted?: { readonly current: boolean }): Lists {
  const budget = createLineBudget(mostLinesOfRequest);
  // Each province's lists are those of one moment: all of a request are read from the same.
  const moments = new Map<ProvinceReader, Lists>();
  const momentOf = (reader: ProvinceReader): Lists => {
    const lists = moments.get(reader) ?? reader.lists(wanted);
    moments.set(reader, lists);
    return lists;
  };
  async function read<Line>({ name, ask, order }: NationalList<Line>, within = ''): Promise<ListSnapshot<Line>> {
    const question = (reader: ProvinceReader, code: string) =>
      budget.spend(`${code} ${name}`, () => ask(momentOf(reader)));
    const snapshots = await provinces.each(question, isOneProvince(within) ? provinceOf(within) : null);
    const lines = snapshots.flatMap((snapshot) => snapshot.lines).sort(order);
    // What is said of a part cannot be held against what the nation is at.
    const isWhole = !isOneProvince(within);
    return { lines, version: isWhole ? togetherAt(snapshots.map(({ version }) => version)) : null };
  }
  const togetherAt = (versions: readonly (string | null)[]) =>
    provinces.isPartial() || versions.includes(null) ? null : JSON.stringify(versions);
  const documents = (list: 'reports' | 'plans', year: number) => ({
    name: `${list}/${year}`,
    ask: (lists: Lists) => lists[list](year),
    order: byAgencyOfHead,
  });
  return {
    agencies: (within) => read({ name: 'agencies', ask: (lists) => lists.agencies(), order: byAgency }, within),
    register: (within) =>
      read({ name: 'register', ask: (lists) => lists.register(), order: byRegisteredAgency }, within),
    denominators: (within) =>
      read({ name: 'denominators', ask: (lists) => lists.denominators(), order: bySubject }, within),
    undecided: (within) => read({ name: 'undecided', ask: (lists) => lists.undecided(), order: byIngestion }, within),
    reports: (year, within) => read(documents('reports', year), within),
    plans: (year, within) => read(documents('plans', year), within),
    comparisons: (year, within) =>
      read(
        {
          ...{ name: `comparisons/${year}`, order: byAgencyAndKind },
          ask: (lists) => lists.comparisons(year),
        },
        within,
      ),
    version: async (list) => togetherAt(await provinces.each((reader) => momentOf(reader).version(list))),
    today,
    async years() {
      const years = await provinces.each((reader) => momentOf(reader).years());
      return [...new Set(years.flat())].sort((a, b) => a - b);
    },
  };
}

/** Whether a division code, or the beginning of one, lies in one province. */
function isOneProvince(within: string): boolean {
  return within.length >= codeLength && provinceOf(within) !== unknownProvince;
}

/**
 * Reads the tables of many provinces as one. What is asked of an agency goes to its province alone; lists and measures go
 * to all, a few at a time. A province that does not answer is told of and left out of lists; what is asked of it alone
 * throws `ProvinceUnavailable`. Made anew for every request, so that each hears of its own failures.
 */
export function createNationalReader(options: ProvincesOptions): RecordReader & ListReader {
  const provinces = createProvinces(options);
  const lists: ListReader['lists'] = (wanted) => nationalLists(provinces, wanted);
  return {
    partOf: provinceOf,
    agencyWithHeads: async (id) =>
      first(
        await byProvince(provinces, {
          keys: [id],
          agencyOf,
          ask: async (reader) => [await reader.agencyWithHeads(id)],
        }),
      ),
    records: (refs, parts) =>
      byProvince(provinces, { keys: refs, agencyOf: ofRef, ask: (reader, some) => reader.records(some, parts) }),
    async versions(agencyId, year) {
      const ask = async (reader: RecordReader) => [emptyAsNull(await reader.versions(agencyId, year))];
      return first(await byProvince(provinces, { keys: [agencyId], agencyOf, ask })) ?? [];
    },
    reviews: (refs) =>
      byProvince(provinces, { keys: refs, agencyOf: ofRef, ask: (reader, some) => reader.reviews(some) }),
    lists,
    agencySnapshots: (ids) =>
      byProvince(provinces, { keys: ids, agencyOf, ask: (reader, some) => reader.agencySnapshots(some) }),
    agencies: (filter, page) => agencyPage(lists(), filter, page),
    reports: (filter, page) => reportPage(lists(), { filter, order: null }, page),
    ingestion: async (id) => first((await provinces.each((reader) => reader.ingestion(id))).filter(isPresent)),
    ingestions: (filter, page) => nationalIngestions(provinces, filter, page),
  };
}

const agencyOf = (id: string) => id;
const ofRef = ({ agencyId }: { readonly agencyId: string }) => agencyId;

function first<T>(items: readonly (T | null)[]): T | null {
  return items[0] ?? null;
}

function emptyAsNull<T>(items: T[]): T[] | null {
  return items.length === 0 ? null : items;
}

function isPresent<T>(value: T | null): value is T {
  return value !== null;
}
