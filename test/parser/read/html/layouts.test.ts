import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../parser/read/html/read-html.ts';
import { extractTables } from '../../../../parser/tables/extract-tables.ts';
import type { TableKey } from '../../../../schema/law/forms/form.ts';
import { type ArbitraryReport, arbitraryReport } from '../../../support/arbitrary-report.ts';
import { htmlLayouts, renderHtmlLayout } from '../../../support/html-layouts.ts';
import { runs } from '../../../support/runs.ts';
import type { LaidTable } from '../../../support/statutory-layout.ts';

const agencies = ['达州市通川区人民政府', '鞍山市教育局'];

function expectEveryCell({ report, expected }: ArbitraryReport, layout: (table: LaidTable) => string): void {
  const { tables } = extractTables(readHtml(renderHtmlLayout(report, layout)));
  const found = [...expected.keys()].map((path) => {
    const [table, ...rest] = path.split('.');
    const column = rest.pop() ?? '';
    const cell = tables[table as TableKey]?.[rest.join('.')]?.[column];
    return { path, value: cell?.value, state: cell?.state };
  });
  expect(found).toEqual([...expected].map(([path, { value, state }]) => ({ path, value, state })));
}

describe('a report with any figures and blanks is read back exactly from', () => {
  it.each(Object.entries(htmlLayouts))('%s', (_, layout) => {
    fc.assert(
      fc.property(arbitraryReport('cells', agencies), (arbitrary) => expectEveryCell(arbitrary, layout)),
      { numRuns: runs(25) },
    );
  });
});
