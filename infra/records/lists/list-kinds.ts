import { Agency } from '../../../schema/agency.ts';
import { byDivisionAndName } from '../../../schema/lists/order.ts';
import type { DocumentRef, VersionHead } from '../../../schema/record-store.ts';
import { agenciesPartition, agencyKey, documentsPartition, headKey, type TableKey } from '../../table.ts';
import type { Item } from '../batch.ts';
import { agencyOf } from '../heads/agency-item.ts';
import { headAttributes, headText } from '../heads/head-item.ts';
import { headOfLine } from '../heads/head-line.ts';
import { type ListScope, listOf } from '../stamp/stamp.ts';

/** A list: which items are its lines, and what is made of them. */
export interface ListKind<Line> {
  readonly scope: ListScope;
  /** Its partition of gsi1. */
  readonly partition: string;
  /** What of an item is needed. */
  readonly attributes: readonly string[];
  /** A line as JSON, as it is kept in a snapshot, and the line made of it. */
  readonly jsonOf: (item: Item) => unknown;
  readonly read: (json: unknown) => Line;
  readonly order: (a: Line, b: Line) => number;
  readonly keyOf: (line: Line) => TableKey;
  /** The item that may be another once a document has changed; null where the list has nothing of it. */
  readonly changedBy: (document: DocumentRef) => TableKey | null;
}

export const agencyList: ListKind<Agency> = {
  scope: 'agencies',
  partition: agenciesPartition,
  attributes: Object.keys(Agency.shape),
  jsonOf: agencyOf,
  read: (json) => Agency.parse(json),
  order: byDivisionAndName((agency) => agency),
  keyOf: ({ id }) => agencyKey(id),
  changedBy: ({ agencyId }) => agencyKey(agencyId),
};

export function documentList(kind: VersionHead['kind'], year: number): ListKind<VersionHead> {
  const scope = listOf({ kind, year });
  return {
    scope,
    partition: documentsPartition({ kind, year }),
    attributes: headAttributes,
    jsonOf: (item) => JSON.parse(headText(item)),
    read: headOfLine,
    order: byDivisionAndName(({ agencyId, agencyName, divisionCode }) => ({
      id: agencyId,
      name: agencyName,
      divisionCode,
    })),
    keyOf: headKey,
    changedBy: (document) => (listOf(document) === scope ? headKey(document) : null),
  };
}

const yearOf = /^(reports|plans)\/(\d+)$/;

/** Calls `use` with the list of a scope. */
export function withList<T>(scope: ListScope, use: <Line>(kind: ListKind<Line>) => T): T {
  const [, list, year] = yearOf.exec(scope) ?? [];
  return list === undefined
    ? use(agencyList)
    : use(documentList(list === 'reports' ? 'annual-report' : 'work-plan', Number(year)));
}
