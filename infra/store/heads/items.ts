import { z } from 'zod';
import { Agency } from '../../../schema/record/agency.ts';
import { Comparison } from '../../../schema/record/comparison.ts';
import { Review } from '../../../schema/record/review.ts';
import type { VersionHead } from '../../../schema/record/version-head.ts';
import type { Item, RankedItem } from '../calls.ts';
import {
  agenciesPartition,
  agencyIndexKeys,
  agencyKey,
  changeIndexKeys,
  comparisonIndexKeys,
  comparisonKey,
  comparisonsPartition,
  documentsPartition,
  headIndexKeys,
  headKey,
  reviewKey,
  versionKey,
} from '../table.ts';
import { decodeHead, encodeHead } from './head-line.ts';

/** The attributes of an item that make a head. */
export const headAttributes = ['head'] as const;

/** The current version of a year as of now: the item whose change makes a new report visible. */
export function headItem(head: VersionHead, rank: string): RankedItem {
  const keys = { ...headKey(head), ...headIndexKeys(head), ...changeIndexKeys(documentsPartition(head), Date.now()) };
  return { ...keys, head: encodeHead(head), rank };
}

/** A version that is stored whole. */
export function versionItem(head: VersionHead, rank: string): RankedItem {
  return { ...versionKey(head), head: encodeHead(head), rank };
}

export function headOf(item: Item): VersionHead {
  return decodeHead(headText(item));
}

/** Throws where an item is not a head: the table holds what this code did not write. */
function headText({ head }: Item): string {
  // A list has thousands of them: no schema is asked for one string.
  if (typeof head !== 'string') throw new Error('The item holds no head');
  return head;
}

/** On a version that a newer parser took back. */
const Retracted = z.object({ retracted: z.boolean().default(false) });

/** Whether a version was taken back: it stays stored, and is no longer one of its year. */
export function isRetracted(item: Item): boolean {
  return Retracted.parse(item).retracted;
}

/** What is known of an agency as of now, from the newest version of its newest year. */
export function agencyItem(agency: Agency, year: number, rank: string): RankedItem {
  const changed = changeIndexKeys(agenciesPartition, Date.now());
  return { ...agencyKey(agency.id), ...agencyIndexKeys(agency), ...changed, ...agency, rank: `${year}#${rank}` };
}

/** Throws where an item is not an agency. */
export function agencyOf(item: Item): Agency {
  return Agency.parse(item);
}

/** A decision; of two on one finding the later stands, of two in one moment that of the greater name. */
export function reviewItem(review: Review): RankedItem {
  const rank = `${review.at}#${review.reviewer}#${review.decision}`;
  return { ...reviewKey(review.agencyId, review.year, review.key), ...review, rank };
}

/** Throws where an item is not a decision. */
export function reviewOf(item: Item): Review {
  return Review.parse(item);
}

/** What two reports say of each other, under the year of the later one; its rank names all that it follows from. */
export function comparisonItem(comparison: Comparison): RankedItem {
  const { agencyId, kind, before, after, parserVersion } = comparison;
  const changed = changeIndexKeys(comparisonsPartition(after.year), Date.now());
  const keys = { ...comparisonKey(agencyId, after.year, kind), ...comparisonIndexKeys(comparison), ...changed };
  return { ...keys, ...comparison, rank: `${parserVersion}#${before.version}#${after.version}` };
}

/** Throws where an item is not a comparison. */
export function comparisonOf(item: Item): Comparison {
  return Comparison.parse(item);
}
