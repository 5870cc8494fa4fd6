import type { Clock } from './clock.ts';

/** Lets requests to one host come one at a time, with a pause between. */
export interface HostTurns {
  /** Does a piece of work when the host is free and `pauseMs` have passed since the work before ended. */
  take<Result>(host: string, pauseMs: number, work: () => Promise<Result>): Promise<Result>;
}

export function hostTurns(clock: Clock): HostTurns {
  const last = new Map<string, { readonly over: Promise<unknown>; endedAt: number | null }>();
  return {
    take(host, pauseMs, work) {
      const before = last.get(host);
      const turn = { over: Promise.resolve() as Promise<unknown>, endedAt: null as number | null };
      const result = (async () => {
        await before?.over;
        const wait = before?.endedAt == null ? 0 : before.endedAt + pauseMs - clock.now();
        if (wait > 0) await clock.sleep(wait);
        return work();
      })();
      turn.over = result
        .then(
          () => undefined,
          () => undefined,
        )
        .then(() => {
          turn.endedAt = clock.now();
        });
      last.set(host, turn);
      return result;
    },
  };
}
