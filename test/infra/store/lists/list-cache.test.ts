import { type BatchGetCommandInput, PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { attachCallMeter } from '../../../../infra/aws/call-meter.ts';
import type { TableClient } from '../../../../infra/store/calls.ts';
import { batchPut, queryAll } from '../../../../infra/store/calls.ts';
import { headItem } from '../../../../infra/store/heads/items.ts';
import { createListCache } from '../../../../infra/store/lists/list-cache.ts';
import { announceRemoval, documentList } from '../../../../infra/store/lists/list-kinds.ts';
import { createRecordReader } from '../../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../../infra/store/record-writer.ts';
import { headKey } from '../../../../infra/store/table.ts';
import type { VersionHead } from '../../../../schema/record/version-head.ts';
import { buildHead } from '../../../support/build-head.ts';
import { buildAgency, buildRecord } from '../../../support/build-record.ts';
import { startTestAws, type TestAws } from '../../../support/local-aws.ts';

const year = 2021;
const reports = documentList('annual-report', year);

let aws: TestAws;
let second = 0;
beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.close());

const agencies = Array.from({ length: 12 }, (_, index) => buildAgency(`第${index}镇人民政府`, '511002'));
const agencyOf = (index: number) => agencies[index % agencies.length] ?? buildAgency();

/** A later version of the report of an agency. */
function version(index: number): VersionHead {
  second += 1;
  const record = buildRecord({ agency: agencyOf(index), year });
  return { ...buildHead(record, { version: `v${second}`, second }), title: `第${second}份` };
}

async function store(table: TableClient, head: VersionHead): Promise<void> {
  const agency = agencies.find(({ id }) => id === head.agencyId) ?? buildAgency();
  const record = { ...buildRecord({ agency, year }), title: head.title };
  await createRecordWriter(table).change((writes) => writes.putRecord(head, record));
}

/** The list as the index shows it. */
async function indexed(table: TableClient): Promise<(string | null)[]> {
  const items = await queryAll(table, { pk: reports.partition, index: 'gsi1', consistent: false });
  return items.map((item) => reports.read(item).title);
}

type Reader = ReturnType<typeof createRecordReader>;
const listed = async (reader: Reader) => (await reader.lists().reports(year)).lines.map(({ title }) => title);
const namesOf = async (reader: Reader) => (await reader.lists().agencies()).lines.map(({ name }) => name).toSorted();

