import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type AgencyEvidence, recogniseAgency, recogniseReporter } from '../../../parser/locate/agency.ts';
import { recogniseTitle } from '../../../parser/locate/title.ts';

const sample = (name: string) => readFileSync(new URL(`../../../samples/${name}.txt`, import.meta.url), 'utf8');
/** A sample without the lines that are its title. */
const untitled = (name: string) => {
  const lines = sample(name).split('\n');
  const title = recogniseTitle(lines);
  return lines.filter((line) => line.trim() !== title).join('\n');
};
const nothing: AgencyEvidence = { titles: [], signature: [], body: '' };
const ofTitle = (title: string, more: Partial<AgencyEvidence> = {}) =>
  recogniseAgency({ ...nothing, titles: [title], ...more });
const report = '2020年政府信息公开工作年度报告';

describe('what somebody else makes names nobody', () => {
  test.each([
    '县政务公开办指导习水县教育局编制2021年政府信息公开年度报告。',
    '习水县人民政府要求习水县教育局编制完成2021年年报。',
    '本报告格式由国务院办公厅编制。',
    '报告中所列数据由习水县统计局汇总。',
    '《指南》编制单位为习水县司法局。',
  ])('%s', (body) => {
    expect(recogniseReporter({ ...nothing, body })?.namings.filter(({ from }) => from === 'maker') ?? []).toEqual([]);
  });

  test('a bureau whose name has a verb of making in it', () => {
    const made = (name: string) => recogniseAgency({ ...nothing, body: `本报告由${name}编制。` })?.name;
    expect(made('习水县综合行政执法局')).toBe('习水县综合行政执法局');
    expect(made('习水县统计局办公室')).toBe('习水县统计局');
  });
});

describe('national organs are in no division', () => {
  test.each(['市场监管总局', '体育总局', '证监会', '住建部', '铁道部', '新华社', '国家铁路局'])('%s', (name) => {
    expect(ofTitle(`${name}${report}`)).toMatchObject({ name, divisionCode: null, level: 'central' });
  });

  test.each(['国家税务总局西咸新区税务局', '中国人民银行营业管理部', '国家统计局兵团调查总队'])(
    'but %s is a branch in a place that no list has',
    (name) => {
      expect(ofTitle(`${name}${report}`)).toMatchObject({ name, divisionCode: null, level: null });
    },
  );

  test.each(['教育局', '铁路局', '证监会四川监管局'])('but %s may be anybody’s', (name) => {
    expect(ofTitle(`${name}${report}`)?.level).toBeNull();
  });
});

describe('a bureau without its place', () => {
  const reporter = (body: string, name = '市教育局') =>
    recogniseReporter({ ...nothing, titles: [`${name}${report}`], signature: [name], body });

  test.each([
    '我局赴南京市鼓楼区学习,南京市政府介绍了经验,南京市各部门陪同考察。',
    '我局学习借鉴上海市经验,先后到杭州市、杭州市、杭州市考察学习。',
    '我局对口帮扶清镇市,与清镇市教育局结对。',
    '我局参加成都市招商活动、成都市博览会、成都市推介会。',
    '我局转发绵阳市政府、绵阳市委文件。',
    '我局参加绵阳市运动会、绵阳市艺术节、绵阳市科技节。',
  ])('is nobody’s by a place that its text passes: %s', (body) => {
    expect(reporter(body)).toMatchObject({ agency: { divisionCode: null }, confidence: 0.3 });
  });

  test.each([
    '联系地址:内江市市中区公园街1号。',
    '我局在内江市人民政府网站公开信息100条。',
    '在内江市委、内江市政府领导下,我局按内江市政府要求公开信息。',
    '内江市教育局认真做好公开工作。',
  ])('is where its address, its site, its government or its full name is: %s', (body) => {
    expect(reporter(body)).toMatchObject({ agency: { name: '内江市教育局', divisionCode: '511000' } });
  });

  test('of a place of several cities is in the one that the text tells as its own', () => {
    const code = (body: string) => reporter(body, '鼓楼区教育局')?.agency.divisionCode;
    expect(code('我局赴南京市鼓楼区学习。')).toBeNull();
    expect(code('我局赴徐州市学习先进经验。')).toBeNull();
    expect(code('地址:福州市鼓楼区东街1号。')).toBe('350102');
    expect(code('按照福州市委、市政府部署,我局做好公开工作。')).toBe('350102');
  });
});

