import process from 'node:process';

/** How many cases a generated test tries: as many as fit a run of all tests, or FC_RUNS of them (`npm run test:nightly`). */
export function runs(usual: number): number {
  return Number(process.env.FC_RUNS ?? usual);
}
