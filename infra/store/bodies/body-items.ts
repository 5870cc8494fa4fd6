import { z } from 'zod';
import type { VersionRef } from '../../../schema/record/record-store.ts';
import type { ReportRecord } from '../../../schema/record/report.ts';
import type { Item } from '../batch.ts';
import { type BodyPart, bodyKey } from '../table.ts';
import { encodeBody } from './body.ts';

/** One piece of a body. `of` is how many pieces its part has, so the first piece tells a reader whether to ask for more. */
export const BodyItem = z.object({
  pk: z.string(),
  sk: z.string(),
  of: z.int().positive(),
  bytes: z.instanceof(Uint8Array),
});
export type BodyItem = z.infer<typeof BodyItem>;

/** Every item of a version's body. */
export function bodyItems(ref: VersionRef, record: ReportRecord): Item[] {
  const body = encodeBody(record);
  return [...itemsOf(ref, 'DATA', body.DATA), ...itemsOf(ref, 'TEXT', body.TEXT)];
}

function itemsOf(ref: VersionRef, part: BodyPart, pieces: readonly Uint8Array[]): Item[] {
  return pieces.map((bytes, index) => ({ ...bodyKey(ref, part, index), of: pieces.length, bytes }));
}
