import { FormId } from '../../../law/forms/form.ts';
import { CellState } from '../../cell.ts';
import { Scope } from '../../scope.ts';
import type { FigureLine } from '../long-table.ts';
import { panelColumns } from './panel-table.ts';
import { identityFacts, type PanelColumn } from './report-facts.ts';
import { shortName } from './short-names.ts';

/** Names of the wide form's columns, which `variable` of the long form leads to. */
const variables: ReadonlySet<string> = new Set(panelColumns.map(({ name }) => name));

const placeNames = { table: '表', row: '行', column: '列', line: '文件行', page: '页', offset: '字符偏移' } as const;

/** The columns of the panel's long form: a row for each figure, with its text, state, place and doubts, of every scope. */
export const longPanelColumns: readonly PanelColumn<FigureLine>[] = [
  ...identityFacts,
  {
    ...{ name: 'report_scope', type: 'string', required: true, values: Scope.options },
    title: { zh: '报告统计范围', en: 'Whose figures the report gives' },
    field: ({ head }) => head.scope ?? 'unknown',
  },
  {
    ...{ name: 'origin', type: 'string', required: true, values: ['table', 'annex', 'sentence'] },
    title: { zh: '出处', en: 'Where it stands' },
    field: ({ figure }) => figure.origin,
  },
  {
    ...{ name: 'variable', type: 'string', required: false },
    title: { zh: '变量名', en: 'Column of the wide form' },
    note: { zh: '各报告自有的数字为空。', en: 'Empty for figures that only some reports have.' },
    field: ({ figure }) => variableOf(figure.common),
  },
  {
    ...{ name: 'path', type: 'string', required: true },
    title: { zh: '路径', en: 'Path of the figure in its record' },
    field: ({ figure }) => figure.path,
  },
  {
    ...{ name: 'form', type: 'string', required: false, values: FormId.options },
    title: { zh: '格式版本', en: 'Edition of the form that its table follows' },
    field: ({ figure }) => figure.form,
  },
  {
    ...{ name: 'label_zh', type: 'string', required: false },
    title: { zh: '中文名称', en: 'Chinese name' },
    field: ({ figure }) => figure.name?.zh ?? null,
  },
  {
    ...{ name: 'label_en', type: 'string', required: false },
    title: { zh: '英文名称', en: 'English name' },
    field: ({ figure }) => figure.name?.en ?? null,
  },
  {
    ...{ name: 'unit', type: 'string', required: false },
    title: { zh: '单位', en: 'Unit' },
    note: { zh: '金额以元计。', en: 'Money is in yuan (元).' },
    field: ({ figure }) => figure.unit,
  },
  {
    ...{ name: 'value', type: 'number', required: false },
    title: { zh: '数值', en: 'Value' },
    note: { zh: '空白不是零。', en: 'A blank is not a zero.' },
    field: ({ figure }) => figure.value,
  },
  {
    ...{ name: 'state', type: 'string', required: true, values: CellState.options },
    title: { zh: '状态', en: 'State' },
    field: ({ figure }) => figure.state,
  },
  {
    ...{ name: 'raw', type: 'string', required: false },
    title: { zh: '原文', en: 'Text as printed' },
    note: { zh: '语句中的数字为其所在分句。', en: 'Of a sentence the clause.' },
    field: ({ figure }) => figure.raw,
  },
  {
    ...{ name: 'approximate', type: 'boolean', required: true },
    title: { zh: '是否约数', en: 'Whether the text says that it is approximate' },
    field: ({ figure }) => figure.approximate,
  },
  {
    ...{ name: 'scope', type: 'string', required: true, values: Scope.options },
    title: { zh: '统计范围', en: 'Whose figure it is' },
    field: ({ figure }) => figure.scope.scope,
  },
  {
    ...{ name: 'doubts', type: 'string', required: false },
    title: { zh: '疑点规则', en: 'Rules that doubt it' },
    note: { zh: '以空格分隔。', en: 'Separated by spaces.' },
    field: ({ doubts }) => doubts,
  },
  ...(['table', 'row', 'column', 'line', 'page', 'offset'] as const).map(
    (name): PanelColumn<FigureLine> => ({
      ...{ name: `at_${name}`, type: 'integer', required: false },
      title: { zh: `位置 · ${placeNames[name]}`, en: `Place · ${name}` },
      field: ({ figure }) => figure.place[name] ?? null,
    }),
  ),
  {
    ...{ name: 'sha256', type: 'string', required: true },
    title: { zh: '文件哈希', en: 'SHA-256 of the document' },
    field: ({ record }) => record.source.sha256,
  },
];

function variableOf(common: string | null): string | null {
  const name = common === null ? null : shortName(common);
  return name !== null && variables.has(name) ? name : null;
}
