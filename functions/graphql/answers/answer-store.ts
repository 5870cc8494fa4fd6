import type { Scope } from '../../../schema/list-store.ts';

/** An answer as it was sent, with what it was made from. */
export interface KeptAnswer {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly etag: string;
  readonly versions: ReadonlyMap<Scope, string>;
}

/** Answers by what was asked. */
export interface AnswerStore {
  get(question: string): KeptAnswer | undefined;
  /** Whether an answer of so many bytes, or more, could be kept. */
  holds(bytes: number): boolean;
  put(question: string, answer: KeptAnswer): void;
  drop(question: string): void;
}

/** Keeps the answers used last, up to so many bytes. */
export function createAnswerStore(mostBytes: number): AnswerStore {
  const kept = new Map<string, KeptAnswer>();
  let bytes = 0;
  const drop = (question: string): void => {
    bytes -= kept.get(question)?.body.length ?? 0;
    kept.delete(question);
  };
  return {
    get(question) {
      const answer = kept.get(question);
      if (answer === undefined) return undefined;
      kept.delete(question);
      kept.set(question, answer);
      return answer;
    },
    holds: (length) => length <= mostBytes,
    put(question, answer) {
      drop(question);
      if (answer.body.length > mostBytes) return;
      kept.set(question, answer);
      bytes += answer.body.length;
      for (const [oldest] of kept) {
        if (bytes <= mostBytes) return;
        drop(oldest);
      }
    },
    drop,
  };
}
