import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { decode } from '../parser/read/decode.ts';

/** A row of a CSV file and the line that it ends on, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly values: readonly string[];
}

/** Why a file is no CSV, and on which line that shows. */
export interface CsvFault {
  readonly line: number;
  readonly fault: string;
}

const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));

/** Reads CSV (RFC 4180) in UTF-8, UTF-16 or GB18030, its values trimmed and its empty rows left out. Rows may differ in length. */
export function csvRows(bytes: Uint8Array): readonly CsvRow[] | CsvFault {
  const { text } = decode(bytes);
  try {
    const records = Records.parse(
      parse(text, { info: true, relax_column_count: true, skip_empty_lines: true, trim: true }),
    );
    return records
      .map(({ record, info }) => ({ line: info.lines, values: record }))
      .filter(({ values }) => values.some((value) => value !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line: Number(error.lines ?? 1), fault: error.message };
  }
}

/** What is wrong in a first row of column names: one that no such table has or that comes twice, by its number from 1, or one that is missing. */
export interface HeadingFault {
  readonly fault: 'unknown' | 'missing';
  readonly column: number | null;
  readonly value: string;
}

export function headingFaults(
  columns: readonly string[],
  { known, required }: { readonly known: readonly string[]; readonly required: readonly string[] },
): HeadingFault[] {
  const unknown = columns.flatMap((value, at): HeadingFault[] =>
    known.includes(value) && columns.indexOf(value) === at ? [] : [{ fault: 'unknown', column: at + 1, value }],
  );
  const missing = required.filter((column) => !columns.includes(column));
  return [...unknown, ...missing.map((value): HeadingFault => ({ fault: 'missing', column: null, value }))];
}
