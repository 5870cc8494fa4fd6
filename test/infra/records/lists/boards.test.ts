import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachCallMeter } from '../../../../infra/call-meter.ts';
import { batchPut } from '../../../../infra/records/batch.ts';
import { headItem } from '../../../../infra/records/heads/head-item.ts';
import { documentList } from '../../../../infra/records/lists/list-kinds.ts';
import { isSnapshotDue, readSnapshot, writeSnapshot } from '../../../../infra/records/lists/list-snapshot.ts';
import { putIfNewer } from '../../../../infra/records/put-if-newer.ts';
import { queryAll } from '../../../../infra/records/query-all.ts';
import { createRecordReader } from '../../../../infra/records/record-reader.ts';
import { createRecordWriter } from '../../../../infra/records/record-writer.ts';
import { announcing } from '../../../../infra/records/stamp/announce.ts';
import { readStamp } from '../../../../infra/records/stamp/stamp.ts';
import type { TableClient } from '../../../../infra/records/table-client.ts';
import { snapshotPartition, stampKey } from '../../../../infra/table.ts';
import type { VersionHead } from '../../../../schema/record-store.ts';
import { buildHead } from '../../../support/build-head.ts';
import { buildAgency, buildRecord } from '../../../support/build-record.ts';
import { startTestAws, type TestAws } from '../../../support/local-aws.ts';

const year = 2021;
const reports = documentList('annual-report', year);
const clock = { now: Date.now, indexLagMs: 0 };

/** A reader that may not trust the index looks up what has changed, however short the list. */
const mistrustful = { now: Date.now, indexLagMs: 3_600_000 };

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
  await createRecordWriter(table).change((writes) => writes.putRecord(head, agency, record));
}

/** A table whose lists were changed so often, by whatever left nothing behind. */
async function changedTable(times: number): Promise<TableClient> {
  const table = await aws.newTable();
  const counts = { [reports.scope]: times, agencies: times, table: times, changes: times };
  await batchPut(table, [{ ...stampKey, ...counts }]);
  return table;
}

/** The list as the index shows it, whatever was kept or logged. */
async function indexed(table: TableClient): Promise<(string | null)[]> {
  const items = await queryAll(table, { pk: reports.partition, index: 'gsi1', consistent: false });
  return items.map((item) => reports.read(reports.jsonOf(item)).title);
}

type Reader = ReturnType<typeof createRecordReader>;
const listed = async (reader: Reader) => (await reader.boards().reports(year)).lines.map(({ title }) => title);
const namesOf = async (reader: Reader) => (await reader.boards().agencies()).lines.map(({ name }) => name).toSorted();

describe('a list', () => {
  it('is the same from memory, from a snapshot and from the index, whatever is written and taken back', async () => {
    const table = await changedTable(250);
    const writer = createRecordWriter(table);
    const [warm, mistrusting] = [createRecordReader(table), createRecordReader(table, mistrustful)];
    const current = new Map<string, VersionHead[]>();
    for (let index = 0; index < 12; index += 1) {
      const head = version(index);
      current.set(head.agencyId, [head]);
      await store(table, head);
    }
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.nat(11).map((index) => ({ put: index })) },
      { weight: 1, arbitrary: fc.nat(11).map((index) => ({ retract: index })) },
      { weight: 2, arbitrary: fc.constant({ look: true }) },
    );
    const take = async (each: { put?: number; retract?: number }) => {
      if (each.put !== undefined) {
        const head = version(each.put);
        current.set(head.agencyId, [...(current.get(head.agencyId) ?? []), head]);
        return store(table, head);
      }
      const gone = current.get(agencyOf(each.retract ?? 0).id)?.pop();
      if (gone !== undefined) await writer.change((writes) => writes.retract(gone));
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), async (turns) => {
        for (const together of turns) {
          await Promise.all(together.map((each) => ('look' in each ? listed(mistrusting) : take(each))));
          const truth = await indexed(table);
          const readers = [warm, mistrusting, createRecordReader(table)];
          for (const reader of readers) expect(await listed(reader)).toEqual(truth);
          const names = [...current].flatMap(([id, heads]) =>
            heads.length === 0 ? [] : (agencies.find((agency) => agency.id === id)?.name ?? []),
          );
          for (const reader of readers) expect(await namesOf(reader)).toEqual(names.toSorted());
        }
      }),
      { numRuns: 12 },
    );
    expect(await readSnapshot(table, 'agencies', await readStamp(table, clock))).not.toBeNull();
  });

  it('shows what a writer does after a reader has looked in the middle of it', async () => {
    const table = await changedTable(254);
    const reader = createRecordReader(table, mistrustful);
    const [old, other, fresh] = [version(0), version(1), version(0)];
    await store(table, old);
    await store(table, other);
    await announcing(table, async (announce) => {
      await announce(fresh);
      expect(await listed(reader)).toEqual([old.title, other.title]);
      // Another writer begins and ends meanwhile.
      await store(table, version(2));
      expect(await listed(reader)).toHaveLength(3);
      await putIfNewer(table, headItem(fresh, `9#${fresh.version}`));
    });
    expect(await listed(reader)).toEqual(await indexed(table));
    expect((await listed(reader))[0]).toBe(fresh.title);
  });

  it('shows what was changed for a second document of an announced list', async () => {
    const table = await changedTable(255);
    const reader = createRecordReader(table, mistrustful);
    await store(table, version(2));
    const heads = [version(0), version(1)];
    await announcing(table, async (announce) => {
      for (const head of heads) {
        await announce(head);
        await listed(reader);
        await putIfNewer(table, headItem(head, `9#${head.version}`));
      }
    });
    expect((await listed(reader)).slice(0, 2)).toEqual(heads.map(({ title }) => title));
  });

  it('is read whole again where a release without a log has written', async () => {
    const table = await aws.newTable();
    const reader = createRecordReader(table);
    await store(table, version(0));
    await listed(reader);
    const count = { UpdateExpression: 'ADD #list :one, #table :one', ExpressionAttributeValues: { ':one': 1 } };
    const ExpressionAttributeNames = { '#list': `reports/${year}`, '#table': 'table' };
    await table.dynamo.send(
      new UpdateCommand({ TableName: table.tableName, Key: stampKey, ...count, ExpressionAttributeNames }),
    );
    const unlogged = version(1);
    await putIfNewer(table, headItem(unlogged, `9#${unlogged.version}`));
    expect(await listed(reader)).toHaveLength(2);
  });
});

