import type { Reader } from '../../../schema/graphql/context.ts';
import type { ListName, ListSnapshot } from '../../../schema/record/list-store.ts';

/** Something that has a version: a list, an agency with its years, or the day. */
export type Source = ListName | 'today' | `agency/${string}`;

/** What an answer was made from. */
export interface Sources {
  /** An agency or a list was read, at a version; null where it must not be kept. */
  note(source: Source, version: string | null): void;
  /** Something was read, or done, of which no version tells. */
  spoil(): void;
  /** What was read with its versions; null where the answer must not be kept. One from dictionaries alone has none, and holds for good. */
  versions(): ReadonlyMap<Source, string> | null;
}

export function createSources(): Sources {
  const versions = new Map<Source, string>();
  let isSpoiled = false;
  return {
    note(source, version) {
      const before = versions.get(source);
      // Read twice at two versions: parts of the answer are of two moments.
      if (version === null || (before !== undefined && before !== version)) isSpoiled = true;
      else versions.set(source, version);
    },
    spoil() {
      isSpoiled = true;
    },
    versions: () => (isSpoiled ? null : versions),
  };
}

/** A reader that notes what is read through it. Records are not noted: a version never changes. */
export function trackedReader(reader: Reader, sources: Sources): Reader {
  const spoiling =
    <Args extends unknown[], Value>(read: (...args: Args) => Value) =>
    (...args: Args): Value => {
      sources.spoil();
      return read(...args);
    };
  const lists: Reader['lists'] = (wanted) => {
    const read = reader.lists(wanted);
    const noted = async <Line>(list: ListName, snapshot: Promise<ListSnapshot<Line>>): Promise<ListSnapshot<Line>> => {
      sources.note(list, (await snapshot).version);
      return snapshot;
    };
    return {
      ...read,
      agencies: (within) => noted('agencies', read.agencies(within)),
      register: (within) => noted('register', read.register(within)),
      denominators: (within) => noted('denominators', read.denominators(within)),
      undecided: (within) => noted('undecided', read.undecided(within)),
      reports: (year, within) => noted(`reports/${year}`, read.reports(year, within)),
      plans: (year, within) => noted(`plans/${year}`, read.plans(year, within)),
      comparisons: (year, within) => noted(`comparisons/${year}`, read.comparisons(year, within)),
      today() {
        const today = read.today();
        sources.note('today', today);
        return today;
      },
      years: spoiling(read.years),
    };
  };
  return {
    ...reader,
    async agencyWithHeads(id) {
      const agency = await reader.agencyWithHeads(id);
      // Of an agency that there is not, the id is whatever somebody sent: its answer is not kept.
      sources.note(`agency/${id}`, agency?.version ?? null);
      return agency;
    },
    lists,
    agencySnapshots: spoiling(reader.agencySnapshots),
    versions: spoiling(reader.versions),
    reviews: spoiling(reader.reviews),
    agencies: spoiling(reader.agencies),
    reports: spoiling(reader.reports),
    ingestion: spoiling(reader.ingestion),
    ingestions: spoiling(reader.ingestions),
  };
}
