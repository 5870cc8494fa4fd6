import { describe, expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';
import { tableCells } from '../../schema/record/table-rows.ts';
import { corpusCases } from '../support/corpus.ts';

/** Cases of the corpus that are one report in different formats, by the name they begin with. */
const reports = ['county-2022-', 'bureau-2020-'];

/** What every cell says. A spreadsheet prints +4 as 4, so the printed text may differ. */
async function cellsOf(bytes: Uint8Array) {
  const [record] = await parseReport(bytes);
  return Object.fromEntries(
    tableCells(record?.tables ?? {}).map(([path, { value, state }]) => [path, { value, state }]),
  );
}

describe.each(reports)('the report %s', async (prefix) => {
  const [first, ...others] = corpusCases().filter(({ name }) => name.startsWith(prefix));
  const cells = await cellsOf(first?.bytes ?? new Uint8Array());

  it('has all cells of its form', () => {
    expect(Object.keys(cells).length).toBeGreaterThan(190);
  });

  it.each(others)('has the same cells as $name', async ({ bytes }) => {
    expect(await cellsOf(bytes)).toEqual(cells);
  });
});
