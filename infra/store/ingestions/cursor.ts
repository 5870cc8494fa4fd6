import { z } from 'zod';
import { InvalidCursor } from '../../../schema/record/invalid-cursor.ts';

/** Where a page ended: the item's key in the table and in the index the list is read from. */
export const Cursor = z.tuple([z.string(), z.string(), z.string()]);
export type Cursor = readonly [pk: string, sk: string, indexSort: string];

/** Opaque to whoever holds it. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Throws `InvalidCursor` for anything but a cursor into a list whose sort keys begin with `prefix`. */
export function decodeCursor(text: string, prefix: string): Cursor {
  const cursor = Cursor.safeParse(jsonOrNull(Buffer.from(text, 'base64url').toString()));
  if (!cursor.success || !cursor.data[2].startsWith(prefix)) throw new InvalidCursor();
  return cursor.data;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
