import type { Agency } from '../../schema/record/agency.ts';
import { agencyId } from '../../schema/record/agency-id.ts';
import type { Cell } from '../../schema/record/cell.ts';
import { ReportRecord } from '../../schema/record/report.ts';

/** What of a record a test cares for. */
export interface RecordWishes {
  readonly agency?: Agency;
  readonly year?: number;
  readonly received?: number;
  readonly text?: string;
  readonly title?: string;
  readonly change?: Partial<ReportRecord>;
}

/** An agency of Sichuan with an id as the schema makes it. */
export function buildAgency(name = '内江市人民政府', divisionCode = '511000'): Agency {
  const facts = { name, divisionCode, provinceCode: divisionCode.slice(0, 2) };
  return { id: agencyId(facts), ...facts, level: 'prefecture' };
}

/** A valid annual report of form 2021 with a few cells; what differs between records is what the test wishes. */
export function buildRecord(wishes: RecordWishes = {}): ReportRecord {
  const { agency = buildAgency(), year = 2021, received = 12, text = '一年来，全市主动公开政府信息。' } = wishes;
  const { title = `${agency.name}${year}年政府信息公开工作年度报告`, change = {} } = wishes;
  return ReportRecord.parse({
    kind: 'annual-report',
    form: '2021',
    agency,
    year,
    title,
    publishedOn: `${year + 1}-01-28`,
    complete: true,
    outcome: 'published',
    preamble: `本报告由${agency.name}编制。`,
    sections: [
      { ordinal: 1, key: 'overview', heading: '总体情况', text },
      { ordinal: 3, key: 'applications', heading: '收到和处理政府信息公开申请情况', text: '' },
    ],
    tables: {
      applications: {
        form: '2021',
        newlyReceived: { naturalPerson: numberCell(received - 2), total: numberCell(received) },
        carriedOver: { naturalPerson: blankCell, total: blankCell },
      },
      reviewAndLitigation: { form: '2021', reconsideration: { upheld: numberCell(1), total: numberCell(1) } },
    },
    statistics: [],
    indicators: [],
    workPlan: null,
    findings: [],
    reasons: [],
    source: { sha256: 'a'.repeat(64), bytes: 1, mediaType: 'text/plain', encoding: 'utf-8' },
    parser: { version: '1.0.0' },
    ...change,
  });
}

export function numberCell(value: number): Cell {
  return { value, raw: String(value), state: 'number', place: { table: 1, row: 1, column: 1 } };
}

export const blankCell: Cell = { value: null, raw: '', state: 'blank', place: { table: 1, row: 2, column: 1 } };
