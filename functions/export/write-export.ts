import type { FormId } from '../../schema/law/forms/form.ts';
import type { ExportTable } from '../../schema/record/exports/column.ts';
import type { ExportKind } from '../../schema/record/exports/export-kind.ts';
import type { Exported } from '../../schema/record/exports/exported.ts';
import { figureLines, longTable } from '../../schema/record/exports/long-table.ts';
import { reportLine, wideTable } from '../../schema/record/exports/wide-table.ts';
import type { VersionHead } from '../../schema/record/version-head.ts';
import { writeCsv } from './formats/csv.ts';
import type { Texts } from './formats/piece.ts';
import type { ExportReader, Snapshot } from './snapshot.ts';
import { readRecords } from './snapshot.ts';

/** Writes a file of a province and year. Tables are of annual reports, whose figures they have; whole records are of work plans too. */
export function writeExport(reader: ExportReader, snapshot: Snapshot, kind: ExportKind): Texts {
  const { reports, plans } = snapshot;
  const tableOf = <Line>(table: ExportTable<Line>, lines: (exported: Exported) => readonly Line[]) =>
    writeCsv(table.columns, eachLine(readRecords(reader, reports), lines));
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

async function* eachLine<Line>(
  pages: Pages,
  linesOf: (exported: Exported) => readonly Line[],
): AsyncGenerator<readonly Line[]> {
  for await (const page of pages) yield page.flatMap(linesOf);
}

async function* ndjson(pages: Pages): Texts {
  for await (const page of pages) yield page.map(({ record }) => `${JSON.stringify(record)}\n`).join('');
}

async function* json(pages: Pages): Texts {
  let before = '[\n';
  for await (const page of pages) {
    yield page.map(({ record }, at) => `${at === 0 ? before : ',\n'}${JSON.stringify(record)}`).join('');
    before = ',\n';
  }
  yield before === ',\n' ? '\n]\n' : '[]\n';
}
