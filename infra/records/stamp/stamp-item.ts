import { z } from 'zod';

const Item = z.looseObject({
  /** Who is writing, see `announcementOf`. */
  pending: z.set(z.string()).default(new Set<string>()),
  /** When a writer last ended, in milliseconds since 1970. */
  writtenAt: z.number().default(0),
  /** Changes announced of which the log tells. All are counted under `table`, and under the list they change. */
  changes: z.number().default(0),
});

/** The item that every writer counts up, as it stands in the table. */
export interface StampItem {
  readonly writtenAt: number;
  readonly changes: number;
  readonly announcements: readonly Announcement[];
  /** Names that stand in the item: every list that was ever written among them. */
  readonly counted: readonly string[];
  countOf(scope: string): number;
}

/** A writer that says what it is about to change. */
export interface Announcement {
  /** As it stands in the item, to be taken off again. */
  readonly token: string;
  /** When it is taken for dead, in milliseconds since 1970. */
  readonly until: number;
  readonly scope: string;
  /** Number of a change before all of its own. */
  readonly since: number;
}

export function stampItemOf(stored: Readonly<Record<string, unknown>> | undefined): StampItem {
  const { pending, writtenAt, changes, ...counts } = Item.parse(stored ?? {});
  return {
    ...{ writtenAt, changes },
    announcements: [...pending].map(announcementOf),
    counted: Object.keys(counts),
    countOf: (scope) => z.number().default(0).parse(counts[scope]),
  };
}

const separator = '|';

export function tokenOf({ until, scope, since }: Omit<Announcement, 'token'>, writer: string): string {
  return [until, scope, writer, since].join(separator);
}

/** A release that kept no log announced itself without a number: it may have changed anything. */
function announcementOf(token: string): Announcement {
  const [until, scope = '', _writer, since] = token.split(separator);
  const isNumber = /^\d+$/.test(since ?? '');
  return { token, until: Number(until), scope, since: isNumber ? Number(since) : 0 };
}