describe('a list', () => {
  it('is the same from memory and from the index, whatever is written and taken back', async () => {
    const table = await aws.newTable();
    const writer = createRecordWriter(table);
    const warm = createRecordReader(table);
    const current = new Map<string, VersionHead[]>();
    const put = async (index: number) => {
      const head = version(index);
      current.set(head.agencyId, [...(current.get(head.agencyId) ?? []), head]);
      await store(table, head);
    };
    for (let index = 0; index < 12; index += 1) await put(index);
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.nat(11).map((index) => ({ put: index })) },
      { weight: 2, arbitrary: fc.nat(11).map((index) => ({ retract: index })) },
      { weight: 2, arbitrary: fc.constant({ look: true }) },
    );
    const take = async (each: { put?: number; retract?: number }) => {
      if (each.put !== undefined) return put(each.put);
      const gone = current.get(agencyOf(each.retract ?? 0).id)?.pop();
      if (gone !== undefined) await writer.change((writes) => writes.retract(gone));
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), async (turns) => {
        for (const together of turns) {
          await Promise.all(together.map((each) => ('look' in each ? listed(warm) : take(each))));
          const truth = await indexed(table);
          const names = [...current].flatMap(([id, heads]) =>
            heads.length === 0 ? [] : (agencies.find((agency) => agency.id === id)?.name ?? []),
          );
          for (const reader of [warm, createRecordReader(table)]) {
            expect(await listed(reader)).toEqual(truth);
            expect(await namesOf(reader)).toEqual(names.toSorted());
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('keeps a line whose removal was told and not done', async () => {
    const table = await aws.newTable();
    const reader = createRecordReader(table);
    const head = version(0);
    await store(table, head);
    await listed(reader);
    await announceRemoval(table, reports.partition, headKey(head));
    expect(await listed(reader)).toEqual([head.title]);
  });

  it('looks at what was about to be removed as it stands, whatever is still on its way to other copies of the table', async () => {
    const table = await aws.newTable();
    const reader = createRecordReader(table);
    const head = version(0);
    await store(table, head);
    await listed(reader);
    const consistent: unknown[] = [];
    table.dynamo.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const { RequestItems = {} } = args.input as BatchGetCommandInput;
          if (commandName === 'BatchGetItemCommand')
            consistent.push(...Object.values(RequestItems).map(({ ConsistentRead }) => ConsistentRead));
          return next(args);
        },
      { step: 'initialize' },
    );
    await announceRemoval(table, reports.partition, headKey(head));
    await listed(reader);
    expect(consistent).toEqual([true]);
  });

  it('shows a change that an index shows late, or that a writer with a slow clock made', async () => {
    const table = await aws.newTable();
    const reader = createRecordReader(table);
    await listed(reader);
    const head = version(0);
    const item = { ...headItem(head, '1'), gsi2sk: new Date(Date.now() - 20_000).toISOString() };
    await table.dynamo.send(new PutCommand({ TableName: table.tableName, Item: item }));
    expect(await listed(reader)).toEqual([head.title]);
  });

  it('has what release 0.2.0 wrote, which stands in no index of changes', async () => {
    const table = await aws.newTable();
    const [old, newer] = [version(0), version(1)];
    const { gsi2pk, gsi2sk, ...item } = headItem(old, '1');
    await batchPut(table, [item]);
    const reader = createRecordReader(table);
    expect(await listed(reader)).toEqual([old.title]);
    await store(table, newer);
    expect(await listed(reader)).toEqual([old.title, newer.title]);
  });

  it('may be so many milliseconds behind, and not for whoever may write', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      const table = await aws.newTable();
      const reader = createRecordReader(table, 5_000);
      expect(await listed(reader)).toEqual([]);
      await store(table, version(0));
      vi.advanceTimersByTime(4_999);
      expect(await listed(reader)).toEqual([]);
      vi.advanceTimersByTime(2);
      expect(await listed(reader)).toHaveLength(1);
      await store(table, version(1));
      expect(await listed(reader)).toHaveLength(1);
      vi.advanceTimersByTime(1);
      expect((await reader.lists({ current: true }).reports(year)).lines).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is read again where reading has failed', async () => {
    const table = await aws.newTable();
    await store(table, version(0));
    const send = vi.spyOn(table.dynamo, 'send').mockRejectedValueOnce(new Error('throttled'));
    const reader = createRecordReader(table);
    await expect(listed(reader)).rejects.toThrow('throttled');
    expect(await listed(reader)).toHaveLength(1);
    send.mockRestore();
  });
});

describe('the calls for a list', () => {
  it('are one Query a megabyte the first time in a process, and one of what has changed from then on', async () => {
    const table = await aws.newTable();
    const heads = Array.from({ length: 300 }, (_, index) =>
      buildHead(buildRecord({ agency: buildAgency(`第${index}乡人民政府`, '511002'), year })),
    );
    await batchPut(
      table,
      heads.map((head) => headItem(head, '1')),
    );
    const dynamo = aws.newDynamo();
    const meter = attachCallMeter(dynamo);
    const reader = createRecordReader({ ...table, dynamo });
    for (const prepare of [async () => undefined, async () => undefined, () => store(table, version(3))]) {
      await prepare();
      expect((await listed(reader)).toSorted()).toEqual((await indexed(table)).toSorted());
      expect(meter.read().byCommand).toEqual({ Query: 1 });
    }
  });

  it('are none while it is not older than it may be', async () => {
    const table = await aws.newTable();
    await store(table, version(0));
    const dynamo = aws.newDynamo();
    const meter = attachCallMeter(dynamo);
    const reader = createRecordReader({ ...table, dynamo }, 60_000);
    await Promise.all([listed(reader), listed(reader)]);
    expect(meter.read().byCommand).toEqual({ Query: 1 });
    await listed(reader);
    expect(meter.read().calls).toBe(0);
  });
});

describe('the cache of lists', () => {
  const list = (count: number) => ({
    lines: Array.from({ length: count }),
    linesAsOf: async () => ({ lines: [], version: '1' }),
  });

  it('keeps the lists used last, up to so many lines of all together', () => {
    const cache = createListCache(100);
    cache.set('sichuan 2019', list(50));
    cache.set('guizhou 2019', list(50));
    cache.get('sichuan 2019');
    cache.set('sichuan 2020', list(50));
    expect([...cache.keys()].toSorted()).toEqual(['sichuan 2019', 'sichuan 2020']);
  });

  it('keeps a list that is longer than that, for it was just asked for', () => {
    const cache = createListCache(100);
    cache.set('sichuan 2019', list(50));
    cache.set('sichuan 2020', list(200));
    expect([...cache.keys()]).toEqual(['sichuan 2020']);
  });
});
