import type { Ingestion } from '../../schema/record/ingestion.ts';

/** What happened to an upload of which nothing else is said. */
export function buildIngestion(said: Partial<Ingestion> & Pick<Ingestion, 'id'>): Ingestion {
  return {
    bucket: 'bucket',
    key: `raw/${said.id}.html`,
    versionId: null,
    sequencer: '0A',
    arrivedAt: '2021-04-01T00:00:00.000Z',
    finishedAt: '2021-04-01T00:00:00.000Z',
    outcome: 'published',
    reasons: [],
    findings: 0,
    records: [],
    sha256: null,
    bytes: null,
    mediaType: null,
    sourceUrl: null,
    parserVersion: '1.0.0',
    milliseconds: 12.5,
    ...said,
  };
}
