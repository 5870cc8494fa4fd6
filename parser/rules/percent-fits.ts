import type { Percent } from '../extract/claims/claim.ts';

/** Percentage points by which a round percentage (约, 近) may be off before it is grossly so. */
const gross = 10;
/** Doubles are not exact: a little more than a whole unit is one. */
const slack = 1e-9;

/**
 * Whether a percentage follows from figures, to the printed precision. Reports round and cut off, so it may differ by
 * less than one unit of its last printed place.
 */
export function fitsPercent(follows: number, { value, decimals, approximate }: Percent): boolean {
  const allowed = approximate ? gross : 10 ** -decimals;
  return Math.abs(follows - value) < allowed + slack;
}
