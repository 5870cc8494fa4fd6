import process from 'node:process';
import { createClient } from '../client.ts';
import { ReportCellsDocument } from '../operations.generated.ts';

/** Prints table 三 of a report as tab-separated values: `node print-table.ts <address> <agency id> <year>`. */
const [url = 'http://127.0.0.1:4000/graphql', id = '', year = ''] = process.argv.slice(2);
const { agency } = await createClient({ url }).request(ReportCellsDocument, { id, year: Number(year) });
const section = agency?.year?.section;
if (section == null || !('rows' in section)) throw new Error('The report has no such table.');

console.log(['', ...(section.rows[0]?.cells ?? []).map(({ column }) => column)].join('\t'));
for (const { name, cells } of section.rows) {
  console.log([name.zh, ...cells.map(({ value, raw }) => value ?? raw)].join('\t'));
}
