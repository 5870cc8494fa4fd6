import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../parser/parse-report.ts';

const title = '平潭县人民政府2014年政府信息公开情况统计表';
const narrative = [
  '平潭县人民政府2014年政府信息公开工作年度报告',
  '一、概述',
  '2014年,我县认真贯彻《条例》,推进政府信息公开。',
  '二、主动公开政府信息情况',
  '2014年主动公开政府信息2543条。',
  '三、依申请公开办理情况',
  '2014年收到申请12件。',
];

/** Label, unit, the year, all years; as Fujian's agencies print them. */
const fujian = [
  ['主动公开文件数', '条', '2543', '78967'],
  ['其中:1、政府网站公开数', '条', '2540', '78960'],
  ['2、政府公报公开数', '条', '3', '7'],
  ['依申请公开信息目录数', '条', '0', '12'],
  ['受理申请总数', '条', '12', '40'],
  ['其中:1、当面申请数', '条', '4', '12'],
  ['2、网上申请数', '条', '8', '28'],
  ['行政复议数', '件', '0', '1'],
];
const read = [
  ['主动公开文件数', 'proactive.total', 2543],
  ['主动公开文件数/1', 'proactive.website', 2540],
  ['主动公开文件数/2', 'proactive.gazette', 3],
  ['依申请公开信息目录数', null, 0],
  ['受理申请总数', 'applications.received', 12],
  ['受理申请总数/1', 'applications.receivedInPerson', 4],
  ['受理申请总数/2', 'applications.receivedOnline', 8],
  ['行政复议数', 'reconsideration.total', 0],
];
const header = ['指标名称', '计量单位', '2014年度', '历年累计'];

const page = (rows: readonly (readonly string[])[]) => {
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  return `<meta charset="utf-8">${[...narrative, title].map((line) => `<p>${line}</p>`).join('')}<table>${cells}</table>`;
};
const text = (...lines: readonly string[]) => [...narrative, title, ...lines].join('\n');
const statistics = async (document: string) => (await parseReport(Buffer.from(document)))[0]?.statistics ?? [];
const short = async (document: string) =>
  (await statistics(document)).map(({ path, key, cell }) => [path, key, cell.value]);

describe('an annex with a column for all years', () => {
  it.each([
    ['a table of a page', page([header, ...fujian])],
    ['lines of text', text(header.join(' '), ...fujian.map((row) => row.join(' ')))],
    ['one cell a line', text(...header, ...fujian.flat())],
    ['rows of pipes', text(...[header, ...fujian].map((row) => `| ${row.join(' | ')} |`))],
  ])('gives the figures of its year from %s', async (_, document) => {
    expect(await short(document)).toEqual(read);
  });

  it('leaves a line with one figure for two columns to be asked about', async () => {
    const cells = await statistics(text(header.join(' '), '主动公开文件数 条 2543 78967', '行政复议数 件 1'));
    expect(cells.map(({ cell }) => [cell.state, cell.value])).toEqual([
      ['number', 2543],
      ['unreadable', null],
    ]);
  });
});

it('codes of rows and names of columns are no figures', async () => {
  const rows = fujian.map(([label = '', unit = '', year = ''], at) => [label, unit, `0${at + 1}`, year, year]);
  const columns = [
    ['指标名称', '计量单位', '代码', '本期实际', '本年累计'],
    ['甲', '乙', '丙', '1', '2'],
  ];
  expect(await short(page([...columns, ...rows]))).toEqual(read);
});

it('the national list is read with its remarks, dashes for headings, and parts', async () => {
  const found = await statistics(
    text(
      '填报单位(盖章):平潭县',
      '统  计  指  标 单位 统计数',
      '一、主动公开情况 —— ——',
      '  (一)主动公开政府信息数  (不同渠道和方式公开相同信息计1条) 条 2543',
      '    其中:主动公开规范性文件数 条 12',
      '         制发规范性文件总数 件 15',
      '七、依申请公开信息收取的费用 万元 0.05',
      '八、机构建设和保障经费情况 —— ——',
      '  (三)从事政府信息公开工作人员数 人 9',
      '    1.专职人员数(不包括政府公报及政府网站工作人员数) 人 3',
      '单位负责人:张三 审核人:李四 联系电话:24312345',
    ),
  );
  expect(found.map(({ path, label, unit, key, cell }) => [path, label, unit, key, cell.value])).toEqual([
    ['一/(一)', '主动公开政府信息数', '条', 'proactive.total', 2543],
    ['一/(一)/其中', '主动公开规范性文件数', '条', 'proactive.normativeDocuments', 12],
    ['一/(一)/制发规范性文件总数', '制发规范性文件总数', '件', null, 15],
    ['七', '依申请公开信息收取的费用', '万元', 'fees.collected', 0.05],
    ['八/(三)', '从事政府信息公开工作人员数', '人', 'organization.staff', 9],
    ['八/(三)/1', '专职人员数', '人', 'organization.fullTimeStaff', 3],
  ]);
});

it.each([
  ['a table of a page', (rows: readonly (readonly string[])[]) => page([['指标名称', '单位', '统计数'], ...rows])],
  [
    'copied text',
    (rows: readonly (readonly string[])[]) => text('指标名称 单位 统计数', ...rows.flat().filter(Boolean)),
  ],
])('a figure may be printed with its unit, in %s', async (_, render) => {
  const found = await statistics(
    render([
      ['主动公开文件数', '条', '2,543 条'],
      ['新闻发布会总次数', '', '3场'],
      ['依申请公开信息收取的费用', '万元', '1.5万元'],
      ['专项经费', '元', '1.5万元'],
      ['行政复议数', '件', '2件'],
    ]),
  );
  expect(found.map(({ label, unit, cell }) => [label, unit, cell.value])).toEqual([
    ['主动公开文件数', '条', 2543],
    ['新闻发布会总次数', '场', 3],
    ['依申请公开信息收取的费用', '万元', 1.5],
    ['专项经费', '元', 15000],
    ['行政复议数', '件', 2],
  ]);
});

it('a figure with a unit that is not its row’s is not read', async () => {
  const found = await statistics(
    page([
      ['指标名称', '单位', '统计数'],
      ['专项经费', '元', '3场'],
      ['主动公开文件数', '条', '3件'],
      ['行政复议数', '件', '2'],
    ]),
  );
  expect(found.map(({ cell }) => [cell.state, cell.raw])).toEqual([
    ['unreadable', '3场'],
    ['unreadable', '3件'],
    ['number', '2'],
  ]);
});
