import type { Uploaded } from './upload-all.ts';

/** What became of an upload in a line, of which every entry is counted once: `3 published, 1 held, 2 rejected (empty 1, image 1), 1 failed`. */
export function outcomeSummary(uploaded: readonly Uploaded[], failed: number): string {
  const ingested = uploaded.flatMap((one) => (one.state === 'failed' ? [] : (one.ingestion ?? [])));
  const count = (outcome: string) => ingested.filter((one) => one.outcome === outcome).length;
  const codes = ingested.flatMap(({ outcome, reasons }) =>
    outcome === 'rejected' ? [reasons[0]?.code ?? 'no-reason'] : [],
  );
  const byCode = [...Map.groupBy(codes, (code) => code)].map(([code, { length }]) => ({ code, length }));
  const listed = byCode
    .sort((left, right) => right.length - left.length)
    .map(({ code, length }) => `${code} ${length}`);
  const why = listed.length === 0 ? '' : ` (${listed.join(', ')})`;
  return `${count('published')} published, ${count('held')} held, ${count('rejected')} rejected${why}, ${failed} failed`;
}
