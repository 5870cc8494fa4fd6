import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ComparisonStore } from '../../schema/record-store.ts';
import { comparisonKey } from '../table.ts';
import { yearsAround } from './agency-years.ts';
import { settleCard } from './card.ts';
import { comparisonItem } from './comparison-item.ts';
import { readBodies } from './read-bodies.ts';
import { announced } from './stamp.ts';
import type { TableClient } from './table-client.ts';
import { reportVersions } from './versions.ts';

/** Where comparisons of reports are kept, and what they are made from. */
export function createComparisonStore(table: TableClient): ComparisonStore {
  const { dynamo, tableName: TableName } = table;
  return {
    yearsAround: (agencyId, year) => yearsAround(table, agencyId, year),
    versions: (agencyId, year) =>
      reportVersions(table, { document: { agencyId, year, kind: 'annual-report', slot: '' }, consistent: true }),
    records: (refs, parts) => readBodies(table, refs, parts),
    async putComparison(comparison) {
      await announced(table, refOf(comparison.agencyId, comparison.after.year), async () => {
        await dynamo.send(new PutCommand({ TableName, Item: comparisonItem(comparison) }));
        await settleCard(table, comparison.agencyId);
      });
    },
    async removeComparison(agencyId, year, kind) {
      await announced(table, refOf(agencyId, year), async () => {
        await dynamo.send(new DeleteCommand({ TableName, Key: comparisonKey(agencyId, year, kind) }));
        await settleCard(table, agencyId);
      });
    },
  };
}

/** The report under whose year a comparison stands. */
function refOf(agencyId: string, year: number) {
  return { agencyId, year, kind: 'annual-report' } as const;
}
