import type { Form, FormBlock, FormColumn, FormRow, FormTable } from '../../schema/law/forms/form.ts';

/** What a generated report prints in each cell, by `table.row.column`; absent prints nothing. */
export type Printed = ReadonlyMap<string, string>;

export interface GeneratedReport {
  readonly form: Form;
  readonly agency: string;
  readonly year: number;
  readonly printed: Printed;
}

export type Layout = 'cellALine' | 'rowALine' | 'pipes' | 'html';

const opening = ({ agency, year }: GeneratedReport) => [
  `${agency}${year}年政府信息公开工作年度报告`,
  `根据《中华人民共和国政府信息公开条例》要求,现公布本机关年度报告。所列数据统计时限为${year}年1月1日至${year}年12月31日。`,
];

const sectionText = (key: string) => `本部分说明${key}的有关情况。全年工作平稳有序。`;
const numerals = ['一', '二', '三', '四', '五', '六'];

/** Writes a report as a site or a converter would, from the form data alone. */
export function renderReport(report: GeneratedReport, layout: Layout): string {
  return layout === 'html' ? renderHtml(report) : renderText(report, layout);
}

function renderText(report: GeneratedReport, layout: Exclude<Layout, 'html'>): string {
  const lines = [...opening(report)];
  for (const [index, section] of report.form.sections.entries()) {
    lines.push(`${numerals[index]}、${section.headings[0]}`);
    const table = report.form.tables.find((candidate) => candidate.section === section.key);
    lines.push(...(table === undefined ? [sectionText(section.key)] : textTable(table, report.printed, layout)));
  }
  return lines.join(layout === 'cellALine' ? '\n\n' : '\n');
}

const separators = { cellALine: '\n\n', rowALine: ' ', pipes: ' | ' };

function textTable(table: FormTable, printed: Printed, layout: Exclude<Layout, 'html'>): string[] {
  const line = (cells: readonly string[]) => {
    const kept = layout === 'pipes' ? cells : cells.filter((cell) => cell !== '');
    return layout === 'pipes' ? `| ${kept.join(' | ')} |` : kept.join(separators[layout]);
  };
  if (table.layout === 'across') return acrossLines(table).map((cells) => line(cells(printed)));
  let groups: readonly string[] = [];
  return table.blocks.flatMap((block) => [
    ...(block.caption === undefined ? table.furniture : [block.caption, '信息内容']),
    line(block.columns.map((column) => column.labels[0])),
    ...block.rows.map((row) => {
      const fresh = row.groups.filter((group) => !groups.includes(group));
      groups = row.groups;
      return line([...fresh, row.labels[0], ...rowValues(table, row, block.columns, printed)]);
    }),
  ]);
}

function rowValues(table: FormTable, row: FormRow, columns: readonly FormColumn[], printed: Printed): string[] {
  return columns.map((column) => printed.get(`${table.key}.${row.key}.${column.key}`) ?? '');
}

function acrossLines(table: FormTable): ((printed: Printed) => string[])[] {
  return table.blocks.flatMap((block) => [
    () => ['行政复议', '行政诉讼'],
    () => block.rows.flatMap((row) => [...(row.groups.length > 0 ? [row.labels[0]] : []), ...labelsOf(block)]),
    (printed: Printed) => block.rows.flatMap((row) => rowValues(table, row, block.columns, printed)),
  ]);
}

function labelsOf(block: FormBlock): string[] {
  return block.columns.map((column) => column.labels[0]);
}

function renderHtml(report: GeneratedReport): string {
  const [title, ...preamble] = opening(report);
  const sections = report.form.sections.map((section, index) => {
    const table = report.form.tables.find((candidate) => candidate.section === section.key);
    const body = table === undefined ? `<p>${sectionText(section.key)}</p>` : htmlTable(table, report.printed);
    return `<p><strong>${numerals[index]}、${section.headings[0]}</strong></p>${body}`;
  });
  const text = `<h1>${title}</h1>${preamble.map((line) => `<p>${line}</p>`).join('')}${sections.join('\n')}`;
  const page = `<table class="layout"><tr><td>导航</td><td><div class="article">${text}</div></td></tr></table>`;
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body>${page}</body></html>`;
}

function htmlTable(table: FormTable, printed: Printed): string {
  if (table.layout === 'across') return htmlAcross(table, printed);
  const rows = table.blocks.flatMap((block) => [
    ...(block.caption === undefined ? [] : [`<tr><td colspan="4">${block.caption}</td></tr>`]),
    `<tr><td colspan="2"></td>${labelsOf(block).map(htmlCell).join('')}</tr>`,
    ...block.rows.map((row, index) => {
      const group = row.groups.at(-1);
      const groupRows = block.rows.filter((other) => other.groups.at(-1) === group);
      const groupCell = groupRows[0] === row ? `<td rowspan="${groupRows.length}">${group ?? ''}</td>` : '';
      const values = rowValues(table, row, block.columns, printed);
      return `<tr data-row="${index}">${groupCell}${htmlCell(row.labels[0])}${values.map(htmlCell).join('')}</tr>`;
    }),
  ]);
  return `<table border="1">${rows.join('\n')}</table>`;
}

function htmlAcross(table: FormTable, printed: Printed): string {
  const [block] = table.blocks;
  if (block === undefined) return '';
  const five = labelsOf(block).map((label) => `<td>${label.slice(0, 2)}<br/>${label.slice(2)}</td>`);
  return `<table><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
<tr>${five.map((cell) => cell.replace('<td>', '<td rowspan="2">')).join('')}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
<tr>${[...five, ...five].join('')}</tr>
<tr>${block.rows
    .flatMap((row) => rowValues(table, row, block.columns, printed))
    .map(htmlCell)
    .join('')}</tr></table>`;
}

function htmlCell(text: string): string {
  return `<td><p class="MsoNormal"><span>${text === '' ? '&nbsp;' : text}</span></p></td>`;
}
