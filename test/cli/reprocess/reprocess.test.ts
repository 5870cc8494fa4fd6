import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Selection } from '../../../cli/reprocess/reprocess.ts';
import { selectVersions, sendAgain } from '../../../cli/reprocess/reprocess.ts';
import { ingestionId } from '../../../infra/aws/s3-message.ts';
import { readIngestions } from '../../../infra/store/ingestions.ts';
import { buildRecord } from '../../support/build-record.ts';
import { documentOf } from '../../support/json-parser.ts';
import { type OperatedStack, startOperatedStack } from '../../support/operated-stack.ts';

let stack: OperatedStack;

beforeAll(async () => {
  stack = await startOperatedStack({ ingesting: true });
  const { aws } = stack;
  await aws.upload('raw/2020/a.json', documentOf(buildRecord({ year: 2020, received: 5 })));
  await aws.upload('raw/2020/a.json', documentOf(buildRecord({ year: 2020, received: 6 })));
  await aws.upload('raw/2021/b.json', documentOf(buildRecord({ year: 2021, change: { outcome: 'held' } })));
  await aws.upload('raw/2021/c.json', '[]');
  await aws.stack.idle();
});

afterAll(() => stack.aws.close());

async function selected(selection: Selection): Promise<string[]> {
  const versions = await selectVersions(stack.target, selection);
  return versions.map(({ version, ingestion }) => `${version.key} ${version.ordinal} ${ingestion?.outcome}`);
}

/** Every ingestion of the documents above, by key and version. */
async function ingestions() {
  const versions = await selectVersions(stack.target, { all: true });
  const ids = versions.map(({ version }) => ingestionId({ ...version, sequencer: '' }));
  const table = { dynamo: stack.aws.newDynamo(), tableName: stack.target.tableName };
  return readIngestions(table, ids);
}

async function again(selection: Selection, force: boolean): Promise<void> {
  await sendAgain(stack.target, await selectVersions(stack.target, selection), force);
  await stack.aws.stack.idle();
}

describe('ingesting again', () => {
  it('takes the versions that are selected, with what became of each', async () => {
    expect(await selected({ prefix: 'raw/2020/' })).toEqual([
      'raw/2020/a.json 1 published',
      'raw/2020/a.json 2 published',
    ]);
    expect(await selected({ outcome: 'held' })).toEqual(['raw/2021/b.json 1 held']);
    expect(await selected({ outcome: 'published', key: ['raw/2021/b.json'] })).toEqual([]);
    expect(await selected({ key: ['raw/2021/c.json', 'raw/2021/b.json'] })).toEqual([
      'raw/2021/c.json 1 rejected',
      'raw/2021/b.json 1 held',
    ]);
    expect(await selected({ all: true })).toHaveLength(4);
  });

  it('must be told what, and never leaves the documents', async () => {
    await expect(selected({})).rejects.toThrow('Say what to ingest again');
    await expect(selected({ prefix: 'exports/' })).rejects.toThrow('exports/ does not');
  });

  it('passes over what the same parser has read', async () => {
    const before = await ingestions();
    await again({ all: true }, false);
    expect(await ingestions()).toEqual(before);
  });

  it('reads it again where that is forced, and changes nothing but when', async () => {
    const before = await ingestions();
    await again({ prefix: 'raw/2021/' }, true);
    const after = await ingestions();
    const retimed = [...after.values()].filter(({ id, finishedAt }) => before.get(id)?.finishedAt !== finishedAt);
    expect(retimed.map(({ key }) => key).sort()).toEqual(['raw/2021/b.json', 'raw/2021/c.json']);
    for (const { id, finishedAt, milliseconds, ...rest } of after.values()) {
      expect(before.get(id)).toMatchObject(rest);
    }
  });
});

describe('a version that was never ingested', () => {
  it('is ingested with the time at which it was uploaded, and the later version of its key after it', async () => {
    const idle = await startOperatedStack({ ingesting: false });
    try {
      const first = await idle.aws.upload('raw/a.json', '[]');
      const second = await idle.aws.upload('raw/a.json', '[ ]');
      for (const _ of [first, second]) await idle.aws.nextNotice();
      await sendAgain(idle.target, await selectVersions(idle.target, { all: true }), false);
      const notices = [await idle.aws.nextNotice(), await idle.aws.nextNotice()];
      expect(notices.map(({ versionId, sequencer }) => [versionId, sequencer])).toEqual([
        [first, '1'],
        [second, '2'],
      ]);
      expect(notices.every(({ key, force }) => key === 'raw/a.json' && force === undefined)).toBe(true);
    } finally {
      await idle.aws.close();
    }
  });
});
