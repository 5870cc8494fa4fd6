import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isComplete } from '../../../parser/completeness.ts';
import { parseReport } from '../../../parser/parse-report.ts';
import { readHtml } from '../../../parser/read/html/read-html.ts';
import { readText } from '../../../parser/read/read-text-file.ts';
import { extractTables } from '../../../parser/tables/extract-tables.ts';
import type { Cell } from '../../../schema/record/cell.ts';

const columns =
  '| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|';
const received = '| 一、本年新收政府信息公开申请数量 | 60 | 5 | 0 | 0 | 1 | 0 | 66 |';
const granted = '| （一）予以公开 | 45 | 2 | 0 | 0 | 1 | 0 | 48 |';
const partly = '| （二）部分公开 | 15 | 3 | 0 | 0 | 0 | 0 | 18 |';
const others = [
  '1.属于国家秘密',
  '2.其他法律行政法规禁止公开',
  '3.危及“三安全一稳定”',
  '4.保护第三方合法权益',
  '5.属于三类内部事务信息',
  '6.属于四类过程性信息',
  '7.属于行政执法案卷',
  '8.属于行政查询事项',
  '1.本机关不掌握相关政府信息',
  '2.没有现成信息需要另行制作',
  '3.补正后申请内容仍不明确',
  '1.信访举报投诉类申请',
  '2.重复申请',
  '3.要求提供公开出版物',
  '4.无正当理由大量反复申请',
  '5.要求行政机关确认或重新出具已获取信息',
  '（六）其他处理',
].map((label) => `| ${label} | 0 | 0 | 0 | 0 | 0 | 0 | 0 |`);
const processed = '| （七）总计 | 60 | 5 | 0 | 0 | 1 | 0 | 66 |';
const carried = (label: string) => `| ${label} | 0 | 0 | 0 | 0 | 0 | 0 | 0 |`;

const table = [
  columns,
  received,
  carried('二、上年结转政府信息公开申请数量'),
  granted,
  partly,
  ...others,
  processed,
  carried('四、结转下年度继续办理'),
].join('\n');

/** The same table in the tags of a page. */
function asPage(lines: string): string {
  const rows = lines.split('\n').filter((line) => !line.includes('---'));
  return `<table>${rows.map((line) => `<tr><td>${line.slice(2, -2).split(' | ').join('</td><td>')}</td></tr>`).join('')}</table>`;
}

function read(printed: string, instead: string, within = table) {
  expect(within).toContain(printed);
  const { tables, findings } = extractTables(readText(within.replace(printed, instead)));
  const named = findings.filter(({ rule }) => rule === 'tables.uncertain-columns').flatMap(({ cells }) => cells);
  return { tables, findings, named: named.map((cell) => cell.split('.').slice(1).join('.')) };
}

const row = (cells: Record<string, Cell> | undefined) =>
  Object.values(cells ?? {}).map(({ value, state }) => (state === 'unreadable' ? '?' : (value ?? '□')));

