import { z } from 'zod';
import { ReportRecord } from '../report.ts';

const title = 'Record of an annual report or a work plan (年度报告或工作安排记录)';

/**
 * JSON Schema (draft 2020-12) of a record, of a line of NDJSON, and of an element of the JSON array, as it is checked in:
 * who serves it need not carry what makes it.
 */
export function printedRecordSchema(): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(ReportRecord) }, null, 2)}\n`;
}