describe('the calls for a list', () => {
  it('of hundreds are four for who begins with a snapshot, and three after a write', async () => {
    const table = await changedTable(300);
    const heads = Array.from({ length: 300 }, (_, index) => {
      const agency = buildAgency(`第${index}乡人民政府`, '511002');
      return buildHead(buildRecord({ agency, year }));
    });
    const items = heads.map((head) => headItem(head, '1'));
    await batchPut(table, items);
    const settled = { change: 299, unlogged: 0 };
    await writeSnapshot(table, reports.scope, { lines: items.map(reports.jsonOf), settled });
    await store(table, version(3));
    const dynamo = aws.newDynamo();
    const meter = attachCallMeter(dynamo);
    const reader = createRecordReader({ ...table, dynamo });
    expect((await listed(reader)).toSorted()).toEqual((await indexed(table)).toSorted());
    expect(meter.read().byCommand).toEqual({ Get: 1, Query: 2, BatchGet: 1 });
    const lines = await listed(reader);
    expect(meter.read().byCommand).toEqual({ Get: 1 });
    await store(table, version(3));
    const after = await listed(reader);
    expect(meter.read().byCommand).toEqual({ Get: 1, Query: 1, BatchGet: 1 });
    expect(after.filter((title) => !lines.includes(title))).toHaveLength(1);
    expect(after.toSorted()).toEqual((await indexed(table)).toSorted());
  });

  it('of few are two after a write, and one while nothing is written', async () => {
    const table = await aws.newTable();
    const dynamo = aws.newDynamo();
    const meter = attachCallMeter(dynamo);
    const reader = createRecordReader({ ...table, dynamo });
    for (let index = 0; index < 3; index += 1) {
      await store(table, version(index));
      expect(await listed(reader)).toHaveLength(index + 1);
      expect(meter.read().byCommand).toEqual({ Get: 1, Query: 1 });
      await listed(reader);
      expect(meter.read().byCommand).toEqual({ Get: 1 });
    }
  });
});

describe('a snapshot', () => {
  it('is due each time a list has changed by about a sixteenth', () => {
    const due = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => from + index).filter(isSnapshotDue);
    expect(due(0, 300)).toEqual([256, 272, 288]);
    expect(due(5_000, 6_000)).toEqual([5_120, 5_376, 5_632, 5_888]);
    expect(due(100_000, 101_000)).toEqual([100_352, 100_864]);
  });

  it('takes the place of the one before', async () => {
    const table = await changedTable(255);
    for (let index = 0; index < 17; index += 1) await store(table, version(index));
    const items = await queryAll(table, { pk: snapshotPartition(reports.scope), consistent: true });
    expect(items.map(({ change }) => change)).toEqual([272]);
  });
});
