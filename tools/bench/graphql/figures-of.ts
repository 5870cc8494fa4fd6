import { figurePaths } from '../../../infra/store/heads/head-line.ts';

/** The figures that reports on form 2019 and 2021 have, other values for each. */
export function figuresOf(seed: number): Record<string, number> {
  const totals = figurePaths.filter((path) =>
    /^(?:applications\..*\.total|reviewAndLitigation\.|proactiveDisclosure\.)/.test(path),
  );
  return Object.fromEntries(totals.map((path, at) => [path, (seed * (at + 3)) % 997]));
}
