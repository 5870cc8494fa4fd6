import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { RecordWrites } from '../../schema/record-store.ts';
import { comparisonKey } from '../table.ts';
import { settleCard } from './heads/card.ts';
import { comparisonItem } from './heads/comparison-item.ts';
import { reportOf } from './heads/report-of.ts';
import { withList } from './lists/list-kinds.ts';
import { isSnapshotDue, renewSnapshot } from './lists/list-snapshot.ts';
import { putRecord } from './put-record.ts';
import { retractVersion } from './retract.ts';
import { type Announce, announcing } from './stamp/announce.ts';
import type { TableClient } from './table-client.ts';

/**
 * Makes writes that belong together, see `RecordWriter.change`: at the end the card of each agency is settled once, and
 * snapshots are made of lists that are due.
 */
export async function change<T>(table: TableClient, work: (writes: RecordWrites) => Promise<T>): Promise<T> {
  const { result, lists } = await announcing(table, async (announce) => {
    const agencies = new Set<string>();
    const touch: Announce = async (document) => {
      agencies.add(document.agencyId);
      await announce(document);
    };
    const done = await work(writesTo(table, touch));
    for (const agencyId of agencies) await settleCard(table, agencyId);
    return done;
  });
  for (const [scope, count] of lists) {
    if (isSnapshotDue(count)) await withList(scope, (kind) => renewSnapshot(table, kind));
  }
  return result;
}

/** `touch` is called before each write that readers can see. */
function writesTo(table: TableClient, touch: Announce): RecordWrites {
  const { dynamo, tableName: TableName } = table;
  return {
    putRecord: (head, agency, record) => putRecord(table, { head, agency, record }, touch),
    retract: (ref) => retractVersion(table, ref, touch),
    async putComparison(comparison) {
      await touch(reportOf(comparison.agencyId, comparison.after.year));
      await dynamo.send(new PutCommand({ TableName, Item: comparisonItem(comparison) }));
    },
    async removeComparison(agencyId, year, kind) {
      await touch(reportOf(agencyId, year));
      await dynamo.send(new DeleteCommand({ TableName, Key: comparisonKey(agencyId, year, kind) }));
    },
  };
}
