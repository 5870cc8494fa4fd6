import type { FormTable } from '../../../schema/law/forms/form.ts';
import { form2021 } from '../../../schema/law/forms/form-2021.ts';
import { indicatorTerms } from '../../../schema/law/vocabulary/indicators.ts';
import type { Agency } from '../../../schema/record/agency.ts';
import type { Cell } from '../../../schema/record/cell.ts';
import { noEvidence } from '../../../schema/record/evidence.ts';
import type { Finding } from '../../../schema/record/finding.ts';
import { type ReportRecord, StatutoryTable } from '../../../schema/record/report.ts';
import type { VersionHead } from '../../../schema/record/version-head.ts';

/** A version as the ingest function would store it. */
export interface StoredVersion {
  readonly head: VersionHead;
  readonly agency: Agency;
  readonly record: ReportRecord;
}

const sha256 = 'ab'.repeat(32);
const paragraph = '全市各级行政机关深入推进政务公开,主动公开政府信息,依法办理政府信息公开申请。';

const cell = (value: number, row: number, column: number): Cell => ({
  value,
  raw: String(value),
  state: 'number',
  place: { table: 1, row, column, line: row * 10 + column, offset: row * 100 + column },
});

function fullTable(table: FormTable): StatutoryTable {
  const rows = table.blocks.flatMap(({ rows, columns }) => rows.map((row) => ({ row, columns })));
  const filled = rows.map(({ row, columns }, index): [string, Record<string, Cell>] => [
    row.key,
    Object.fromEntries(columns.map(({ key }, at) => [key, cell(index * 10 + at, index + 1, at + 1)])),
  ]);
  return StatutoryTable.parse({ ...Object.fromEntries(filled), form: form2021.id });
}

const finding = (index: number): Finding => ({
  rule: 'applications.column-balance',
  severity: index % 2 === 0 ? 'error' : 'warning',
  cells: ['applications.processed.total', 'applications.newlyReceived.total'],
  expected: 234,
  actual: 233,
  message: { zh: '不平衡', en: 'Out of balance' },
  cause: 'source',
});

/** A report that fills every cell of form 2021 and has about as much narrative and as many figures as a real one. */
export function fullVersion(agency: Agency, year: number): StoredVersion {
  const tables = Object.fromEntries(form2021.tables.map((table) => [table.key, fullTable(table)]));
  const record: ReportRecord = {
    kind: 'annual-report',
    form: '2021',
    agency,
    year,
    title: `${agency.name}${year}年政府信息公开工作年度报告`,
    publishedOn: `${year + 1}-03-30`,
    complete: true,
    outcome: 'held',
    preamble: paragraph,
    sections: form2021.sections.map(({ ordinal, key, headings }) => ({
      ordinal,
      key,
      heading: headings[0],
      text: `${paragraph}\n`.repeat(20),
    })),
    tables,
    statistics: indicatorTerms.map(({ key, name, unit }, index) => ({
      path: `一/${index}`,
      label: name.zh,
      unit,
      key,
      cell: cell(index, index + 1, 1),
    })),
    indicators: indicatorTerms.slice(0, 30).map(({ key, name, unit }, index) => ({
      key,
      label: name.zh,
      value: index,
      unit,
      approximate: false,
      text: paragraph,
      section: 1,
      offset: index,
    })),
    workPlan: null,
    findings: [0, 1, 2].map(finding),
    checks: { made: 142, possible: 150, passed: 140, notMade: [] },
    evidence: { ...noEvidence, agency: 'title', agencyConfidence: 0.9, year: 'title', publishedOn: 'document' },
    reasons: [],
    source: { sha256, bytes: 50_000, mediaType: 'text/html', encoding: 'gb18030' },
    parser: { version: '1.0.0' },
  };
  return { head: headOf(agency, record, year), agency, record };
}

function headOf(agency: Agency, record: ReportRecord, year: number): VersionHead {
  return {
    agencyId: agency.id,
    year,
    kind: 'annual-report',
    slot: '',
    version: `v-${year}`,
    agencyName: agency.name,
    divisionCode: agency.divisionCode,
    provinceCode: agency.provinceCode,
    level: agency.level,
    form: record.form,
    title: record.title,
    outcome: record.outcome,
    complete: record.complete,
    publishedOn: record.publishedOn,
    findings: { error: 2, warning: 1, info: 0 },
    rules: { 'applications.column-balance': { error: 2, warning: 1, info: 0 } },
    figures: { 'applications.newlyReceived.total': 6 },
    ingestionId: 'ingestion',
    bucket: 'bucket',
    key: 'raw/report.html',
    objectVersionId: null,
    arrival: `${year + 1}-04-01T00:00:00.000Z#0`,
  };
}
