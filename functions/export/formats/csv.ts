import { stringify } from 'csv-stringify/sync';
import type { Column } from '../../../schema/record/exports/column.ts';
import type { Lines, Texts } from './piece.ts';

/** RFC 4180 in UTF-8, with the mark by which spreadsheet programs know it. */
export async function* writeCsv<Line>(columns: readonly Column<Line>[], lines: Lines<Line>): Texts {
  yield stringify([columns.map(({ name }) => name)], { bom: true, ...csvOptions });
  for await (const some of lines) {
    const fields = some.map((line) => columns.map(({ field }) => field(line)));
    if (fields.length > 0) yield stringify(fields, csvOptions);
  }
}

/** Nothing in a field that a spreadsheet program would take for a formula; numbers below zero stay numbers. */
const csvOptions = {
  record_delimiter: 'windows',
  escape_formulas: true,
  cast: { boolean: (value: boolean) => String(value) },
} as const;
