import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractWorkPlan } from '../../../parser/plans/extract-work-plan.ts';
import { readText } from '../../../parser/read/read-text-file.ts';
import { WorkPlan } from '../../../schema/record/work-plan.ts';

const sample = readFileSync(new URL('../../../samples/yaan-2021-work-plan.txt', import.meta.url), 'utf8');
const read = (text: string) => extractWorkPlan(readText(text));
const reading = read(sample);
const { tasks, responsibilities, items, targets, forwards } = reading.workPlan;

/** Number, group, name, paragraphs of content, deadlines, as the sample prints or implies them. */
const printed = [
  [1, '重点领域信息公开', '各类规划', 2, '9月30日前'],
  [2, '重点领域信息公开', '重大战略部署', 4, '全年'],
  [3, '重点领域信息公开', '优化营商环境', 6, '全年'],
  [4, '重点领域信息公开', '财政信息', 4, '全年'],
  [5, '重点领域信息公开', '常态化疫情防控', 3, '全年'],
  [6, '重点领域信息公开', '其他领域', 1, '全年'],
  [7, '政策解读', '范围内容', 1, '全年'],
  [8, '政策解读', '方式质量', 2, '全年'],
  [9, '政策解读', '渠道功能', 1, '全年'],
  [10, '回应关切', '构建体系', 1, '全年'],
  [11, '回应关切', '增强实效', 2, '全年'],
  [12, '回应关切', '结果公开', 1, '全年'],
  [13, '政务信息资源管理', '行政法规', 1, '9月30日前'],
  [14, '政务信息资源管理', '政府规章', 1, '9月30日前'],
  [15, '政务信息资源管理', '规范性文件', 1, '9月30日前'],
  [16, '政务信息资源管理', '权责清单及其他', 1, '全年'],
  [17, '政务信息资源管理', '政府信息公开专栏', 4, '9月30日前/全年'],
  [18, '政务信息资源管理', '政府公报', 1, '全年'],
  [19, '基层政务公开双化', '完善标准目录', 1, '全年'],
  [20, '基层政务公开双化', '规范工作流程', 1, '全年'],
  [21, '基层政务公开双化', '规范工作平台', 1, '全年'],
  [22, '基层政务公开双化', '推进服务公开标准化', 1, '全年'],
  [23, '基层政务公开双化', '扩大群众参与', 1, '全年'],
  [24, '基层政务公开双化', '促进治理能力提升', 1, '全年'],
  [25, '政府网站与政务新媒体建设管理', '深化清理整合', 2, '全年/5月底前'],
  [26, '政府网站与政务新媒体建设管理', '加强建设维护', 1, '全年'],
  [27, '政府网站与政务新媒体建设管理', '强化监督管理', 1, '全年'],
  [28, '条例贯彻落实', '工作制度', 1, '全年'],
  [29, '条例贯彻落实', '依申请公开', 2, '全年'],
  [30, '条例贯彻落实', '发挥行政复议作用', 1, '全年'],
  [31, '夯实工作基础', '组织领导', 1, '全年'],
  [32, '夯实工作基础', '培训指导', 1, '全年'],
  [33, '夯实工作基础', '绩效评估', 1, '全年'],
  [34, '夯实工作基础', '狠抓落实', 1, '全年'],
  [35, '夯实工作基础', '年度报告', 1, '全年'],
];

const rowsOf = (from: typeof tasks) =>
  from.map((task) => [task.number, task.group, task.name, task.content.length, task.deadlines.join('/')]);

describe('the sample plan', () => {
  test('title, agency, year and day', () => {
    expect(reading).toMatchObject({
      title: '2021年全省政务公开重点工作安排',
      agency: { name: '雅安市人民政府办公室', divisionCode: '511800', provinceCode: '51', level: 'prefecture' },
      year: 2021,
      publishedOn: '2021-05-20',
    });
    expect(WorkPlan.safeParse(reading.workPlan).success).toBe(true);
  });

  test('it forwards the province’s notice', () => {
    expect(forwards).toEqual({
      issuer: '四川省人民政府办公厅',
      title: '四川省人民政府办公厅关于印发2021年全省政务公开重点工作安排的通知',
      documentNumber: '川办发〔2021〕16号',
      issuedOn: '2021-03-30',
    });
  });

  test('the two demands of the office’s own letter are its targets, those of the province’s plan are not', () => {
    expect(targets.map(({ text, who, value }) => [text, who, value])).toEqual([
      ['各县(区)全年主动公开信息数量原则上不低于8000条', '各县(区)', 8000],
      [
        '经开区管委会、市级各部门(单位)在市政府信息公开门户网站上公开信息不少于200条',
        '经开区管委会、市级各部门(单位)',
        200,
      ],
    ]);
  });

  test('six sections with 22 items, which the 22 rows of the first table match in number', () => {
    expect(reading.sections.map((section) => section.heading)).toEqual([
      '深化新时代基层政务公开',
      '加强重点领域政府信息公开',
      '切实提高群众关切回应实效',
      '提升政务信息资源管理服务质量',
      '加大政府网站和政务新媒体建设管理力度',
      '夯实工作基础',
    ]);
    expect(items.map((item) => item.number)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1));
    expect(items.at(-1)).toMatchObject({ number: 22, section: 6, title: '强化指导督促' });
    expect(responsibilities.map((row) => row.number)).toEqual(items.map((item) => item.number));
    expect(responsibilities.at(0)).toEqual({
      number: 1,
      work: '调整完善政务公开事项标准目录',
      responsible: '各市(州)、县(市、区)人民政府、基层政务公开领域涉及的省直部门(单位)按各自职责分工推进',
    });
    expect(responsibilities.at(-1)).toEqual({
      number: 22,
      work: '强化指导督促',
      responsible: '省政府办公厅,各市(州)人民政府、省直各部门(单位)',
    });
  });

  test('35 tasks with group, name, content and deadline', () => {
    expect(rowsOf(tasks)).toEqual(printed);
  });

  test('a sentence that one line leaves unfinished goes on in the next', () => {
    expect(tasks[16]?.content[2]).toMatch(/^优化专栏检索.*本行政机关政策文件库建设.*有效联通。$/);
  });

  test('what a merged cell prints above is inherited, and said to be', () => {
    expect(tasks[2]).toMatchObject({
      inherited: ['group', 'responsible', 'deadlines'],
      responsible: tasks[1]?.responsible,
    });
    expect(tasks[5]).toMatchObject({ inherited: ['group', 'deadlines'] });
    expect(tasks[6]).toMatchObject({ inherited: [] });
    expect(tasks[15]).toMatchObject({ inherited: ['group', 'responsible'] });
    expect(tasks[16]?.responsible).toEqual(['省政府办公厅', '省大数据中心', '市(州)人民政府,省直各部门(单位)']);
  });

  test('nothing of the page below the table is in the last task', () => {
    expect(tasks.at(-1)?.content).toHaveLength(1);
    expect(JSON.stringify(tasks)).not.toContain('扫一扫');
  });
});

