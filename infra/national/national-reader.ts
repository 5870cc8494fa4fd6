import type { ListReader, Scope } from '../../schema/list-store.ts';
import { agencyPage } from '../../schema/lists/agency-list.ts';
import { reportPage } from '../../schema/lists/report-list.ts';
import type { RecordReader } from '../../schema/record-store.ts';
import { byProvince, provinceOf } from './by-province.ts';
import { nationalBoards, togetherAt } from './national-boards.ts';
import { nationalIngestions } from './national-ingestions.ts';
import { createProvinces, type Provinces, type ProvincesOptions } from './provinces.ts';

/**
 * Reads the tables of many provinces as one. What is asked of an agency goes to its province alone; lists and measures go
 * to all, a few at a time. A province that does not answer is told of and left out of lists; what is asked of it alone
 * throws `ProvinceUnavailable`. Made anew for every request, so that each hears of its own failures.
 */
export function createNationalReader(options: ProvincesOptions): RecordReader & ListReader {
  const provinces = createProvinces(options);
  const boards = () => nationalBoards(provinces);
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
    versionsOf: (scopes) => Promise.all(scopes.map((scope) => versionOf(provinces, scope))),
    agencies: (filter, page) => agencyPage(boards(), filter, page),
    reports: (filter, page) => reportPage(boards(), { filter, order: null }, page),
    ingestion: async (id) => first((await provinces.each((reader) => reader.ingestion(id))).filter(isPresent)),
    ingestions: (filter, page) => nationalIngestions(provinces, filter, page),
  };
}

const agencyOf = (id: string) => id;
const ofRef = ({ agencyId }: { readonly agencyId: string }) => agencyId;

const ofAgency = 'agency/';

/** What a scope is at; null where a province does not answer. */
async function versionOf(provinces: Provinces, scope: Scope): Promise<string | null> {
  const ask = async (reader: ListReader) => first(await reader.versionsOf([scope]));
  if (scope.startsWith(ofAgency)) return provinces.one(provinceOf(scope.slice(ofAgency.length)), ask);
  const versions = await provinces.each(ask);
  return provinces.isPartial() ? null : togetherAt(versions);
}

function first<T>(items: readonly (T | null)[]): T | null {
  return items[0] ?? null;
}

function emptyAsNull<T>(items: T[]): T[] | null {
  return items.length === 0 ? null : items;
}

function isPresent<T>(value: T | null): value is T {
  return value !== null;
}
