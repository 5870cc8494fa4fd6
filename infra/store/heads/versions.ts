import type { DocumentRef, VersionHead } from '../../../schema/record/record-store.ts';
import type { Item } from '../batch.ts';
import { queryAll } from '../query-all.ts';
import { agencyPartition, versionsPrefix } from '../table.ts';
import type { TableClient } from '../table-client.ts';
import { headOf, isRetracted } from './head-item.ts';

export interface VersionsAsked {
  readonly document: DocumentRef;
  readonly consistent: boolean;
}

/** Items of the versions that are not retracted, the highest rank first. */
export async function versionItems(table: TableClient, { document, consistent }: VersionsAsked): Promise<Item[]> {
  const items = await queryAll(table, {
    pk: agencyPartition(document.agencyId),
    condition: 'begins_with(sk, :prefix)',
    values: { ':prefix': versionsPrefix(document) },
    consistent,
  });
  return items.filter((item) => !isRetracted(item)).toSorted((a, b) => compare(String(b.rank), String(a.rank)));
}

/** Documents published as the annual report of a year, newest first: of one that was read several times the newest reading. */
export async function reportVersions(table: TableClient, asked: VersionsAsked): Promise<VersionHead[]> {
  const heads = (await versionItems(table, asked)).map(headOf);
  return heads.filter((head, at) => heads.findIndex((other) => isOneDocument(head, other)) === at);
}

function isOneDocument(head: VersionHead, other: VersionHead): boolean {
  return head === other || (head.sha256 !== undefined && head.sha256 === other.sha256);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
