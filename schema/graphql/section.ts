import { indicatorName } from '../law/vocabulary/indicators.ts';
import type { SectionKey } from '../law/vocabulary/sections.ts';
import { unknownScope } from '../record/scope.ts';
import { builder } from './builder.ts';
import { CellStateEnum, FormIdEnum, ScopeBasisEnum, ScopeEnum, SectionKeyEnum } from './enums.ts';
import { readsTextsExtension } from './load-record.ts';
import { cellId } from './node-id.ts';
import { cellsOf, columnsOfARow, rowsCharged, textOf, typical } from './prices.ts';
import { type SectionNode, type StatutorySectionNode, tableCell, tableRow, tableRows } from './record-nodes.ts';

builder.interfaceType('Section', {
  interfaces: ['Node'],
  description:
    'One section of a document (章节). It has the type of its statutory table where the record holds that table, else it is narrative.',
  resolveType: ({ typeName }) => typeName,
  fields: (t) => ({
    id: t.exposeID('id', {
      description:
        'Opaque id (标识). The section of an agency year is another than that of a document: its cells also have what other years say of them.',
    }),
    key: t.expose('key', { type: SectionKeyEnum, description: 'What the section is about (章节键).' }),
    ordinal: t.exposeInt('ordinal', {
      description: 'Its printed number, from 1 (序号); the number the form gives it where no heading is printed.',
    }),
    heading: t.exposeString('heading', {
      description: 'The heading as printed, without its number (标题); empty where none is printed.',
    }),
    text: t.exposeString('text', {
      extensions: readsTextsExtension,
      complexity: textOf.section,
      description: "The narrative as printed, a paragraph a line, without the table's cells (正文).",
    }),
    printed: t.exposeBoolean('printed', {
      description:
        'Whether the section is printed; false where only its table was found, without a heading of its own (是否印有标题).',
    }),
  }),
});

builder.objectType('NarrativeSection', {
  interfaces: ['Node', 'Section'],
  description:
    'A section without a statutory table (文字章节): all of form 2008, and those parts of the later forms that are told in words.',
});

/** Argument of every list of sections. */
export const sectionKeysArgs = builder.args((t) => ({
  keys: t.field({ type: [SectionKeyEnum], description: 'Only sections of these keys. Absent: all.' }),
}));

/** Argument that picks one section. */
export const sectionKeyArgs = builder.args((t) => ({
  key: t.field({
    type: SectionKeyEnum,
    required: true,
    description: 'Which section; the first of several with one key.',
  }),
}));

/** Price of one section and of a list of them alike, see `rowsCharged`. */
export const sectionsPrice = { field: 1, multiplier: typical.sections };

/** The sections asked for, in printed order. */
export function ofKeys(sections: readonly SectionNode[], keys: readonly SectionKey[] | null | undefined) {
  return keys == null ? sections : sections.filter(({ key }) => keys.includes(key));
}

const rowArg = 'Key of the row in the form, such as newlyReceived.';
const columnArg = 'Key of the column in the form, such as total.';

type Fields = Pick<
  PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, StatutorySectionNode>,
  'arg' | 'field'
>;

/** The fields of a section with a table of so many cells. */
const tableFields = (cells: number) => (t: Fields) => ({
  form: t.field({
    type: FormIdEnum,
    description: 'Edition that this table follows, told from its own words (版式); tables of one report may differ.',
    resolve: ({ table }) => table.table.form,
  }),
  scope: t.field({
    type: 'ToldScope',
    description: 'Whose figures the table gives, by its own words, else those of the report (统计范围).',
    resolve: ({ table }) => table.record.scopes?.tables[table.key] ?? unknownScope,
  }),
  rows: t.field({
    type: ['TableRow'],
    complexity: { field: 1, multiplier: rowsCharged(cells) },
    description: 'Every row of the table, in the order of the form (行).',
    resolve: ({ table }) => tableRows(table),
  }),
  row: t.field({
    type: 'TableRow',
    nullable: true,
    args: { key: t.arg.string({ required: true, description: rowArg }) },
    description: 'One row (行); null where the table has no row of this key.',
    resolve: ({ table }, { key }) => tableRow(table, key),
  }),
  cell: t.field({
    type: 'Cell',
    nullable: true,
    args: {
      row: t.arg.string({ required: true, description: rowArg }),
      column: t.arg.string({ required: true, description: columnArg }),
    },
    description: 'One cell (单元格); null where the table has none at this row and column.',
    resolve: ({ table }, { row, column }) => tableCell(table, row, column),
  }),
});

