import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traceText, traceUploads } from '../../cli/trace.ts';
import { buildAgency, buildRecord } from '../support/build-record.ts';
import { documentOf } from '../support/json-parser.ts';
import { type OperatedStack, startOperatedStack } from '../support/operated-stack.ts';

const agency = buildAgency();

describe('uploads that were ingested', () => {
  let stack: OperatedStack;
  beforeAll(async () => {
    stack = await startOperatedStack({ ingesting: true });
    await stack.aws.upload('raw/a/2021.json', documentOf(buildRecord({ year: 2021, received: 1 })));
    await stack.aws.stack.idle();
    await stack.aws.upload('raw/a/2021.json', documentOf(buildRecord({ year: 2021, received: 2 })));
    await stack.aws.upload('raw/b/none.json', '[]');
    await stack.aws.stack.idle();
  });
  afterAll(() => stack.aws.close());

  it('are told version by version, the newest first, with what readers see', async () => {
    const traces = await traceUploads(stack.target, 'raw/a/');
    expect(traces.map(({ upload }) => upload.ordinal).sort()).toEqual([1, 2]);
    const seen = traces.flatMap(({ records }) => records);
    expect(seen).toHaveLength(2);
    expect(seen.filter(({ isCurrent }) => isCurrent)).toMatchObject([
      { agencyName: agency.name, instead: null, record: { agencyId: agency.id, year: 2021 } },
    ]);
    expect(seen.filter(({ isCurrent }) => isCurrent === false)).toMatchObject([
      { instead: { key: 'raw/a/2021.json' } },
    ]);
    for (const { waitedMs, ingestion } of traces) {
      expect(ingestion?.outcome).toBe('published');
      expect(waitedMs).toBeGreaterThanOrEqual(0);
      expect(waitedMs).toBeLessThan(60_000);
    }
    const text = traceText(traces);
    expect(text).toContain(`report 2021 of ${agency.name}: published, 0 findings; this is what readers see`);
    expect(text).toContain('readers see raw/a/2021.json instead');
  });

  it('are found by a key without the folder of documents, and told why they were rejected', async () => {
    const traces = await traceUploads(stack.target, 'b/none');
    expect(traces).toMatchObject([{ ingestion: { outcome: 'rejected' }, records: [] }]);
    expect(traceText(traces)).toMatch(/rejected, after [\d.]+ s in the queue, in \d+ ms, by parser .+\n +no-report: /);
  });

  it('are none where no key begins so', async () => {
    expect(await traceUploads(stack.target, 'raw/c')).toEqual([]);
  });
});

it('says of an upload that nobody has read yet where it may be', async () => {
  const stack = await startOperatedStack({ ingesting: false });
  await stack.aws.upload('raw/waiting.json', documentOf(buildRecord()));
  const traces = await traceUploads(stack.target, 'raw/waiting.json');
  expect(traces).toMatchObject([{ ingestion: null, waitedMs: null, records: [] }]);
  expect(traceText(traces)).toContain('not ingested: it waits in the queue');
  await stack.aws.close();
});