describe('several organs in one name', () => {
  const confidence = (name: string) => recogniseReporter({ ...nothing, titles: [`${name}${report}`] })?.confidence;

  test.each([
    '四川省政府办公厅和发展改革委',
    '内江市教育局、体育局',
    '内江市教育局与内江市体育局',
    '内江市人社局及医保局',
    '内江市发展改革委、内江市财政局',
  ])('are no one agency: %s', (name) => {
    expect(confidence(name)).toBe(0.3);
  });

  test.each([
    '内江市发展和改革局',
    '内江市文化和旅游局',
    '内江市规划和自然资源局',
    '和平县教育局',
    '内江市委、市政府',
    '内江经济技术开发区党工委、管委会',
    '内江市大数据局',
  ])('are not meant by %s', (name) => {
    expect(confidence(name)).toBe(0.9);
  });
});

describe('another name in brackets', () => {
  const read = (name: string, signature: string) =>
    recogniseReporter({ ...nothing, titles: [`${name}${report}`], signature: [signature, '2021年1月20日'] });

  test.each([
    ['内江市教育局(内江市体育局)', '内江市教育局'],
    ['内江市教育局', '内江市教育局(市体育局)'],
    ['内江市教育局(挂内江市体育局牌子)', '内江市体育局'],
    ['内江市教育局(市体育局)', '内江市体育局'],
  ])('is the same agency’s: %s, %s', (name, signature) => {
    const reporter = read(name, signature);
    expect(reporter?.agency.id).toBe(ofTitle(`内江市教育局${report}`)?.id);
    expect(reporter?.confidence).toBeGreaterThanOrEqual(0.9);
  });

  test('is no third agency’s', () => {
    expect(read('内江市教育局(内江市体育局)', '内江市水利局')?.confidence).toBeLessThan(0.5);
    expect(read('内江市教育局(内江市体育局)', '成都市体育局')?.confidence).toBeLessThan(0.5);
  });
});

describe('the agency of a title', () => {
  test.each([
    ['2020年内江市政府信息公开工作年度报告', '内江市人民政府', '511000', 'prefecture'],
    ['清镇市人民政府2020年政府信息公开工作年度报告', '清镇市人民政府', '520181', 'county'],
    ['营口市2020年度政府信息公开工作报告', '营口市人民政府', '210800', 'prefecture'],
    ['自贡市贡井区人民政府2018年度政府信息公开工作年度报告', '自贡市贡井区人民政府', '510303', 'county'],
    ['内江市人民政府信息公开工作年度报告', '内江市人民政府', '511000', 'prefecture'],
    ['202020年 内江市 政府信息公开工作年度报告', '内江市人民政府', '511000', 'prefecture'],
    ['二〇一二年内江市政府信息公开年报', '内江市人民政府', '511000', 'prefecture'],
    ['内江市政府办公室2020年政府信息公开工作年度报告', '内江市人民政府办公室', '511000', 'prefecture'],
    ['内江市市场监督管理局2021年政府信息公开工作年度报告', '内江市市场监督管理局', '511000', 'prefecture'],
    ['内江市市中区2020年政府信息公开工作年度报告', '内江市市中区人民政府', '511002', 'county'],
    ['四川省教育厅关于2020年政府信息公开工作的年度报告', '四川省教育厅', '510000', 'province'],
    ['济源市2020年政府信息公开工作年度报告', '济源市人民政府', '419001', 'county'],
    ['北京市东城区2020年政府信息公开工作年度报告', '北京市东城区人民政府', '110101', 'county'],
    ['贡井区统计局2020年政府信息公开工作年度报告', '贡井区统计局', '510303', 'county'],
    ['贡井统计局2020年政府信息公开工作年度报告', '贡井统计局', '510303', 'county'],
    ['国家税务总局内江市税务局2020年政府信息公开工作年度报告', '国家税务总局内江市税务局', '511000', 'prefecture'],
    [
      '内江经济技术开发区管理委员会2021年政府信息公开工作年度报告',
      '内江经济技术开发区管理委员会',
      '511000',
      'prefecture',
    ],
    ['自贡市贡井区长土街道2021年政府信息公开工作年度报告', '自贡市贡井区长土街道办事处', '510303', 'township'],
    ['宝坻区林亭口镇人民政府2019年政府信息公开工作年度报告', '宝坻区林亭口镇人民政府', '120115', 'township'],
    ['平安县2012年政府信息公开工作年度报告', '平安县人民政府', '630203', 'county'],
    ['2022年度政府信息公开工作年度报告(内江市教育局)', '内江市教育局', '511000', 'prefecture'],
    ['首页>政府信息公开年报>清镇市2020年政府信息公开工作年度报告', '清镇市人民政府', '520181', 'county'],
  ])('%s', (title, name, divisionCode, level) => {
    const provinceCode = divisionCode.slice(0, 2);
    expect(ofTitle(title)).toMatchObject({ name, divisionCode, provinceCode, level });
  });

  test('a national organ is central and in no division', () => {
    expect(ofTitle(`教育部${report}`)).toMatchObject({ name: '教育部', divisionCode: null, level: 'central' });
  });

  test('a township whose name begins like a county is not in that county', () => {
    const town = ofTitle('兴国镇人民政府2025年政府信息公开工作年度报告');
    expect(town).toMatchObject({ name: '兴国镇人民政府', divisionCode: null, level: 'township' });
  });

  test('a division that the list lacks, renamed since or misspelt, is named without a code', () => {
    expect(ofTitle(`沐阳县${report}`)).toMatchObject({
      name: '沐阳县人民政府',
      divisionCode: null,
      provinceCode: null,
    });
  });

  test('公安局 is a bureau and not an organ of 公安县', () => {
    expect(ofTitle(`公安局${report}`)).toMatchObject({ name: '公安局', divisionCode: null });
  });
});

