import type { VersionHead } from '../record-store.ts';

/** Two versions of one report, the earlier and the later. What differs is told when it is asked for. */
export interface DifferenceNode {
  readonly before: VersionHead;
  readonly after: VersionHead;
}