describe('other plans of the kind', () => {
  test('another office and its own numbers', () => {
    const other = read(
      sample
        .replaceAll('雅安市', '乐山市')
        .replace('不低于8000条', '不少于1.2万条')
        .replace('不少于200条', '不超过30条'),
    );
    expect(other.agency).toMatchObject({ name: '乐山市人民政府办公室', divisionCode: '511100' });
    expect(other.workPlan.targets.map((each) => [each.comparison, each.value])).toEqual([
      ['atLeast', 12000],
      ['atMost', 30],
    ]);
  });

  test.each([3, 12, 17, 26])('a table that ends after task %i', (last) => {
    const table = sample.indexOf('任务分解表\n');
    const cut = sample.slice(0, sample.indexOf(`\n${last + 1}\n`, table));
    expect(rowsOf(read(cut).workPlan.tasks)).toEqual(printed.slice(0, last));
    const withFooter = `${cut}\n扫一扫在手机打开当前页\n主办:雅安市人民政府办公室\n`;
    expect(rowsOf(read(withFooter).workPlan.tasks)).toEqual(printed.slice(0, last));
  });

  test('a deadline that is not printed is that of the task above', () => {
    const marker = '\n全年\n\n21\n';
    const dropped = read(sample.replace(marker, '\n21\n')).workPlan.tasks[19];
    expect(dropped).toMatchObject({ number: 20, deadlines: ['全年'], inherited: ['group', 'deadlines'] });
  });

  test('a deadline that the first task of a group lacks is nobody’s', () => {
    const marker = /(地方金融监管局等省直部门\(单位\)\n\n)全年\n\n/;
    const first = read(sample.replace(marker, '$1')).workPlan.tasks[9];
    expect(first).toMatchObject({ number: 10, deadlines: [], inherited: [] });
  });

  test('the same lines without blank ones between', () => {
    const dense = read(sample.replace(/\n\n+/g, '\n'));
    expect(dense.workPlan).toEqual(reading.workPlan);
  });

  test('full-width brackets and commas as most pages print them', () => {
    const wide = sample.replaceAll('(', '（').replaceAll(')', '）').replaceAll(',', '，').replaceAll(':', '：');
    const plan = read(wide);
    expect(rowsOf(plan.workPlan.tasks)).toEqual(printed);
    expect(plan.workPlan).toMatchObject({ forwards: { documentNumber: '川办发〔2021〕16号', issuedOn: '2021-03-30' } });
    expect(plan.workPlan.targets.map((each) => each.who)).toEqual(['各县（区）', '经开区管委会、市级各部门（单位）']);
    expect([plan.workPlan.items.length, plan.workPlan.responsibilities.length]).toEqual([22, 22]);
  });
});

describe("an office's own plan", () => {
  const start = sample.indexOf('四川省人民政府办公厅关于印发2021年全省政务公开重点工作安排的通知\n');
  const own = read(sample.slice(start, sample.indexOf('2021年政务公开重点工作任务分解表\n', start)));

  test('is its signer’s and forwards nothing', () => {
    expect(own.agency).toMatchObject({ name: '四川省人民政府办公厅', divisionCode: '510000', level: 'province' });
    expect(own.workPlan.forwards).toBeNull();
    expect(own.publishedOn).toBe('2021-03-30');
  });

  test('has the demands of its body as targets', () => {
    expect(own.workPlan.targets.map(({ comparison, value, unit }) => [comparison, value, unit])).toEqual([
      ['atLeast', 25, '%'],
      ['atLeast', 1, '次'],
    ]);
  });

  test('has 22 responsibilities and no tasks', () => {
    expect([own.workPlan.responsibilities.length, own.workPlan.tasks.length]).toEqual([22, 0]);
  });
});