describe('namesakes', () => {
  test('a district whose name several cities use has no code, and a province only where all agree', () => {
    expect(ofTitle(`鼓楼区人民政府${report}`)).toMatchObject({
      divisionCode: null,
      provinceCode: null,
      level: 'county',
    });
    expect(ofTitle(`江苏省鼓楼区${report}`)).toMatchObject({ divisionCode: null, provinceCode: '32' });
  });

  test('the parent in the name, in the text or the province of the sender tells which is meant', () => {
    expect(ofTitle(`南京市鼓楼区人民政府${report}`)?.divisionCode).toBe('320106');
    expect(ofTitle(`市中区${report}`, { body: '按照内江市要求' })?.divisionCode).toBe('511002');
    expect(ofTitle(`朝阳区${report}`, { provinceCode: '22' })?.divisionCode).toBe('220104');
  });
});

describe('short names', () => {
  const short = `区统计局${report}`;

  test('the signature gives the place', () => {
    expect(ofTitle(short, { signature: ['宁波市鄞州区统计局', '2021年1月20日'] })?.name).toBe('宁波市鄞州区统计局');
    expect(ofTitle(`信访局${report}`, { signature: ['平潭县信访局'] })?.divisionCode).toBe('350128');
  });

  test('a division of the corps stands where its city is', () => {
    expect(ofTitle(`新疆生产建设兵团第八师石河子市${report}`)).toMatchObject({
      divisionCode: '659001',
      provinceCode: '65',
    });
    expect(ofTitle(`新疆生产建设兵团第十二师${report}`)).toMatchObject({
      name: '新疆生产建设兵团第十二师',
      provinceCode: '65',
    });
  });

  test('the signature spells the name out', () => {
    const found = ofTitle(`市市场监管局${report}`, { signature: ['绵阳市市场监督管理局'] });
    expect(found).toMatchObject({ name: '绵阳市市场监督管理局', divisionCode: '510700' });
    expect(ofTitle(`县人社局${report}`, { signature: ['平潭县人力资源和社会保障局'] })?.divisionCode).toBe('350128');
    expect(ofTitle(`区人社局${report}`, { signature: ['平潭县人力资源和社会保障局'] })?.divisionCode).toBeNull();
  });

  test('so does the district that the text speaks of', () => {
    const body = '在鄞州区委、鄞州区政府的领导下,我局认真贯彻。';
    expect(ofTitle(short, { body })).toMatchObject({ name: '鄞州区统计局', divisionCode: '330212' });
  });
});

