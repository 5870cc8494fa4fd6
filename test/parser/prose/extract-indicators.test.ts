import { describe, expect, it } from 'vitest';
import { extractIndicators } from '../../../parser/prose/extract-indicators.ts';
import type { SectionKey } from '../../../schema/law/vocabulary/sections.ts';
import type { Indicator } from '../../../schema/record/report.ts';
import { type SampleHeadings, sampleSections } from './support/sample-sections.ts';

const sixSections: SampleHeadings = [
  ['一、总体情况', 'overview'],
  ['二、主动公开政府信息情况', 'proactiveDisclosure'],
  ['三、收到和处理政府信息公开申请情况', 'applications'],
  ['四、政府信息公开行政复议', 'reviewAndLitigation'],
  ['五、存在的主要问题及改进情况', 'problemsAndImprovements'],
  ['六、其他需要报告的事项', 'other'],
];

const gongjing = sampleSections('gongjing-2018.txt', [
  ['一、概述', 'overview'],
  ['二、政府信息主动公开情况', 'proactiveDisclosure'],
  ['三、重点领域公开和五公开情况', 'keyAreas'],
  ['四、政府信息依申请公开情况', 'applications'],
  ['五、政府信息公开的收费及减免情况', 'fees'],
  ['六、因政府信息公开申请行政复议', 'reviewAndLitigation'],
  ['七、人大代表建议和政协委员提案', 'proposals'],
  ['八、政府信息公开存在的主要问题', 'problemsAndImprovements'],
]);

const values = (indicators: readonly Indicator[]) => indicators.map(({ key, value }) => [key, value]);

/** What one sentence of a 2020 report says, by key. */
function read(text: string, section: SectionKey = 'overview') {
  return values(
    extractIndicators([{ ordinal: 1, key: section, paragraphs: [{ text, offset: 0 }] }], { year: 2020, agency: null }),
  );
}

describe('figures in the sentences of real reports', () => {
  it('are read from Gongjing 2018, each once, and the parts of those closed on time are not taken for totals', () => {
    expect(values(extractIndicators(gongjing.sections, { year: 2018, agency: null }))).toEqual([
      ['proactive.weibo', 51],
      ['proactive.wechat', 1647],
      ['response.hotTopics', 119],
      ['response.pressConferences', 1],
      ['response.interviews', 4],
      ['proactive.total', 13912],
      ['proactive.website', 4344],
      ['proactive.weiboAndWechat', 1691],
      ['proactive.otherChannels', 7877],
      ['proactive.normativeDocuments', 3],
      ['applications.received', 2],
      ['applications.receivedOnline', 1],
      ['applications.receivedByLetter', 1],
      ['applications.closedOnTime', 24],
      ['applications.closedExtended', 5],
      ['fees.collected', 0],
      ['reconsideration.total', 0],
      ['litigation.total', 0],
      ['proposals.deputies', 69],
      ['proposals.cppcc', 135],
    ]);
  });

  it('carry the clause they were read from and its place in the source', () => {
    const indicators = extractIndicators(gongjing.sections, { year: 2018, agency: null });
    expect(indicators.find(({ key }) => key === 'proactive.total')).toEqual({
      key: 'proactive.total',
      label: null,
      value: 13912,
      unit: '条',
      approximate: false,
      text: '2018年,我区主动公开政府信息13912条',
      section: 2,
      offset: gongjing.text.indexOf('2018年,我区主动公开政府信息13912条'),
      scope: { scope: 'unknown', words: null, from: null, offset: null },
    });
    for (const { text, offset } of indicators) {
      expect(gongjing.text.slice(offset, offset + text.length)).toBe(text);
    }
  });

  it('are round where Neijiang 2020 says 14万9000余条, and of letters and hotlines none is read', () => {
    const indicators = extractIndicators(sampleSections('neijiang-2020.txt', sixSections).sections, {
      year: 2020,
      agency: null,
    });
    expect(values(indicators)).toEqual([
      ['proactive.total', 149_000],
      ['response.interpretations', 531],
      ['response.pressConferences', 27],
      ['response.interviews', 40],
      ['applications.received', 234],
      ['applications.closed', 234],
    ]);
    expect(indicators.filter(({ approximate }) => approximate).map(({ key }) => key)).toEqual(['proactive.total']);
  });

  it('are one of many in Yingkou 2020: columns, hotlines and campaigns are not totals', () => {
    const { sections } = sampleSections('yingkou-2020.txt', sixSections);
    expect(values(extractIndicators(sections, { year: 2020, agency: null }))).toEqual([['proactive.website', 13465]]);
  });

  it('go on over sentences that begin with 其中, as in Qingzhen 2020', () => {
    const { sections } = sampleSections('qingzhen-2020.txt', sixSections);
    expect(values(extractIndicators(sections.slice(0, 3), { year: 2020, agency: null }))).toEqual([
      ['proactive.total', 9920],
      ['proactive.website', 8817],
      ['applications.received', 41],
      ['applications.receivedOnline', 14],
      ['applications.receivedByLetter', 6],
      ['proactive.normativeDocuments', 5],
      ['proactive.wechat', 772],
      ['proactive.weibo', 325],
    ]);
  });
});

