import { FormId } from '../../law/forms/form.ts';
import { forms as everyForm } from '../../law/forms/forms.ts';
import { indicatorTerms } from '../../law/vocabulary/indicators.ts';
import { type CellName, cellNames } from '../cell-names.ts';
import { differentScopes } from '../scope.ts';
import type { Column, ExportTable } from './column.ts';
import type { Exported } from './exported.ts';
import { figuresOf } from './figures.ts';
import { reportColumns } from './report-columns.ts';

/** A report with its figures by the path of their column. */
export interface ReportLine extends Exported {
  readonly values: ReadonlyMap<string, number>;
}

/** Figures of another scope than the report's are in the long table alone. */
export function reportLine(exported: Exported): ReportLine {
  const values = new Map<string, number>();
  const put = (path: string, value: number | null) => {
    if (value !== null && !values.has(path)) values.set(path, value);
  };
  const ofReport = exported.record.scopes?.report.scope ?? 'unknown';
  for (const { common, value, scope } of figuresOf(exported.record)) {
    if (common !== null && !differentScopes(scope.scope, ofReport)) put(common, value);
  }
  return { ...exported, values };
}

const headColumns: readonly Column<ReportLine>[] = [
  ...reportColumns,
  {
    ...{ name: 'form', type: 'string', required: false },
    title: { zh: '格式版本', en: 'Edition of the form' },
    field: ({ head }) => head.form,
  },
  {
    ...{ name: 'title', type: 'string', required: false },
    title: { zh: '标题', en: 'Title' },
    field: ({ head }) => head.title,
  },
  {
    ...{ name: 'publishedOn', type: 'date', required: false },
    title: { zh: '公布日期', en: 'Date of publication' },
    field: ({ head }) => head.publishedOn,
  },
  {
    ...{ name: 'complete', type: 'boolean', required: true },
    title: { zh: '是否完整', en: 'Whether every cell of the form is accounted for' },
    field: ({ head }) => head.complete,
  },
  {
    ...{ name: 'errors', type: 'integer', required: true },
    title: { zh: '严重疑点数', en: 'Findings of severity error' },
    field: ({ head }) => head.findings.error,
  },
  {
    ...{ name: 'warnings', type: 'integer', required: true },
    title: { zh: '一般疑点数', en: 'Findings of severity warning' },
    field: ({ head }) => head.findings.warning,
  },
  {
    ...{ name: 'sha256', type: 'string', required: true },
    title: { zh: '文件哈希', en: 'SHA-256 of the file' },
    field: ({ record }) => record.source.sha256,
  },
];

/**
 * A line for each report and a column for each figure that the forms in use have, of the annex only where reports on a form
 * without tables are among them. A figure that is not printed, not applicable or unreadable is empty; the long table says which.
 */
export function wideTable(forms: ReadonlySet<FormId>): ExportTable<ReportLine> {
  const cells = FormId.options.filter((id) => forms.has(id)).flatMap(cellNames);
  const byPath = new Map(cells.map((cell) => [cell.path, cell]));
  const annex = everyForm.some(({ id, tables }) => tables.length === 0 && forms.has(id))
    ? terms('statistics', annexNames)
    : [];
  const names = [...byPath.values(), ...annex, ...terms('indicators', sentenceNames)];
  return { columns: [...headColumns, ...names.map(figureColumn)], key: ['agencyId', 'year'] };
}

const annexNames = { zh: '统计附表', en: 'Indicator annex' };
const sentenceNames = { zh: '正文', en: 'Narrative' };

function terms(part: 'statistics' | 'indicators', where: CellName['name']): CellName[] {
  return indicatorTerms.map(({ key, name, unit }) => ({
    ...{ path: `${part}.${key}`, unit },
    name: { zh: `${where.zh} · ${name.zh}`, en: `${where.en} · ${name.en}` },
  }));
}

function figureColumn({ path, name, unit }: CellName): Column<ReportLine> {
  return {
    ...{ name: path, type: 'number', required: false, title: name },
    note: { zh: `单位：${unit}。`, en: `Unit: ${unit}.` },
    field: ({ values }) => values.get(path) ?? null,
  };
}
