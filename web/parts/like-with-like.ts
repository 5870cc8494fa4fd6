import type { Scope } from '../data/documents.generated.ts';

/** Whose figures a report may give, the widest first. */
export const scopes = ['territory', 'ownLevel', 'organ', 'unknown'] as const satisfies readonly Scope[];

interface Ranked {
  readonly rank: number;
  readonly value: number;
  readonly report: { readonly scope: { readonly scope: Scope } };
}

/** The agencies of a group whose figures are of one scope, ranked among themselves. */
export interface LikeWithLike<R extends Ranked> {
  readonly scope: Scope;
  /** How many have a value, listed or not. */
  readonly count: number;
  /** The highest first; equal values have one rank. */
  readonly ranked: readonly R[];
}

/** A ranking of the API, parted by scope: an office is not ranked among whole governments. The highest of all are listed, so those of a scope are its highest. */
export function likeWithLike<R extends Ranked>({
  scopes: counts,
  ranking,
}: {
  readonly scopes: readonly { readonly scope: Scope; readonly count: number }[];
  readonly ranking: readonly R[];
}): LikeWithLike<R>[] {
  return scopes.flatMap((scope) => {
    const like = ranking.filter(({ report }) => report.scope.scope === scope);
    const count = counts.find((one) => one.scope === scope)?.count ?? 0;
    if (like.length === 0) return [];
    const rankOf = (value: number) => 1 + like.findIndex((one) => one.value === value);
    return [{ scope, count, ranked: like.map((one) => ({ ...one, rank: rankOf(one.value) })) }];
  });
}
