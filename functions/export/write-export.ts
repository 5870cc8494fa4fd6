import { stringify } from 'csv-stringify/sync';
import type { FormId } from '../../schema/law/forms/form.ts';
import type { ExportTable } from '../../schema/record/exports/column.ts';
import type { ExportKind } from '../../schema/record/exports/export-kind.ts';
import type { Exported } from '../../schema/record/exports/exported.ts';
import { figureLines, longTable } from '../../schema/record/exports/long-table.ts';
import { reportLine, wideTable } from '../../schema/record/exports/wide-table.ts';
import type { VersionHead } from '../../schema/record/version-head.ts';
import type { ExportReader, Snapshot } from './snapshot.ts';
import { readRecords } from './snapshot.ts';

/** The text of a file, piece by piece, in memory that does not grow with it. */
export type Pieces = AsyncGenerator<string>;

/** Writes an export. Tables are of annual reports, whose figures they have; whole records are of work plans too. */
export function writeExport(reader: ExportReader, snapshot: Snapshot, kind: ExportKind): Pieces {
  const { reports, plans } = snapshot;
  const tableOf = <Line>(table: ExportTable<Line>, lines: (exported: Exported) => readonly Line[]) =>
    csv(table, lines, readRecords(reader, reports));
  switch (kind) {
    case 'long':
      return tableOf(longTable, figureLines);
    case 'wide':
      return tableOf(wideTable(formsOf(snapshot)), (exported) => [reportLine(exported)]);
    case 'ndjson':
      return ndjson(readRecords(reader, [...reports, ...plans]));
    case 'json':
      return json(readRecords(reader, [...reports, ...plans]));
  }
}

/** Editions of the form that the reports follow. */
export function formsOf({ reports }: Snapshot): ReadonlySet<FormId> {
  return new Set(reports.map(({ form }: VersionHead) => form).filter((form) => form !== null));
}

type Pages = AsyncIterable<readonly Exported[]>;

async function* csv<Line>(
  { columns }: ExportTable<Line>,
  linesOf: (exported: Exported) => readonly Line[],
  pages: Pages,
): Pieces {
  // The mark by which spreadsheet programs know UTF-8 stands before the head.
  yield stringify([columns.map(({ name }) => name)], { bom: true, ...csvOptions });
  for await (const page of pages) {
    const lines = page.flatMap(linesOf).map((line) => columns.map(({ field }) => field(line)));
    if (lines.length > 0) yield stringify(lines, csvOptions);
  }
}

/** RFC 4180, and nothing in a field that a spreadsheet program would take for a formula; numbers below zero stay numbers. */
const csvOptions = {
  record_delimiter: 'windows',
  escape_formulas: true,
  cast: { boolean: (value: boolean) => String(value) },
} as const;

async function* ndjson(pages: Pages): Pieces {
  for await (const page of pages) yield page.map(({ record }) => `${JSON.stringify(record)}\n`).join('');
}

async function* json(pages: Pages): Pieces {
  let before = '[\n';
  for await (const page of pages) {
    yield page.map(({ record }, at) => `${at === 0 ? before : ',\n'}${JSON.stringify(record)}`).join('');
    before = ',\n';
  }
  yield before === ',\n' ? '\n]\n' : '[]\n';
}