describe('what a sentence says', () => {
  it('stands before or after its noun', () => {
    expect(read('共收到政府信息公开申请十二件。')).toEqual([['applications.received', 12]]);
    expect(read('共收到12件政府信息公开申请。')).toEqual([['applications.received', 12]]);
    expect(read('全年受理1.2万件政府信息公开申请')).toEqual([['applications.received', 12_000]]);
  });

  it('is followed through its parts', () => {
    expect(read('收到申请10件，其中2件予以公开，3件部分公开，5件不予公开。', 'applications')).toEqual([
      ['applications.received', 10],
      ['applications.granted', 2],
      ['applications.partlyGranted', 3],
      ['applications.refused', 5],
    ]);
    expect(read('因政府信息公开被申请行政复议5件,其中维持3件,纠正2件,行政诉讼2件,其中尚未审结1件。')).toEqual([
      ['reconsideration.total', 5],
      ['reconsideration.upheld', 3],
      ['reconsideration.corrected', 2],
      ['litigation.total', 2],
      ['litigation.pending', 1],
    ]);
  });

  it('names one channel, both of Weibo and WeChat, or others summed up, else no channel is told', () => {
    expect(read('通过政府网站，公开政府信息300条。')).toEqual([['proactive.website', 300]]);
    expect(read('通过微博、微信公开信息300条。')).toEqual([['proactive.weiboAndWechat', 300]]);
    expect(read('通过网站、短信平台等其他方式公开信息300条。')).toEqual([['proactive.otherChannels', 300]]);
    expect(read('通过政府网站、微信等渠道主动公开政府信息300条。')).toEqual([]);
  });

  it('is a zero where it denies', () => {
    const none = [
      ['reconsideration.total', 0],
      ['litigation.total', 0],
    ];
    expect(read('全年无因政府信息公开工作被申请行政复议、提起行政诉讼情况。')).toEqual(none);
    expect(read('因政府信息公开引发的行政复议、行政诉讼均为0件。')).toEqual(none);
    expect(read('本年度未收到政府信息公开申请。')).toEqual([['applications.received', 0]]);
    expect(read('本年度没有收取任何费用。', 'fees')).toEqual([['fees.collected', 0]]);
  });

  it('does not deny a fee where it speaks of one that was waived', () => {
    expect(read('收取检索、复制、邮寄等费用共计320元。减免费用0元。', 'fees')).toEqual([['fees.collected', 320]]);
  });

  it('brings its share and its change on the year before, which fall where it says so', () => {
    expect(read('2020年收到政府信息公开申请43件,较上年下降12.5%,其中网络申请23件,占53.5%。', 'applications')).toEqual([
      ['applications.received', 43],
      ['applications.received.change', -12.5],
      ['applications.receivedOnline', 23],
      ['applications.receivedOnline.share', 53.5],
    ]);
  });

  it('does not deny cases where it denies that any was lost', () => {
    expect(read('因政府信息公开引发的行政复议、行政诉讼未出现败诉、被纠错的情况。')).toEqual([]);
  });

  it('is not read where it is of another year, a plan, a comparison or part of the year', () => {
    expect(read('2019年主动公开政府信息4000条，2020年主动公开政府信息5000条。')).toEqual([['proactive.total', 5000]]);
    expect(read('2021年，我市将主动公开信息5000条。')).toEqual([]);
    expect(read('全年主动公开信息原则上不低于8000条。')).toEqual([]);
    expect(read('主动公开政府信息3456条，较上年增加320条。')).toEqual([['proactive.total', 3456]]);
    expect(read('2020年第一季度主动公开政府信息200条。')).toEqual([]);
    expect(read('自2008年《条例》实施以来，累计主动公开政府信息80000条。')).toEqual([]);
  });

  it('is not read where it is of something else', () => {
    expect(read('公开行政事业性收费项目35项，收取费用2.5万元。')).toEqual([]);
    expect(read('公开政策文件25条。')).toEqual([]);
    expect(read('在重大项目领域主动公开信息300条。')).toEqual([]);
    expect(read('全市办理行政复议案件235件，行政诉讼案件120件。')).toEqual([]);
    expect(read('收到群众来信200件，办结198件。')).toEqual([]);
    expect(read('公开人大代表建议和政协提案办理结果112件。')).toEqual([]);
  });

  it('is not put together from the columns of a copied table', () => {
    expect(read('主动公开政府信息\t12\t5条')).toEqual([]);
  });

  it('is not read from sections of plans or from the annex', () => {
    expect(read('主动公开政府信息500条。', 'problemsAndImprovements')).toEqual([]);
    expect(read('主动公开政府信息500条。', 'statistics')).toEqual([]);
  });
});
