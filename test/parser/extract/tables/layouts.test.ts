import { describe, expect, it } from 'vitest';
import { extractTables } from '../../../../parser/extract/tables/extract-tables.ts';
import { readText } from '../../../../parser/read/read-text.ts';
import { unfold } from '../../../../parser/segment/unfold.ts';
import { tableCells } from '../../../../schema/record/table-rows.ts';
import { corpusCases } from '../../../support/corpus.ts';
import { relaid, runTogether } from '../../../support/relaid.ts';

const expected = corpusCases().find(({ name }) => name === 'qingzhen-2020')?.expected[0]?.tables ?? {};
const values = new Map<string, number | null>(
  Object.entries(expected).flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([row, columns]) =>
      Object.entries(columns).map(([column, value]) => [`${table}.${row}.${column}`, value] as const),
    ),
  ),
);

const cellsOf = (text: string) => tableCells(extractTables(unfold(readText(text))).tables);

describe('the tables of a real report, laid out anew', () => {
  it.each(Object.entries(relaid))('are exact with %s', (_, text) => {
    const read = new Map(cellsOf(text).map(([path, cell]) => [path, cell.value]));
    expect(read).toEqual(values);
  });

  it('are inferred or unreadable, and never wrong, where digits run together', () => {
    const cells = cellsOf(runTogether);
    const known = cells.filter(([, cell]) => cell.state !== 'unreadable');
    expect(cells).toHaveLength(values.size);
    expect(known.map(([path, cell]) => [path, cell.value])).toEqual(known.map(([path]) => [path, values.get(path)]));
    expect(known.length).toBeGreaterThan(100);
    expect(new Set(known.map(([, cell]) => cell.state))).toEqual(new Set(['inferred']));
  });
});