describe('a row that is filled up with blanks at its end', () => {
  it('is read as printed where nothing is missing', () => {
    const { tables, named } = read(granted, granted);
    expect(row(tables.applications?.granted)).toEqual([45, 2, 0, 0, 1, 0, 48]);
    expect(named).toEqual([]);
  });

  it('has its figures where the relations alone place them, and the lost one is unread', () => {
    const { tables, findings, named } = read(granted, '| （一）予以公开 | 45 | 0 | 0 | 1 | 0 | 48 |  |');
    expect(row(tables.applications?.granted)).toEqual([45, '?', 0, 0, 1, 0, 48]);
    expect(tables.applications?.granted?.total).toMatchObject({ state: 'inferred', value: 48, raw: '45 0 0 1 0 48' });
    expect(tables.applications?.granted?.naturalPerson).toMatchObject({ state: 'number', raw: '45' });
    expect(findings.map(({ rule }) => rule)).toEqual(['tables.inferred-placement', 'tables.uncertain-columns']);
    expect(named).toEqual(['granted.commercialEnterprise']);
  });

  it('has two figures of one cell apart where the relations say which is whose', () => {
    const page = asPage(table.replace(granted, '| （一）予以公开 | 45 | 2 0 | 0 | 1 | 0 | 48 |  |'));
    const { tables } = extractTables(readHtml(page));
    expect(row(tables.applications?.granted)).toEqual([45, 2, 0, 0, 1, 0, 48]);
  });

  it('has its blanks back where empty cells were dropped', () => {
    const { tables } = read(granted, '| （一）予以公开 | 45 | 2 | 1 | 48 |  |  |  |');
    expect(row(tables.applications?.granted)).toEqual([45, 2, '□', '□', 1, '□', 48]);
  });

  it('is unread where a row of zeros may have lost any of its cells', () => {
    const { tables, named } = read(
      '| 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      '| 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 |  |',
    );
    expect(row(tables.applications?.['notProcessed.repeated'])).toEqual([0, 0, 0, 0, 0, 0, '?']);
    expect(named).toEqual(['notProcessed.repeated.total']);
  });

  it('says nothing of a blank total where a page prints it and the relations vouch for every figure before it', () => {
    const page = asPage(table.replace(granted, '| （一）予以公开 | 45 | 2 | 0 | 0 | 1 | 0 |  |'));
    const { tables, findings } = extractTables(readHtml(page));
    expect(row(tables.applications?.granted)).toEqual([45, 2, 0, 0, 1, 0, '□']);
    expect(findings.filter(({ rule }) => rule === 'tables.uncertain-columns')).toEqual([]);
  });

  it('is unread where no relation holds, as its agency’s own figures contradict each other', () => {
    const { tables, named } = read(granted, '| （一）予以公开 | 90 | 0 | 0 | 7 | 0 | 48 |  |');
    expect(row(tables.applications?.granted)).toEqual(['?', '?', 0, '?', '?', '?', '?']);
    expect(named).toEqual(expect.arrayContaining(['granted.naturalPerson', 'granted.total']));
  });

  it('keeps its blanks where the relations vouch for all its figures in a table that leaves zeros blank', () => {
    const blanks = table.replaceAll(' 0 |', '  |');
    const { tables, named } = read(
      '| （二）部分公开 | 15 | 3 |  |  |  |  | 18 |',
      '| （二）部分公开 | 15 | 3 |  |  |  |  |  |',
      blanks,
    );
    expect(row(tables.applications?.partlyGranted)).toEqual([15, 3, '□', '□', '□', '□', '□']);
    expect(named).toEqual([]);
  });
});

const proactive = (rows: string) =>
  `| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n${rows}\n| 行政许可 | 12 |  |  |`;

describe('a row of table 二, which no sum vouches for', () => {
  it('is unread where it ends in a blank, and no row shows that blanks are printed', () => {
    const { tables, named } = read('', '', proactive('| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 14 | 25 |  |'));
    expect(row(tables.proactiveDisclosure?.normativeDocuments)).toEqual(['?', '?', '?']);
    expect(named).toHaveLength(3);
  });

  it('is read as a page prints it, and named: a cell stands there that is blank', () => {
    const rows = '| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 14 | 25 |  |';
    const { tables, findings } = extractTables(readHtml(asPage(proactive(rows))));
    expect(row(tables.proactiveDisclosure?.normativeDocuments)).toEqual([14, 25, '□']);
    expect(findings.flatMap(({ rule, cells }) => (rule === 'tables.uncertain-columns' ? cells : []))).toEqual(
      ['issued', 'repealed', 'inForce'].map((column) => `proactiveDisclosure.normativeDocuments.${column}`),
    );
  });

  it('is read as printed and named where other rows print blanks before figures', () => {
    const { tables, named } = read('', '', proactive('| 规章 |  | 0 | 3 |\n| 行政规范性文件 | 14 | 25 |  |'));
    expect(row(tables.proactiveDisclosure?.normativeDocuments)).toEqual([14, 25, '□']);
    expect(named).toEqual(['issued', 'repealed', 'inForce'].map((column) => `normativeDocuments.${column}`));
  });
});

it('no report with such a row is complete', async () => {
  const [record] = await parseReport(readFileSync('test/corpus/county-2022-html/source.html'));
  if (record === undefined) throw new Error('there is no record');
  expect(isComplete(record)).toBe(true);
  const { findings } = read('', '', proactive('| 规章 |  | 0 | 3 |\n| 行政规范性文件 | 14 | 25 |  |'));
  expect(isComplete({ ...record, findings: [...findings] })).toBe(false);
});
