import type { Denominators } from '../../schema/record/denominator.ts';
import type { PanelRequest } from '../../schema/record/exports/export-kind.ts';
import { figureLines } from '../../schema/record/exports/long-table.ts';
import { longPanelColumns } from '../../schema/record/exports/panel/long-panel.ts';
import { type PanelLine, panelLine } from '../../schema/record/exports/panel/panel-line.ts';
import { panelColumns } from '../../schema/record/exports/panel/panel-table.ts';
import type { PanelColumn } from '../../schema/record/exports/panel/report-facts.ts';
import type { VersionHead } from '../../schema/record/version-head.ts';
import { writeCsv } from './formats/csv.ts';
import { writeDta } from './formats/dta.ts';
import { writeParquet } from './formats/parquet.ts';
import type { Lines, Pieces } from './formats/piece.ts';
import { mostSheetRows, writeXlsx } from './formats/xlsx.ts';
import { readPanel, takePanelSnapshot } from './panel-snapshot.ts';
import type { PanelReader } from './snapshot.ts';

/** What there is of a panel, and how to write it. */
export interface PanelFile {
  readonly rows: number;
  /** Of how many agencies and which years, oldest first, the rows are. */
  readonly agencies: number;
  readonly years: readonly number[];
  readonly digest: string;
  /** Why it cannot be written in this format. */
  readonly refusal: string | null;
  readonly pieces: () => Pieces;
}

export async function panelFile(reader: PanelReader, request: PanelRequest): Promise<PanelFile> {
  const widths = fixedWidths();
  const isFixed = request.format === 'dta';
  const snapshot = await takePanelSnapshot(
    reader,
    request,
    isFixed ? (head, denominators) => widen(widths, head, denominators) : undefined,
  );
  const { rows, digest } = snapshot;
  const isTooLong = request.format === 'xlsx' && rows > mostSheetRows;
  const refusal = isTooLong
    ? `A workbook has ${mostSheetRows} rows at most, and these are ${rows}: ask for CSV, Parquet or Stata's format, or for fewer years or places.`
    : null;
  const pieces = (): Pieces => {
    const pages = readPanel(reader, snapshot);
    if (request.form === 'long') {
      const lines = eachPage(pages, (page) => page.flatMap(figureLines));
      return request.format === 'parquet' ? writeParquet(longPanelColumns, lines) : writeCsv(longPanelColumns, lines);
    }
    const lines = eachPage(pages, (page) => page.map((exported) => panelLine(exported, snapshot.denominators)));
    return writeWide(lines, request.format, { rows, widths });
  };
  const agencies = new Set([...snapshot.years.values()].flatMap((versions) => [...versions.keys()])).size;
  return { rows, agencies, years: [...snapshot.years.keys()].sort((a, b) => a - b), digest, refusal, pieces };
}

function writeWide(
  lines: Lines<PanelLine>,
  format: PanelRequest['format'],
  { rows, widths }: { readonly rows: number; readonly widths: ReadonlyMap<string, number> },
): Pieces {
  switch (format) {
    case 'csv':
      return writeCsv(panelColumns, lines);
    case 'parquet':
      return writeParquet(panelColumns, lines);
    case 'xlsx':
      return writeXlsx(panelColumns, lines);
    case 'dta':
      return writeDta(panelColumns, lines, { rows, widths, title: 'Gongkai' });
  }
}

async function* eachPage<From, To>(
  pages: Lines<From>,
  map: (page: readonly From[]) => readonly To[],
): AsyncGenerator<readonly To[]> {
  for await (const page of pages) yield map(page);
}

/** Columns of which heads tell the texts. */
const told = panelColumns.flatMap(({ name, width }) => (typeof width === 'function' ? [{ name, text: width }] : []));

/** Bytes of the longest text of each column, as far as no report has to be seen for it. */
function fixedWidths(): Map<string, number> {
  return new Map(
    panelColumns.flatMap(({ name, width }: PanelColumn<PanelLine>) =>
      typeof width === 'number' ? [[name, width]] : [],
    ),
  );
}

function widen(widths: Map<string, number>, head: VersionHead, denominators: Denominators): void {
  for (const { name, text } of told) {
    widths.set(name, Math.max(widths.get(name) ?? 0, Buffer.byteLength(text(head, denominators) ?? '')));
  }
}
