import type { Reader } from '../../../schema/graphql/context.ts';
import type { Board, Boards, Scope } from '../../../schema/list-store.ts';
import type { ReadLog } from './read-log.ts';

/** A reader that notes what is read through it. Records are not noted: a version never changes. */
export function trackedReader(reader: Reader, log: ReadLog): Reader {
  const spoiling =
    <Args extends unknown[], Value>(read: (...args: Args) => Value) =>
    (...args: Args): Value => {
      log.spoil();
      return read(...args);
    };
  return {
    ...reader,
    async agencyWithHeads(id) {
      const agency = await reader.agencyWithHeads(id);
      // Of an agency that there is not, the id is whatever somebody sent: its answer is not kept.
      log.note(`agency/${id}`, agency?.version ?? null);
      return agency;
    },
    boards: () => trackedBoards(reader.boards(), log),
    cards(ids) {
      // Whatever changes a card counts the list of agencies up. Where that was not read before, the card may be newer.
      if (log.versions()?.has('agencies') !== true) log.spoil();
      return reader.cards(ids);
    },
    versions: spoiling(reader.versions),
    reviews: spoiling(reader.reviews),
    agencies: spoiling(reader.agencies),
    reports: spoiling(reader.reports),
    ingestion: spoiling(reader.ingestion),
    ingestions: spoiling(reader.ingestions),
  };
}

function trackedBoards(boards: Boards, log: ReadLog): Boards {
  const noted = async <Line>(scope: Scope, board: Promise<Board<Line>>): Promise<Board<Line>> => {
    log.note(scope, (await board).version);
    return board;
  };
  return {
    agencies: (within) => noted('agencies', boards.agencies(within)),
    reports: (year, within) => noted(`reports/${year}`, boards.reports(year, within)),
    plans: (year, within) => noted(`plans/${year}`, boards.plans(year, within)),
    years() {
      log.spoil();
      return boards.years();
    },
  };
}
