import { describe, expect, it } from 'vitest';
import { type TableNode, tableCell, tableRow, tableRows } from '../../../schema/graphql/record-nodes.ts';
import { StatutoryTable } from '../../../schema/record/report.ts';
import { organ } from '../../functions/graphql/agencies.ts';
import { fullVersion } from '../../functions/graphql/full-record.ts';

const { record } = fullVersion(organ('市统计局'), 2021);
const nodeOf = (table: StatutoryTable | undefined): TableNode => {
  if (table === undefined) throw new Error('the record has no such table');
  return { sectionId: 'document/applications', record, key: 'applications', table };
};
const node = nodeOf(record.tables.applications);

describe('rows and cells of a statutory table', () => {
  it('come in the order of the form, however the record holds them', () => {
    const { form, ...rows } = node.table;
    const reversed = Object.fromEntries(Object.entries(rows).toReversed());
    expect(tableRows(nodeOf(StatutoryTable.parse({ ...reversed, form })))).toEqual(tableRows(node));
    expect(tableRows(node)).toHaveLength(25);
  });

  it('carry the names of the form, the unit and the findings that name them', () => {
    const cell = tableCell(node, 'processed', 'total');
    expect(cell).toMatchObject({ path: 'applications.processed.total', unit: '件', row: 'processed', column: 'total' });
    expect(cell?.findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'error']);
    expect(tableCell(node, 'granted', 'total')?.findings).toEqual([]);
    expect(tableRow(node, 'granted')?.name).toEqual({ zh: '(一)予以公开', en: 'Granted' });
  });

  it('are null for keys the table does not have, its own name of the form among them', () => {
    expect(tableRow(node, 'form')).toBeNull();
    expect(tableRow(node, 'constructor')).toBeNull();
    expect(tableCell(node, 'granted', 'toString')).toBeNull();
    expect(tableCell(node, 'unknown', 'total')).toBeNull();
  });

  it('keep a row that the form does not know, under its key', () => {
    const { table } = node;
    const extra = nodeOf(StatutoryTable.parse({ ...table, extra: table.granted }));
    expect(tableRows(extra).at(-1)).toMatchObject({ key: 'extra', name: { zh: 'extra', en: 'extra' } });
  });
});
