import { bodyItems } from '../../../infra/store/bodies/body.ts';
import { batchPut, type TableClient } from '../../../infra/store/calls.ts';
import { agencyItem, headItem, versionItem } from '../../../infra/store/heads/items.ts';
import { createNoteList } from '../../../infra/store/lists/list-kinds.ts';
import { buildHead } from '../../support/build-head.ts';
import { buildAgency, buildRecord } from '../../support/build-record.ts';

/** Stores reports of so many agencies, of which each has a number in its name and text: as many as one call writes at a time. */
export async function storeNumbered(
  table: TableClient,
  { count, year }: { readonly count: number; readonly year: number },
): Promise<void> {
  const items = Array.from({ length: count }, (_, number) => {
    const agency = buildAgency(`第${number}局`);
    const record = buildRecord({
      agency,
      year,
      text: `全年受理申请${number}件。依法办理政府信息公开申请,接待群众来访。`,
    });
    const head = buildHead(record, { version: `numbered${number}` });
    return [headItem(head, '1'), versionItem(head, '1'), agencyItem(agency, year, '1'), ...bodyItems(head, record)];
  });
  await createNoteList(table)({ kind: 'annual-report', year });
  await batchPut(table, items.flat());
}