describe('no agency in the title', () => {
  test.each([
    ['gongjing-2018', '贡井区人民政府', '510303'],
    ['neijiang-2020', '内江市人民政府', '511000'],
    ['qingzhen-2020', '清镇市人民政府', '520181'],
    ['yingkou-2020', '营口市人民政府', '210800'],
  ])('%s is told from its text', (name, agency, divisionCode) => {
    const found = recogniseAgency({ ...nothing, titles: [report], body: untitled(name) });
    expect(found).toMatchObject({ name: agency, divisionCode });
  });

  test('an office that signs a report in which 我区 speaks signs for the government', () => {
    const signature = ['自贡市贡井区人民政府办公室', '2019年3月1日'];
    const found = recogniseAgency({ ...nothing, signature, body: '2018年,我区深入贯彻。我区主动公开信息。' });
    expect(found?.name).toBe('自贡市贡井区人民政府');
  });

  test('a bureau that signs is the agency', () => {
    const found = recogniseAgency({ ...nothing, signature: ['自贡市贡井区教育局'], body: '2018年,我局深入贯彻。' });
    expect(found?.name).toBe('自贡市贡井区教育局');
  });

  test('我局 in the title leaves it to the signature', () => {
    expect(ofTitle(`我局${report}`, { signature: ['内江市教育局'] })?.name).toBe('内江市教育局');
  });

  test('a notice that the report cites is not the agency', () => {
    const body = '根据《辽宁省人民政府办公厅关于做好2020年度政府信息公开工作报告编制发布工作的通知》编制。';
    expect(recogniseAgency({ ...nothing, body })).toBeNull();
  });

  test("the site's footer is no signature", () => {
    const signature = ['版权所有:辽宁省人民政府', '主办单位:辽宁省人民政府办公厅'];
    expect(recogniseAgency({ ...nothing, signature })).toBeNull();
  });

  test('the hint is asked last', () => {
    const hintAgency = '雅安市人民政府办公室';
    expect(recogniseAgency({ ...nothing, hintAgency })?.divisionCode).toBe('511800');
    expect(ofTitle(`内江市${report}`, { hintAgency })?.divisionCode).toBe('511000');
  });
});

describe('words that look like a name and are none', () => {
  const named = (body: string, title = report) => recogniseAgency({ ...nothing, titles: [title], body });

  test.each([
    [
      'a rule that is cited',
      '依照《湖北省政府信息公开工作年度报告制度》,编写本报告。\n2021年,柏泉镇认真做好公开工作。',
      '柏泉镇人民政府',
    ],
    [
      'a sentence on duties',
      '乡党政办应于每年1月20日前编制出乡政府信息公开年度报告。柏泉乡严格落实。',
      '柏泉乡人民政府',
    ],
    ['an office that answers letters', '如有疑问,请与贡井区财政局政务公开领导小组办公室联系。', '贡井区财政局'],
    [
      'the short name of a full one',
      '本报告由国家税务总局贡井区税务局(以下简称“贡井区税务局”)编制。\n2021年,贡井区税务局认真贯彻。',
      '国家税务总局贡井区税务局',
    ],
    [
      'the zone of a later sentence',
      '现发布2021年度贡井区航空科技产业园管理委员会信息公开年度工作情况。\n2021年园区管委会坚持公开。',
      '贡井区航空科技产业园管理委员会',
    ],
  ])('%s', (_, body, name) => {
    expect(named(body)?.name).toBe(name);
  });

  test('a place that only says what kind it is names nobody', () => {
    expect(named('2021年以来,园区坚持做好公开工作。')).toBeNull();
  });

  test.each(['将乐县教育局', '特克斯县财政局', '对坊乡人民政府', '将军镇人民政府', '为民镇人民政府'])(
    '%s keeps its first character, in a title and announced',
    (name) => {
      expect(ofTitle(name + report)?.name).toBe(name);
      expect(named(`现公布${name}${report}。`)?.name).toBe(name);
    },
  );

  test('the signs of a list or a formula before a title make no new agency', () => {
    const id = ofTitle(`内江市${report}`)?.id;
    for (const sign of ['-', '@', '=', '+', '· ', '—']) expect(ofTitle(`${sign}内江市${report}`)?.id).toBe(id);
  });

  test('the whole district of a customs is that customs', () => {
    expect(ofTitle(`大连海关关区${report}`)).toMatchObject({ name: '大连海关', divisionCode: '210200' });
  });
});

