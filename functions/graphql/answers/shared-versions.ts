import type { Reader } from '../../../schema/graphql/context.ts';
import type { Source } from './tracked-reader.ts';

/** What an agency or a list is at, an agency not before it was asked; null where nothing is stored of it, or not all of it is there. */
export type VersionOf = (source: Source) => Promise<string | null>;

/**
 * Asks the store for many requests at once. A question that comes while its agency is being read waits for the next turn, for what
 * is under way may have been read before a write that the asker already knows of.
 */
export function createSharedVersions(reader: () => Pick<Reader, 'agencyWithHeads' | 'boards'>): VersionOf {
  const turns = new Map<string, { underWay: Promise<unknown>; next: Promise<string | null> | null }>();
  return (source) => {
    // Lists share their readings themselves.
    if (!isAgency(source)) return reader().boards().version(source);
    const agencyId = source.slice(ofAgency.length);
    const turn = turns.get(agencyId) ?? { underWay: Promise.resolve(), next: null };
    turns.set(agencyId, turn);
    turn.next ??= read(agencyId, turn);
    return turn.next;
  };

  async function read(agencyId: string, turn: { underWay: Promise<unknown>; next: Promise<string | null> | null }) {
    await turn.underWay;
    turn.next = null;
    const reading = reader().agencyWithHeads(agencyId);
    const ended = reading.catch(() => undefined);
    turn.underWay = ended;
    void ended.then(() => {
      if (turn.next === null) turns.delete(agencyId);
    });
    return (await reading)?.version ?? null;
  }
}

const ofAgency = 'agency/';

function isAgency(source: Source): source is `agency/${string}` {
  return source.startsWith(ofAgency);
}
