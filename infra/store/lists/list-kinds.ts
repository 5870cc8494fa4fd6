import { Agency } from '../../../schema/record/agency.ts';
import { byDivisionAndName } from '../../../schema/record/lists/order.ts';
import type { VersionHead } from '../../../schema/record/record-store.ts';
import type { Item } from '../batch.ts';
import { agencyOf } from '../heads/agency-item.ts';
import { headAttributes, headOf } from '../heads/head-item.ts';
import { agenciesPartition, documentsPartition } from '../table.ts';

/** A list: which items are its lines, and what is made of them. */
export interface ListKind<Line> {
  /** Its partition of gsi1. */
  readonly partition: string;
  /** What of an item is needed. */
  readonly attributes: readonly string[];
  readonly read: (item: Item) => Line;
  readonly order: (a: Line, b: Line) => number;
}

export const agencyList: ListKind<Agency> = {
  partition: agenciesPartition,
  attributes: Object.keys(Agency.shape),
  read: agencyOf,
  order: byDivisionAndName((agency) => agency),
};

export function documentList(kind: VersionHead['kind'], year: number): ListKind<VersionHead> {
  return {
    partition: documentsPartition({ kind, year }),
    attributes: headAttributes,
    read: headOf,
    order: byDivisionAndName(({ agencyId, agencyName, divisionCode }) => ({
      id: agencyId,
      name: agencyName,
      divisionCode,
    })),
  };
}
