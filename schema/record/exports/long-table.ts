import type { Column, ExportTable } from './column.ts';
import type { Exported } from './exported.ts';
import { type Figure, figuresOf } from './figures.ts';
import { reportColumns } from './report-columns.ts';

/** A figure of a report, with the rules that doubt it. */
export interface FigureLine extends Exported {
  readonly figure: Figure;
  readonly doubts: string;
}

/** A line for each printed figure, so that nothing that is known of one is lost: its text, state, place and doubts. */
export function figureLines(exported: Exported): FigureLine[] {
  const doubts = new Map<string, Set<string>>();
  for (const { rule, cells } of exported.record.findings) {
    for (const path of cells) doubts.set(path, (doubts.get(path) ?? new Set()).add(rule));
  }
  return figuresOf(exported.record).map((figure) => ({
    ...exported,
    figure,
    doubts: [...(doubts.get(figure.path) ?? [])].join(' '),
  }));
}

const figureColumns: readonly Column<FigureLine>[] = [
  {
    ...{ name: 'origin', type: 'string', required: true },
    title: { zh: '出处', en: 'Where it stands' },
    note: {
      zh: 'table 法定表格；annex 统计附表；sentence 正文语句。',
      en: 'table: a statutory table; annex: the indicator annex of form 2008; sentence: the narrative.',
    },
    field: ({ figure }) => figure.origin,
  },
  {
    ...{ name: 'path', type: 'string', required: true },
    title: { zh: '路径', en: 'Path of the figure' },
    note: { zh: '与接口及疑点中的路径相同。', en: 'The one by which the API and findings name it.' },
    field: ({ figure }) => figure.path,
  },
  {
    ...{ name: 'form', type: 'string', required: false },
    title: { zh: '格式版本', en: 'Edition of the form' },
    note: { zh: '表格以外为空。', en: 'Empty outside of tables.' },
    field: ({ figure }) => figure.form,
  },
  {
    ...{ name: 'nameZh', type: 'string', required: false },
    title: { zh: '中文名称', en: 'Chinese name' },
    field: ({ figure }) => figure.name?.zh ?? null,
  },
  {
    ...{ name: 'nameEn', type: 'string', required: false },
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
    note: {
      zh: '仅 state 为 number 或 inferred 时有值；空白不是零。',
      en: 'There exactly where state is number or inferred; a blank is not a zero.',
    },
    field: ({ figure }) => figure.value,
  },
  {
    ...{ name: 'state', type: 'string', required: true },
    title: { zh: '状态', en: 'State' },
    note: {
      zh: 'number、blank、notApplicable、unreadable 或 inferred。',
      en: 'number, blank, notApplicable, unreadable or inferred.',
    },
    field: ({ figure }) => figure.state,
  },
  {
    ...{ name: 'approximate', type: 'boolean', required: true },
    title: { zh: '是否约数', en: 'Whether the text says that it is approximate' },
    field: ({ figure }) => figure.approximate,
  },
  {
    ...{ name: 'raw', type: 'string', required: false },
    title: { zh: '原文', en: 'Text as printed' },
    note: {
      zh: '语句中的数字为其所在分句；以 = + - @ 开头的文本前加单引号。',
      en: 'Of a sentence the clause. An apostrophe stands before text that a spreadsheet would take for a formula.',
    },
    field: ({ figure }) => figure.raw,
  },
  {
    ...{ name: 'scope', type: 'string', required: true },
    title: { zh: '统计范围', en: 'Whose figure it is' },
    note: {
      zh: 'organ 本机关；ownLevel 本级；territory 全辖区；unknown 未知。',
      en: 'organ, ownLevel, territory or unknown.',
    },
    field: ({ figure }) => figure.scope.scope,
  },
  {
    ...{ name: 'scopeWords', type: 'string', required: false },
    title: { zh: '统计范围依据', en: 'Words that tell whose figure it is' },
    field: ({ figure }) => figure.scope.words,
  },
  {
    ...{ name: 'doubts', type: 'string', required: false },
    title: { zh: '疑点规则', en: 'Rules that doubt it' },
    note: { zh: '以空格分隔。', en: 'Separated by spaces.' },
    field: ({ doubts }) => doubts,
  },
  {
    ...{ name: 'section', type: 'integer', required: false },
    title: { zh: '章节序号', en: 'Ordinal of the section' },
    note: { zh: '仅语句；0 为导语。', en: 'Of sentences only; 0 is the preamble.' },
    field: ({ figure }) => figure.section,
  },
  placeColumn('table', { zh: '文件中第几个表', en: 'Table of the document' }),
  placeColumn('row', { zh: '表中第几行', en: 'Row of the table' }),
  placeColumn('column', { zh: '表中第几列', en: 'Column of the table' }),
  placeColumn('line', { zh: '文件中第几行', en: 'Line of the decoded source' }),
  placeColumn('page', { zh: '第几页', en: 'Page' }),
  {
    ...{ name: 'offset', type: 'integer', required: false },
    title: { zh: '字符偏移', en: 'Offset in the decoded source' },
    note: { zh: 'UTF-16 单元，自 0 起。', en: 'In UTF-16 units, from 0.' },
    field: ({ figure }) => figure.place.offset ?? null,
  },
  {
    ...{ name: 'selector', type: 'string', required: false },
    title: { zh: '网页选择器', en: 'CSS selector of the element' },
    field: ({ figure }) => figure.place.selector ?? null,
  },
  {
    ...{ name: 'sha256', type: 'string', required: true },
    title: { zh: '文件哈希', en: 'SHA-256 of the file' },
    field: ({ record }) => record.source.sha256,
  },
];

function placeColumn(
  name: 'table' | 'row' | 'column' | 'line' | 'page',
  title: Column<FigureLine>['title'],
): Column<FigureLine> {
  const note = { zh: '自 1 起；不适用时为空。', en: 'Counted from 1; empty where the document has none.' };
  return { name, title, note, type: 'integer', required: false, field: ({ figure }) => figure.place[name] ?? null };
}

/** A sentence may state a figure twice, so no columns tell every line from all others. */
export const longTable: ExportTable<FigureLine> = { columns: [...reportColumns, ...figureColumns], key: [] };