builder.interfaceType('StatutorySection', {
  interfaces: ['Node', 'Section'],
  description: 'A section with its statutory table (表格章节).',
  fields: tableFields(cellsOf.proactiveDisclosure + cellsOf.applications + cellsOf.reviewAndLitigation),
});

builder.objectType('ProactiveDisclosureSection', {
  interfaces: ['Node', 'Section', 'StatutorySection'],
  description:
    'Section 二 with its table: proactive disclosure by the items of art. 20 of the Regulations (主动公开政府信息情况).',
  fields: tableFields(cellsOf.proactiveDisclosure),
});

builder.objectType('ApplicationsSection', {
  interfaces: ['Node', 'Section', 'StatutorySection'],
  description:
    'Section 三 with its table: applications by applicant (columns) and result (rows), in 件 (收到和处理政府信息公开申请情况).',
  fields: tableFields(cellsOf.applications),
});

builder.objectType('ReviewAndLitigationSection', {
  interfaces: ['Node', 'Section', 'StatutorySection'],
  description:
    'Section 四 with its table: reconsideration and litigation by result, in 件 (政府信息公开行政复议、行政诉讼情况).',
  fields: tableFields(cellsOf.reviewAndLitigation),
});

builder.objectType('ToldScope', {
  description: 'Whose figures something gives, and the words that tell it (统计范围及其依据).',
  fields: (t) => ({
    scope: t.expose('scope', { type: ScopeEnum, description: 'Whose (范围).' }),
    from: t.expose('from', {
      type: ScopeBasisEnum,
      nullable: true,
      description: 'What told it (依据); null where nothing did.',
    }),
    words: t.exposeString('words', {
      nullable: true,
      description: 'The words that tell it, as printed (原文); null where the law does, or nothing.',
    }),
    offset: t.exposeInt('offset', {
      nullable: true,
      description:
        'Their first UTF-16 unit in the decoded source, from 0 (源文件偏移); null for those of a title or heading.',
    }),
  }),
});

builder.objectType('TableRow', {
  interfaces: ['Node'],
  description: 'One row of a statutory table (表格行).',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Opaque id (标识).' }),
    key: t.exposeString('key', { description: 'Key of the row in the form, such as refused.stateSecret (行键).' }),
    name: t.expose('name', { type: 'Bilingual', description: "The form's own words for the row (行名)." }),
    cells: t.field({
      type: ['Cell'],
      complexity: { field: 1, multiplier: columnsOfARow },
      description: 'Every cell of the row, in the order of the form (单元格).',
      resolve: ({ cells }) => cells,
    }),
    cell: t.field({
      type: 'Cell',
      nullable: true,
      args: { column: t.arg.string({ required: true, description: 'Key of the column in the form, such as total.' }) },
      description: 'One cell of the row (单元格); null where the row has no such column.',
      resolve: ({ cells }, { column }) => cells.find((cell) => cell.column === column) ?? null,
    }),
  }),
});

builder.objectType('Cell', {
  interfaces: ['Node'],
  description: 'One printed cell (单元格): the figure as read, the text as printed, and where it was printed.',
  fields: (t) => ({
    id: t.id({ description: 'Opaque id (标识).', resolve: ({ rowId, column }) => cellId(rowId, column) }),
    path: t.exposeString('path', {
      description: 'Table, row and column key joined by dots, as findings name the cell (路径).',
    }),
    row: t.exposeString('row', { description: 'Key of the row; the path of the row in the indicator annex (行).' }),
    column: t.exposeString('column', { description: 'Key of the column; value in the indicator annex (列).' }),
    unit: t.exposeString('unit', {
      nullable: true,
      description:
        'Unit of the value (单位): 件, 项, 元 by the form; as printed in the indicator annex. Money is in yuan (元).',
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      description:
        'The figure in the unit of the cell (数值); a number exactly when the state is number or inferred, else null.',
    }),
    raw: t.exposeString('raw', { description: 'The text as printed, trimmed (原文).' }),
    state: t.expose('state', { type: CellStateEnum, description: 'What kind of thing stands in the cell (状态).' }),
    place: t.expose('place', { type: 'Place', description: 'Where it was printed (出处).' }),
    findings: t.field({
      type: ['Finding'],
      complexity: { field: 1, multiplier: typical.findingsOfACell },
      description: 'Findings that name this cell (疑点).',
      resolve: ({ findings }) => findings,
    }),
  }),
});

