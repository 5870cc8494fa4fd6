import type { Finding } from '../../schema/record/finding.ts';

/** Findings that a new reading has and the stored one has not, and the other way round. */
export interface FindingChanges {
  readonly come: readonly Finding[];
  readonly gone: readonly Finding[];
}

/** Findings are the same where rule, severity, cause, cells and figures are; other words for them are no change. */
export function findingChanges(before: readonly Finding[], after: readonly Finding[]): FindingChanges {
  return { come: without(after, before), gone: without(before, after) };
}

/** What is left of a list when each of another is taken from it once. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(identity(other), (counts.get(identity(other)) ?? 0) + 1);
  return findings.filter((finding) => {
    const left = counts.get(identity(finding)) ?? 0;
    counts.set(identity(finding), left - 1);
    return left <= 0;
  });
}

function identity({ rule, severity, cause, cells, expected, actual }: Finding): string {
  return JSON.stringify([rule, severity, cause, cells.toSorted(), expected, actual]);
}
