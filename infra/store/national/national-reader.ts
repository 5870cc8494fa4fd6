import type { ListReader } from '../../../schema/record/list-store.ts';
import { agencyPage } from '../../../schema/record/lists/agency-list.ts';
import { reportPage } from '../../../schema/record/lists/report-list.ts';
import type { RecordReader } from '../../../schema/record/record-store.ts';
import { byProvince, provinceOf } from './by-province.ts';
import { nationalBoards } from './national-boards.ts';
import { nationalIngestions } from './national-ingestions.ts';
import { createProvinces, type ProvincesOptions } from './provinces.ts';

/**
 * Reads the tables of many provinces as one. What is asked of an agency goes to its province alone; lists and measures go
 * to all, a few at a time. A province that does not answer is told of and left out of lists; what is asked of it alone
 * throws `ProvinceUnavailable`. Made anew for every request, so that each hears of its own failures.
 */
export function createNationalReader(options: ProvincesOptions): RecordReader & ListReader {
  const provinces = createProvinces(options);
  const boards: ListReader['boards'] = (wanted) => nationalBoards(provinces, wanted);
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
    boards,
    cards: (ids) => byProvince(provinces, { keys: ids, agencyOf, ask: (reader, some) => reader.cards(some) }),
    agencies: (filter, page) => agencyPage(boards(), filter, page),
    reports: (filter, page) => reportPage(boards(), { filter, order: null }, page),
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
