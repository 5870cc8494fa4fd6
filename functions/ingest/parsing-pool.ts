import { createParsingWorker, type ParsingWorker, type WorkerLimits } from './parse-in-worker.ts';

/** Parses as many documents at a time as it has threads; the next document goes to the thread with the fewest waiting. */
export function createParsingPool(threads: number, limits: WorkerLimits): ParsingWorker {
  const workers = Array.from({ length: threads }, () => ({ worker: createParsingWorker(limits), waiting: 0 }));
  return {
    async parse(bytes, hints) {
      const idlest = workers.reduce((best, next) => (next.waiting < best.waiting ? next : best));
      idlest.waiting += 1;
      try {
        return await idlest.worker.parse(bytes, hints);
      } finally {
        idlest.waiting -= 1;
      }
    },
    async close() {
      await Promise.all(workers.map(({ worker }) => worker.close()));
    },
  };
}
