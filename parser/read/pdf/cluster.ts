/** Numbers near each other as one, rising: each the first of those within `reach` above it. */
export function cluster(values: readonly number[], reach: number): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((one, other) => one - other)) {
    const last = found.at(-1);
    if (last === undefined || value - last > reach) found.push(value);
  }
  return found;
}

/** Index of the span between two rising edges that holds a value; null outside all. */
export function spanAt(edges: readonly number[], value: number): number | null {
  let low = 0;
  let high = edges.length - 1;
  if (high < 1 || value < (edges[0] ?? 0) || value > (edges[high] ?? 0)) return null;
  while (high - low > 1) {
    const half = (low + high) >> 1;
    if (value >= (edges[half] ?? 0)) low = half;
    else high = half;
  }
  return low;
}
