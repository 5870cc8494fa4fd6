import { z } from 'zod';
import type { VersionHead } from '../../../schema/record/record-store.ts';
import type { Item } from '../batch.ts';
import type { RankedItem } from '../put-if-newer.ts';
import { changeIndexKeys, documentsPartition, headIndexKeys, headKey, versionKey } from '../table.ts';
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