builder.objectType('PageBox', {
  description: 'A rectangle on a page: points (1/72 inch) from its top left corner as seen (页面上的位置).',
  fields: (t) => ({
    left: t.exposeFloat('left', { description: 'From the left edge of the page, in points (左).' }),
    top: t.exposeFloat('top', { description: 'From the top edge of the page, in points (上).' }),
    width: t.exposeFloat('width', { description: 'Width, in points (宽).' }),
    height: t.exposeFloat('height', { description: 'Height, in points (高).' }),
  }),
});

builder.objectType('Place', {
  description:
    'Where something was printed (出处). Counts start at 1. Copied text has no grid: there row and column are those of the statutory form.',
  fields: (t) => ({
    table: t.exposeInt('table', { description: 'Which table of the document (第几个表).' }),
    row: t.exposeInt('row', { description: 'Row of its grid, merged cells expanded (行).' }),
    column: t.exposeInt('column', { description: 'Column of its grid, merged cells expanded (列).' }),
    line: t.exposeInt('line', {
      nullable: true,
      description: 'Line of the decoded source (源文件行号); null for formats without lines.',
    }),
    offset: t.exposeInt('offset', {
      nullable: true,
      description:
        'UTF-16 units from the beginning of the decoded source, from 0 (源文件偏移); null for formats without text.',
    }),
    selector: t.exposeString('selector', {
      nullable: true,
      description: 'CSS selector of the element in the web page as published (网页元素选择器); null for other formats.',
    }),
    page: t.exposeInt('page', {
      nullable: true,
      description: 'Page of a PDF, from 1 (页码); null for formats without pages.',
    }),
    box: t.expose('box', {
      type: 'PageBox',
      nullable: true,
      description: 'Where on that page (页面上的位置); null for formats without pages.',
    }),
  }),
});

builder.objectType('Statistic', {
  interfaces: ['Node'],
  description: 'One row of the indicator annex (政府信息公开情况统计表) of form 2008, as printed and in its order.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Opaque id (标识).' }),
    path: t.exposeString('path', {
      description: 'Its printed numbers from the outside in, such as 二/(一)/1 (层级编号).',
    }),
    label: t.exposeString('label', { description: 'Its words as printed (指标名称).' }),
    unit: t.exposeString('unit', {
      nullable: true,
      description: 'Its unit as printed (单位); null where the copied text has lost it.',
    }),
    key: t.exposeString('key', {
      nullable: true,
      description: "Key of the national indicator (指标键); null for a province's own row.",
    }),
    name: t.field({
      type: 'Bilingual',
      nullable: true,
      description: 'Name of the national indicator (全国统一指标名称); null where the row has no key.',
      resolve: ({ key }) => (key === null ? null : indicatorName(key)),
    }),
    cell: t.expose('cell', { type: 'Cell', description: 'Its figure (数值单元格).' }),
  }),
});

builder.objectType('Indicator', {
  description: 'A figure read from a sentence (文字指标).',
  fields: (t) => ({
    key: t.exposeString('key', {
      nullable: true,
      description:
        'Key of the indicator, such as applications.received (指标键); null for a figure that is none of the dictionary.',
    }),
    name: t.field({
      type: 'Bilingual',
      nullable: true,
      description: 'Name of the indicator in the dictionary (指标名称); null where it has no key.',
      resolve: ({ key }) => (key === null ? null : indicatorName(key)),
    }),
    label: t.exposeString('label', {
      nullable: true,
      description: 'The words that name it in the sentence (原文名称); null where there are none.',
    }),
    value: t.exposeFloat('value', { description: 'The figure, in its unit; money in yuan (数值).' }),
    unit: t.exposeString('unit', {
      nullable: true,
      description: 'Its unit, such as 件, 条, 元 (单位); null where none is written.',
    }),
    approximate: t.exposeBoolean('approximate', {
      description: 'Whether the text says about, as 余, 约, 近 (是否约数).',
    }),
    text: t.exposeString('text', { description: 'The clause it was read from, as printed (原文).' }),
    section: t.exposeInt('section', { description: 'Ordinal of its section; 0 for the preamble (章节序号).' }),
    scope: t.field({
      type: 'ToldScope',
      description: 'Whose figure it is, by the subject of its clause or of one before it (统计范围).',
      resolve: ({ scope }) => scope ?? unknownScope,
    }),
    offset: t.exposeInt('offset', {
      description: "The clause's first UTF-16 unit in the decoded source, from 0 (源文件偏移).",
    }),
  }),
});