describe('an agency without its place', () => {
  const bureau = `应急管理局${report}`;

  test('is placed by the contact, the address or the page', () => {
    const contact = '如有疑问,请联系梅河口市应急管理局办公室。';
    expect(ofTitle(bureau, { body: contact })).toMatchObject({ name: '梅河口市应急管理局', divisionCode: '220581' });
    const address = '如有疑问请来信(地址:吉林省梅河口市银河大街)。';
    expect(ofTitle(`曙光镇${report}`, { body: address })?.divisionCode).toBe('220581');
    const head = ['当前位置:首页>梅河口市人民政府>乡镇', '来源:梅河口市人民政府'];
    expect(ofTitle(`曙光镇${report}`, { head })?.divisionCode).toBe('220581');
  });

  test('shares its id with no other document, in whatever rendering, when nothing tells the place', () => {
    const first = ofTitle(`东升镇${report}`, { body: '2020年,东升镇公开信息12条。' });
    expect(first).toMatchObject({ name: '东升镇人民政府', divisionCode: null, level: 'township' });
    expect(ofTitle(`东升镇${report}`, { body: '2020年,  东升镇公开信息 12 条。' })?.id).toBe(first?.id);
    expect(ofTitle(`东升镇${report}`, { body: '2020年,东升镇公开信息13条。' })?.id).not.toBe(first?.id);
  });

  test('is a doubt, and one with a place is none', () => {
    const confidence = (title: string) => recogniseReporter({ ...nothing, titles: [title] })?.confidence ?? 0;
    expect(confidence(bureau)).toBeLessThan(0.5);
    expect(confidence(`高新区管委会${report}`)).toBeLessThan(0.5);
    expect(confidence(`梅河口市${bureau}`)).toBeGreaterThan(0.8);
  });
});

describe('namings that disagree', () => {
  const confidence = (title: string, more: Partial<AgencyEvidence>) =>
    recogniseReporter({ ...nothing, titles: [title + report], ...more })?.confidence ?? 0;
  const day = '2021年1月20日';

  test.each([
    ['贡井区财政局', '清镇市教育局'],
    ['自贡市财政局', '自贡市贡井区财政局'],
    ['自贡市', '自贡市贡井区人民政府办公室'],
    ['贡井区', '贡井区财政局'],
    ['贡井区', '建设镇人民政府'],
    ['贡井区财政局', '贡井区人民政府'],
  ])('a title of %s is in doubt where %s signs or makes the report', (title, other) => {
    expect(confidence(title, { signature: [other, day] })).toBeLessThan(0.5);
    expect(confidence(title, { body: `本报告由${other}编制。` })).toBeLessThan(0.5);
  });

  test.each([
    ['贡井区财政局', '自贡市贡井区财政局'],
    ['贡井区财政局', '财政局'],
    ['贡井区财政局', '贡井区财政局办公室'],
    ['自贡市贡井区', '贡井区人民政府办公室'],
    ['贡井区', '自贡市贡井区政务公开工作领导小组办公室'],
    ['贡井区政府办公室', '贡井区人民政府'],
    ['贡井区建设镇', '建设镇人民政府'],
  ])('a title of %s agrees with %s, who signs or makes the report', (title, same) => {
    expect(confidence(title, { signature: [same, day] })).toBeGreaterThanOrEqual(0.9);
    expect(confidence(title, { body: `本报告由${same}编制。` })).toBeGreaterThanOrEqual(0.9);
  });

  test('a name without a date under it signs, unless it may be the one of the site', () => {
    expect(confidence('贡井区财政局', { signature: ['大安区财政局'] })).toBeLessThan(0.5);
    expect(confidence('自贡市', { signature: ['自贡市贡井区人民政府'] })).toBeLessThan(0.5);
    expect(confidence('贡井区财政局', { signature: ['贡井区人民政府'] })).toBeGreaterThanOrEqual(0.9);
    expect(confidence('贡井区财政局', { signature: ['自贡市人民政府'] })).toBeGreaterThanOrEqual(0.9);
    expect(recogniseAgency({ ...nothing, signature: ['贡井区人民政府'] })).toBeNull();
  });

  test('a government that the text gives a short name, or that a field of the page names, is no doubt', () => {
    const body = '贡井区人民政府办公室(以下简称“区政府办”)印发要点。';
    expect(confidence('贡井区财政局', { body, head: ['来源:贡井区人民政府'] })).toBeGreaterThanOrEqual(0.9);
  });

  test('a slip in a place gives the likely names', () => {
    const reporter = recogniseReporter({ ...nothing, titles: [`沐阳县${report}`], head: ['来源:沭阳县人民政府'] });
    expect(reporter?.likely).toEqual(['沭阳县']);
    expect(reporter?.agency).toMatchObject({ name: '沐阳县人民政府', divisionCode: '321322' });
  });

  test('one organ under several printed names is one agency', () => {
    const ids = ['市场监管局', '市监局', '市场监督管理局'].map((organ) => ofTitle(`内江市${organ}${report}`)?.id);
    expect(new Set(ids).size).toBe(1);
  });
});
