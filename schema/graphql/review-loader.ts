import DataLoader from 'dataloader';
import type { AgencyWithHeads, RecordReader } from '../record-store.ts';
import type { Review, ReviewRef } from '../review.ts';

/** Loads decisions on findings, together with all others asked for in the same turn. */
export type ReviewLoader = DataLoader<ReviewRef, Review | null, string>;

const nameOf = ({ agencyId, year, key }: ReviewRef): string => [agencyId, year, key].join('\n');

/**
 * Decisions of an agency that the request has read anyway come with it; those of all other agencies of a list are one more
 * call, however many there are. `asked` holds the agencies that the request has asked for.
 */
export function reviewLoader(
  reader: RecordReader,
  asked: ReadonlyMap<string, Promise<AgencyWithHeads | null>>,
): ReviewLoader {
  const load = async (refs: readonly ReviewRef[]): Promise<(Review | null)[]> => {
    const agencies = await Promise.all(refs.map(({ agencyId }) => asked.get(agencyId)));
    const unread = refs.filter((_, at) => agencies[at] === undefined);
    const read = unread.length === 0 ? [] : await reader.reviews(unread);
    const byName = new Map(unread.map((ref, at) => [nameOf(ref), read[at] ?? null]));
    return refs.map((ref, at) => byName.get(nameOf(ref)) ?? decided(agencies[at], ref));
  };
  return new DataLoader(load, { cacheKeyFn: nameOf });
}

function decided(agency: AgencyWithHeads | null | undefined, ref: ReviewRef): Review | null {
  return agency?.reviews.find((review) => nameOf(review) === nameOf(ref)) ?? null;
}
