import type { Reader } from '../../../schema/graphql/context.ts';
import type { Board, ListName } from '../../../schema/record/list-store.ts';

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
  const boards: Reader['boards'] = (wanted) => {
    const lists = reader.boards(wanted);
    const noted = async <Line>(list: ListName, board: Promise<Board<Line>>): Promise<Board<Line>> => {
      sources.note(list, (await board).version);
      return board;
    };
    return {
      ...lists,
      agencies: (within) => noted('agencies', lists.agencies(within)),
      register: (within) => noted('register', lists.register(within)),
      reports: (year, within) => noted(`reports/${year}`, lists.reports(year, within)),
      plans: (year, within) => noted(`plans/${year}`, lists.plans(year, within)),
      today() {
        const today = lists.today();
        sources.note('today', today);
        return today;
      },
      years: spoiling(lists.years),
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
    boards,
    cards: spoiling(reader.cards),
    versions: spoiling(reader.versions),
    reviews: spoiling(reader.reviews),
    agencies: spoiling(reader.agencies),
    reports: spoiling(reader.reports),
    ingestion: spoiling(reader.ingestion),
    ingestions: spoiling(reader.ingestions),
  };
}
