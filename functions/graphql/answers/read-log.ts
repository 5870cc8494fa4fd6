import type { Scope } from '../../../schema/list-store.ts';

/** What an answer was made from: each scope with the version it had when it was read. */
export interface ReadLog {
  note(scope: Scope, version: string | null): void;
  /** Something was read, or done, that no version tells of. */
  spoil(): void;
  /** Null where the answer must not be kept. An answer from dictionaries alone has no scope, and holds for good. */
  versions(): ReadonlyMap<Scope, string> | null;
}

export function createReadLog(): ReadLog {
  const versions = new Map<Scope, string>();
  let spoiled = false;
  return {
    note(scope, version) {
      const before = versions.get(scope);
      // Read twice at two versions: parts of the answer are of two moments.
      if (version === null || (before !== undefined && before !== version)) spoiled = true;
      else versions.set(scope, version);
    },
    spoil() {
      spoiled = true;
    },
    versions: () => (spoiled ? null : versions),
  };
}
