import { createHash } from 'node:crypto';
import type { Comparison } from '../../../schema/record/comparison.ts';
import type { AgencyWithHeads, YearsAround } from '../../../schema/record/record-store.ts';
import { byMerit } from '../../../schema/record/renditions.ts';
import { type Review, withDecisions } from '../../../schema/record/review.ts';
import { agencyOfHead, type DocumentRef, type VersionHead } from '../../../schema/record/version-head.ts';
import { type Item, queryAll, type TableClient } from '../calls.ts';
import {
  agencyKey,
  agencyPartition,
  lastHeadKey,
  versionsPrefix,
  type YearItemKind,
  yearItemKind,
  yearsRange,
} from '../table.ts';
import { agencyOf, comparisonOf, headOf, isRetracted, reviewOf } from './items.ts';

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

/** Of the items of a report's versions, the highest rank first, the one to be current after what was decided of them. */
export function currentItem(items: readonly Item[], reviews: readonly Review[]): Item | undefined {
  const heads = items.map((item) => withDecisions(headOf(item), reviews));
  const [best] = byMerit(newestReadings(heads));
  return best === undefined ? undefined : items[heads.indexOf(best)];
}

/** Documents published as the annual report of a year, newest first: of one that was read several times the newest reading. */
export async function reportVersions(table: TableClient, asked: VersionsAsked): Promise<VersionHead[]> {
  return newestReadings((await versionItems(table, asked)).map(headOf));
}

/** Without the earlier readings of a document: heads come newest first. */
export function newestReadings(heads: readonly VersionHead[]): VersionHead[] {
  return heads.filter((head, at) => !heads.slice(0, at).some((newer) => isReadAgain(head, newer)));
}

/** Release 0.2.0 knew the files of an archive by the hash of the whole, later ones by that hash and the file's path. */
function isReadAgain({ sha256 }: VersionHead, newer: VersionHead): boolean {
  if (sha256 === undefined || newer.sha256 === undefined) return false;
  return newer.sha256 === sha256 || newer.sha256.startsWith(`${sha256}/`);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** An agency with all that is known of its years without reading a body, in one Query; null where nothing is stored of it. */
export async function agencyWithHeads(table: TableClient, id: string): Promise<AgencyWithHeads | null> {
  const items = await queryAll(table, {
    pk: agencyPartition(id),
    condition: 'sk <= :last',
    values: { ':last': lastHeadKey },
    consistent: true,
  });
  const own = items.find(({ sk }) => sk === agencyKey(id).sk);
  const years = yearItems(items.filter((item) => item !== own));
  const newest = years.heads.map(headOf).at(-1);
  // The agency's own item is the last of a first report's writes: until it is there, its head says as much.
  const agency = own !== undefined ? agencyOf(own) : newest !== undefined ? agencyOfHead(newest) : null;
  return agency === null ? null : { agency, ...years, heads: years.heads.map(headOf), version: digest(items) };
}

/** Of items that say by a rank what they hold the rank, of others all: the same digest, the same items. */
function digest(items: readonly Item[]): string {
  const hash = createHash('sha256');
  for (const item of items) hash.update(JSON.stringify('rank' in item ? [item.sk, item.rank] : item));
  return hash.digest('base64url');
}

/** The reports of a year and of its neighbours as they are now, and how they compare. */
export async function yearsAround(table: TableClient, agencyId: string, year: number): Promise<YearsAround> {
  const { first, last } = yearsRange(year - 1, year + 1);
  const items = await queryAll(table, {
    pk: agencyPartition(agencyId),
    condition: 'sk BETWEEN :first AND :last',
    values: { ':first': first, ':last': last },
    consistent: true,
  });
  const { heads, ...around } = yearItems(items);
  return { reports: heads.map(headOf).filter(isReport), ...around };
}

function isReport({ kind }: VersionHead): boolean {
  return kind === 'annual-report';
}

interface YearItems {
  readonly heads: readonly Item[];
  readonly comparisons: readonly Comparison[];
  readonly reviews: readonly Review[];
}

/** What stands under `HEAD#`, by what it is. */
function yearItems(items: readonly Item[]): YearItems {
  const of = (kind: YearItemKind): Item[] => items.filter(({ sk }) => yearItemKind(String(sk)) === kind);
  return {
    heads: of('head'),
    comparisons: of('comparison').map(comparisonOf),
    reviews: of('review').map(reviewOf),
  };
}
