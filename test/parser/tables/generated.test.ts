import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTextFile } from '../../../parser/read/read-text-file.ts';
import { extractTables } from '../../../parser/tables/extract-tables.ts';
import type { TableKey } from '../../../schema/law/forms/form.ts';
import { type ArbitraryReport, arbitraryReport, type Blanks } from '../../support/arbitrary-report.ts';
import { type Layout, renderReport } from '../../support/render-report.ts';
import { runs } from '../../support/runs.ts';

const agencies = ['达州市通川区人民政府', '赤水市人民政府', '鞍山市教育局'];

function tablesOf(text: string) {
  const [{ document }] = readTextFile(Buffer.from(text));
  if (document === null) throw new Error('the generated report was not read');
  return extractTables(document.blocks).tables;
}

function expectEveryCell({ report, expected }: ArbitraryReport, layout: Layout): void {
  const tables = tablesOf(renderReport(report, layout));
  for (const [path, { value, state }] of expected) {
    const [table, ...rest] = path.split('.');
    const column = rest.pop() ?? '';
    const cell = tables[table as TableKey]?.[rest.join('.')]?.[column];
    expect({ path, value: cell?.value, state: cell?.state }).toEqual({ path, value, state });
  }
  expect(tables.proactiveDisclosure?.form).toBe(report.form.id);
  expect(tables.applications?.form).toBe(report.form.id);
}

describe('reports written from the form data with random figures', () => {
  it.each<[Layout, Blanks, string]>([
    ['cellALine', 'rows', 'one cell a line, rows without figures unread'],
    ['rowALine', 'rows', 'one row a line, rows without figures unread'],
    ['pipes', 'cells', 'cells parted by pipes, with single blanks'],
    ['html', 'cells', 'a page with merged labels, with single blanks'],
  ])('are read back exactly from %s', (layout, blanks) => {
    fc.assert(
      fc.property(arbitraryReport(blanks, agencies), (arbitrary) => expectEveryCell(arbitrary, layout)),
      { numRuns: runs(40) },
    );
  });
});
