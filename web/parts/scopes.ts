import type { Scope } from '../data/documents.generated.ts';

/** Whose figures a report may give, the widest first. */
export const scopes = ['territory', 'ownLevel', 'organ', 'unknown'] as const satisfies readonly Scope[];
