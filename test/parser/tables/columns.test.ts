import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../parser/read/html/read-html.ts';
import { extractTables } from '../../../parser/tables/extract-tables.ts';
import type { Form, FormColumn, FormTable } from '../../../schema/law/forms/form.ts';
import { tableCells } from '../../../schema/record/table-rows.ts';
import { arbitraryReport } from '../../support/arbitrary-report.ts';
import { renderReport } from '../../support/render-report.ts';
import { runs } from '../../support/runs.ts';

/** The form as a department might print it: the columns of tables 二 and 三 changed. */
function reprinted(form: Form, change: (columns: readonly FormColumn[]) => readonly FormColumn[]): Form {
  const changed = (table: FormTable): FormTable => ({
    ...table,
    blocks: table.blocks.map((block) => ({ ...block, columns: change(block.columns) })),
  });
  return { ...form, tables: form.tables.map((table) => (table.layout === 'down' ? changed(table) : table)) };
}

const note: FormColumn = { key: 'note', name: { zh: '备注', en: 'Note' }, labels: ['备注'], kind: 'count', unit: '件' };

const changes: readonly [string, (columns: readonly FormColumn[]) => readonly FormColumn[]][] = [
  ['in reverse order', (columns) => columns.toReversed()],
  [
    'with a column of the department’s own between',
    ([first, ...rest]) => [first, note, ...rest].flatMap((column) => column ?? []),
  ],
  ['with a column of the department’s own at the end', (columns) => [...columns, note]],
];

describe('columns of a page’s table', () => {
  it.each(changes)('are read by their headings %s', (_, change) => {
    fc.assert(
      fc.property(arbitraryReport('cells', ['达州市人民政府']), fc.nat({ max: 99 }), ({ report, expected }, noted) => {
        const form = reprinted(report.form, change);
        const notes = report.form.tables.flatMap((table) =>
          table.blocks.flatMap((block) =>
            block.rows.map((row) => [`${table.key}.${row.key}.note`, String(noted)] as const),
          ),
        );
        const html = renderReport({ ...report, form, printed: new Map([...report.printed, ...notes]) }, 'html');
        const cells = tableCells(extractTables(readHtml(html)).tables);
        const read = new Map<string, unknown>(cells.map(([path, { value, state }]) => [path, { value, state }]));
        for (const [path, { value, state }] of expected)
          expect({ path, ...(read.get(path) ?? {}) }).toEqual({ path, value, state });
      }),
      { numRuns: runs(25) },
    );
  });
});
