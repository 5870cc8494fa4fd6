import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractTables } from '../../../parser/tables/extract-tables.ts';
import { tableCells } from '../../../schema/record/table-rows.ts';
import { arbitraryReport } from '../../support/arbitrary-report.ts';
import { blocksOf } from '../../support/printed-blocks.ts';
import { renderDocx } from '../../support/render-docx.ts';
import { runs } from '../../support/runs.ts';

const style = fc.record({
  numbered: fc.boolean(),
  boxed: fc.subarray([0, 1, 2]),
  edited: fc.boolean(),
});

describe('reports written as DOCX with random figures, single blanks among them', () => {
  it('are read back exactly, with text boxes, automatic numbers, tracked changes and hidden text', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReport('cells', ['赤水市人民政府']), style, async ({ report, expected }, how) => {
        const { tables } = extractTables(await blocksOf(renderDocx(report, {}, how)));
        const cells = new Map(tableCells(tables).map(([path, { value, state }]) => [path, { value, state }]));
        for (const [path, { value, state }] of expected)
          expect([path, cells.get(path)]).toEqual([path, { value, state }]);
      }),
      { numRuns: runs(30) },
    );
  });
});
