import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { timingOfAll, withTiming } from '../../schema/record/calendar.ts';
import { type Review, withDecisions } from '../../schema/record/review.ts';
import { agencyOfHead, type DocumentRef } from '../../schema/record/version-head.ts';
import { type Item, queryAll, type RankedItem, type TableClient } from './calls.ts';
import { currentItem, newestReadings, versionItems } from './heads/agency-years.ts';
import { agencyItem, headItem, headOf, reviewOf } from './heads/items.ts';
import { announceRemoval } from './lists/list-kinds.ts';
import {
  agenciesPartition,
  agencyKey,
  agencyPartition,
  documentsPartition,
  headKey,
  lastHeadKey,
  type TableKey,
  yearItemKind,
} from './table.ts';

/**
 * Makes the head of a report or plan name the best of its versions, and the agency's own item say what its newest head says;
 * takes each away where nothing is left. Repeats until it finds it so: a version is stored before its head is settled, so
 * whoever looks last has seen them all, and the end is the same in whatever order they came.
 */
export async function settleReport(table: TableClient, document: DocumentRef): Promise<void> {
  for (;;) {
    const changes = await dueChanges(table, document);
    if (changes.length === 0) return;
    for (const change of changes) await carryOut(table, change);
  }
}

/** What stands under a key, and what is to stand there. */
interface ItemChange {
  readonly key: TableKey;
  /** Partition of the list that the item is a line of. */
  readonly list: string;
  readonly shown: Item | undefined;
  readonly wanted: RankedItem | undefined;
}

async function dueChanges(table: TableClient, document: DocumentRef): Promise<ItemChange[]> {
  const { agencyId } = document;
  const [stored, versions] = await Promise.all([
    agencyItems(table, agencyId),
    versionItems(table, { document, consistent: true }),
  ]);
  const best = bestVersion(versions, reviewsOf(stored));
  const at = (key: TableKey) => stored.find(({ sk }) => sk === key.sk);
  const [own, key] = [agencyKey(agencyId), headKey(document)];
  const heads = stored.filter(({ sk }) => sk !== own.sk && sk !== key.sk && yearItemKind(String(sk)) === 'head');
  const changes = [
    { key, list: documentsPartition(document), shown: at(key), wanted: best },
    {
      key: own,
      list: agenciesPartition,
      shown: at(own),
      wanted: ofNewest(best === undefined ? heads : [...heads, best]),
    },
  ];
  return changes.filter(({ shown, wanted }) => shown?.rank !== wanted?.rank);
}

/** An agency's own item and the heads of its years, as they are now. */
function agencyItems(table: TableClient, agencyId: string): Promise<Item[]> {
  return queryAll(table, {
    pk: agencyPartition(agencyId),
    condition: 'sk <= :last',
    values: { ':last': lastHeadKey },
    consistent: true,
  });
}

function reviewsOf(items: readonly Item[]): Review[] {
  return items.filter(({ sk }) => yearItemKind(String(sk)) === 'review').map(reviewOf);
}

/**
 * The best version, with what all documents of the report together tell of its day, and whether reviewers dismissed every doubt of whose it is: the
 * rank names all three.
 */
function bestVersion(items: readonly Item[], reviews: readonly Review[]): RankedItem | undefined {
  const best = currentItem(items, reviews);
  if (best === undefined) return undefined;
  const head = withDecisions(headOf(best), reviews);
  const timing = timingOfAll(newestReadings(items.map(headOf)).map((version) => version.timing));
  const told = [...(timing === head.timing ? [] : [timing]), ...(head.doubtsDismissed === true ? ['dismissed'] : [])];
  return headItem(withTiming(head, timing), [best.rank, ...told].join('#'));
}

function ofNewest(heads: readonly Item[]): RankedItem | undefined {
  const listed = heads.map((item) => {
    const head = headOf(item);
    return agencyItem(agencyOfHead(head), head.year, String(item.rank));
  });
  return listed.reduce<RankedItem | undefined>(
    (best, next) => (best === undefined || next.rank > best.rank ? next : best),
    undefined,
  );
}

/** Writes only over what was seen; where that has changed since, the next look finds it. */
async function carryOut({ dynamo, tableName: TableName }: TableClient, change: ItemChange): Promise<void> {
  const { key, list, shown, wanted } = change;
  const unchanged =
    shown === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#rank = :rank',
          ExpressionAttributeNames: { '#rank': 'rank' },
          ExpressionAttributeValues: { ':rank': shown.rank },
        };
  if (wanted === undefined) await announceRemoval({ dynamo, tableName: TableName }, list, key);
  try {
    if (wanted === undefined) await dynamo.send(new DeleteCommand({ TableName, Key: key, ...unchanged }));
    else await dynamo.send(new PutCommand({ TableName, Item: wanted, ...unchanged }));
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
