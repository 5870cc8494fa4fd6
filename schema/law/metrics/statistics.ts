/** What a set of values is like. Percentiles are interpolated linearly between the two nearest values. */
export interface Summary {
  readonly mean: number;
  readonly min: number;
  readonly p10: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p90: number;
  readonly max: number;
}

/** Null for no values. */
export function summarise(values: readonly number[]): Summary | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return null;
  const sum = sorted.reduce((total, value) => total + value, 0);
  const at = (share: number) => percentile(sorted, share);
  return {
    ...{ mean: sum / sorted.length, min, max },
    ...{ p10: at(0.1), p25: at(0.25), median: at(0.5), p75: at(0.75), p90: at(0.9) },
  };
}

/** Of sorted values, one at least. */
function percentile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
