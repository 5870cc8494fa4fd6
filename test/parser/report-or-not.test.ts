import { describe, expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';

const recordsOf = async (lines: readonly string[]) => {
  const records = await parseReport(Buffer.from(lines.join('\n')));
  return records.map(({ kind, year, agency, outcome }) => ({ kind, year, agency: agency?.name ?? null, outcome }));
};

const body = [
  '一、概述',
  '我局明确一名分管领导负责公开工作。',
  '二、主动公开情况',
  '全年公开信息132条。',
  '三、依申请公开情况',
  '收到申请2件,均已答复。',
  '四、复议和诉讼情况',
  '未发生。',
  '五、存在的问题和改进措施',
  '更新不够及时。',
];
const townText = [
  '今年以来,我镇按照上级要求推进政府信息公开工作,设立公开栏12个。',
  '全年通过网站和公开栏主动公开政府信息58条,其中惠农政策21条。',
  '没有收到公开政府信息的申请,没有收取费用。',
  '没有发生因信息公开引起的行政复议和行政诉讼。',
  '工作中还存在更新不及时的问题,下一步将加强督促。',
];

describe('a report', () => {
  it.each<[string, string[], number]>([
    ['titled', ['赤水市水务局2013年政府信息公开工作年度报告', ...body], 2013],
    ['titled behind a label', ['信息标题：赤水市水务局2013年度政府信息公开年报', ...body], 2013],
    ['titled as its file is named', ['赤水市水务局2013年政府信息公开工作年度报告.wps', ...body], 2013],
    [
      'announced in its first sentence',
      ['赤水市水务局编制了2013年度政府信息公开年度报告。', ...body, '赤水市水务局'],
      2013,
    ],
    [
      'announced as follows',
      ['现将赤水市水务局2013年度政府信息公开工作年度报告公布如下：', ...body, '赤水市水务局', '2014年1月8日'],
      2013,
    ],
    [
      'dated by its period',
      ['赤水市水务局政府信息公开工作年度报告', '本报告统计期限为2013年1月1日至2013年12月31日。', ...body],
      2013,
    ],
    ['dated by a closing date', ['赤水市水务局政府信息公开年度报告', '数据统计截止2013年12月31日。', ...body], 2013],
    ['of a township without headings', ['赤水市元厚镇2013年政府信息公开工作年度报告', ...townText], 2013],
    [
      'of a township without headings or lines',
      [`赤水市元厚镇2013年政府信息公开工作年度报告 ${townText.join('')}`],
      2013,
    ],
    ['in one paragraph', [`赤水市水务局2013年政府信息公开工作年度报告${body.join('')}`], 2013],
    [
      'whose year is in Chinese numerals',
      ['赤水市水务局二〇一三年政府信息公开工作年度报告', ...body.map((line) => line.replace('、', '．'))],
      2013,
    ],
  ])('%s is read', async (_name, lines, year) => {
    const [record, ...more] = await recordsOf(lines);
    expect(more).toEqual([]);
    expect(record).toMatchObject({ kind: 'annual-report', year });
  });
});

const title = '赤水市水务局2013年政府信息公开工作年度报告';

describe('no report', () => {
  it.each<[string, string[]]>([
    [
      'rules about reports, below a link to one',
      [
        `首页 > 政府信息公开年报 > ${title}`,
        title,
        '政府信息公开年度报告制度',
        '第一条 为规范年度报告的编制,制定本制度。',
        '第二条 年度报告包括下列内容:',
        '一、主动公开的情况',
        '二、依申请公开的情况',
        '三、收费及减免情况',
        '四、行政复议、诉讼情况',
        '第三条 各单位没有收到申请的,应当注明没有收到申请;未发生复议诉讼的,应当注明。',
        '第四条 本制度自发布之日起施行。',
      ],
    ],
    [
      'a notice on writing them',
      [
        '关于做好2013年政府信息公开工作年度报告编制工作的通知',
        '各镇人民政府,市直各部门:',
        '一、报告内容包括概述、主动公开情况、依申请公开情况、收费情况、复议诉讼情况、存在的问题。',
        '二、请于2014年1月20日前报送。未收到申请的,写明没有收到申请。',
      ],
    ],
    [
      'a guide to disclosure',
      [
        '赤水市水务局政府信息公开指南',
        '一、主动公开',
        '本机关主动公开的信息范围见目录。',
        '二、依申请公开',
        '申请人可以当面提出申请。',
        '三、收费标准',
        '依申请提供信息不收取费用。',
        '四、监督',
        '可以申请行政复议或者提起行政诉讼。',
      ],
    ],
    [
      'a list of links',
      ['信息公开年报', title, '赤水市水务局2012年政府信息公开工作年度报告', '主动公开', '依申请公开', '上一页 下一页'],
    ],
    [
      'an answer to an application',
      [
        '政府信息公开申请答复书',
        '张某:',
        '本机关于2013年5月6日收到你提出的政府信息公开申请。经查,你申请公开的信息不存在。',
        '如不服本答复,可以申请行政复议或者提起行政诉讼。',
      ],
    ],
    [
      'a news item about one',
      [
        '市水务局发布年度报告',
        '近日,市水务局发布2013年政府信息公开工作年度报告,全年公开信息132条。',
        '该局表示将继续做好工作。',
      ],
    ],
    ['headings alone, with no text below', [title, ...body.filter((_, index) => index % 2 === 0)]],
  ])('is in %s', async (_name, lines) => {
    expect(await recordsOf(lines)).toEqual([{ kind: 'unrecognised', year: null, agency: null, outcome: 'rejected' }]);
  });
});
