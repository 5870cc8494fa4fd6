import type { Agency } from '../../schema/agency.ts';
import type { Board, Boards } from '../../schema/list-store.ts';
import { byDivisionAndName } from '../../schema/lists/order.ts';
import type { VersionHead } from '../../schema/record-store.ts';
import type { BoardCache } from '../records/board-cache.ts';
import type { ProvinceReader, Provinces } from './provinces.ts';

const byAgency = byDivisionAndName((agency: Agency) => agency);
const byAgencyOfHead = byDivisionAndName(({ agencyId, agencyName, divisionCode }: VersionHead) => ({
  id: agencyId,
  name: agencyName,
  divisionCode,
}));

/** The lists of all provinces as one. A list lacks the provinces that do not answer, and is then not kept. */
export function nationalBoards(provinces: Provinces, cache: BoardCache): Boards {
  // Each province's lists are those of one moment: all of a request are read from the same.
  const moments = new Map<ProvinceReader, Boards>();
  const momentOf = (reader: ProvinceReader): Boards => {
    const boards = moments.get(reader) ?? reader.boards();
    moments.set(reader, boards);
    return boards;
  };
  const each = <T>(ask: (boards: Boards) => Promise<T>) => provinces.each((reader) => ask(momentOf(reader)));
  const documents = async (list: 'reports' | 'plans', year: number) =>
    merged(await each((boards) => boards[list](year)), {
      provinces,
      cache,
      name: `${list}/${year}`,
      order: byAgencyOfHead,
    });
  return {
    agencies: async () =>
      merged(await each((boards) => boards.agencies()), { provinces, cache, name: 'agencies', order: byAgency }),
    reports: (year) => documents('reports', year),
    plans: (year) => documents('plans', year),
    async years() {
      const years = await each((boards) => boards.years());
      return [...new Set(years.flat())].sort((a, b) => a - b);
    },
  };
}

interface Merging<Line> {
  readonly provinces: Provinces;
  readonly cache: BoardCache;
  readonly name: string;
  readonly order: (a: Line, b: Line) => number;
}

function merged<Line>(boards: readonly Board<Line>[], merging: Merging<Line>): Promise<Board<Line>> {
  const { provinces, cache, name, order } = merging;
  const versions = boards.map(({ version }) => version);
  const version = provinces.isPartial() ? null : togetherAt(versions);
  return cache.get(name, version, async () => boards.flatMap(({ lines }) => lines).sort(order));
}

/** What several parts are at as one, null where one of them may not be kept. */
export function togetherAt(versions: readonly (string | null)[]): string | null {
  return versions.includes(null) ? null : JSON.stringify(versions);
}
