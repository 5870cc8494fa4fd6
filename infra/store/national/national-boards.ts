import type { Agency } from '../../../schema/record/agency.ts';
import type { Board, Boards } from '../../../schema/record/list-store.ts';
import { byDivisionAndName } from '../../../schema/record/lists/order.ts';
import type { VersionHead } from '../../../schema/record/record-store.ts';
import { codeLength, provinceOf, unknownProvince } from './by-province.ts';
import { createLineBudget } from './line-budget.ts';
import { mostLinesOfRequest } from './national-sizes.ts';
import type { ProvinceReader, Provinces } from './provinces.ts';

const byAgency = byDivisionAndName((agency: Agency) => agency);
const byAgencyOfHead = byDivisionAndName(({ agencyId, agencyName, divisionCode }: VersionHead) => ({
  id: agencyId,
  name: agencyName,
  divisionCode,
}));

/** A list, how a province is asked for it, and how its lines are ordered. */
interface NationalList<Line> {
  readonly name: string;
  readonly ask: (boards: Boards) => Promise<Board<Line>>;
  readonly order: (a: Line, b: Line) => number;
}

/**
 * The lists of all provinces as one, and of what lies in one province that province's alone. A list lacks the provinces that
 * do not answer. Throws `ListTooLarge` for a request that would hold more than fits into memory.
 */
export function nationalBoards(provinces: Provinces, wanted?: { readonly current: boolean }): Boards {
  const budget = createLineBudget(mostLinesOfRequest);
  // Each province's lists are those of one moment: all of a request are read from the same.
  const moments = new Map<ProvinceReader, Boards>();
  const momentOf = (reader: ProvinceReader): Boards => {
    const boards = moments.get(reader) ?? reader.boards(wanted);
    moments.set(reader, boards);
    return boards;
  };
  async function read<Line>({ name, ask, order }: NationalList<Line>, within = ''): Promise<Board<Line>> {
    const question = (reader: ProvinceReader, code: string) =>
      budget.spend(`${code} ${name}`, () => ask(momentOf(reader)));
    const boards = await provinces.each(question, isOneProvince(within) ? provinceOf(within) : null);
    const lines = boards.flatMap((board) => board.lines).sort(order);
    // What is said of a part cannot be held against what the nation is at.
    const isWhole = !isOneProvince(within);
    return { lines, version: isWhole ? togetherAt(boards.map(({ version }) => version)) : null };
  }
  const togetherAt = (versions: readonly (string | null)[]) =>
    provinces.isPartial() || versions.includes(null) ? null : JSON.stringify(versions);
  const documents = (list: 'reports' | 'plans', year: number) => ({
    name: `${list}/${year}`,
    ask: (boards: Boards) => boards[list](year),
    order: byAgencyOfHead,
  });
  return {
    agencies: (within) => read({ name: 'agencies', ask: (boards) => boards.agencies(), order: byAgency }, within),
    reports: (year, within) => read(documents('reports', year), within),
    plans: (year, within) => read(documents('plans', year), within),
    version: async (list) => togetherAt(await provinces.each((reader) => momentOf(reader).version(list))),
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
