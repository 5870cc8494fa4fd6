import { describe, expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';

const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const across = (text: string, width: number) => `<tr><td colspan="${width}">${text}</td></tr>`;

/** Table 二: 12 documents issued and 300 licences, with rows in front of it and heads and figures added to that of licences. */
function disclosure({ top = '', middle = '', head = [] as string[], figures = [] as string[] } = {}): string {
  return `<table>${[
    top,
    ...[row('第二十条第(一)项'), row('信息内容', '本年制发件数', '本年废止件数', '现行有效件数')],
    ...[row('规章', '0', '0', '0'), row('行政规范性文件', '12', '0', '12')],
    ...[
      row('第二十条第(五)项'),
      row('信息内容', '本年处理决定数量', ...head),
      row('行政许可', '300', ...figures),
      middle,
    ],
    ...[row('第二十条第(六)项'), row('信息内容', '本年处理决定数量'), row('行政处罚', '9'), row('行政强制', '1')],
    ...[row('第二十条第(八)项'), row('信息内容', '本年收费金额(单位:万元)'), row('行政事业性收费', '0')],
  ].join('')}</table>`;
}

const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const over = (label: string, width: number) => `<td colspan="${width}">${label}</td>`;

/** Table 四, whose rows have one figure everywhere under their labels. */
function review(...rows: readonly (readonly [label: string, figure: string])[]): string {
  const groups = `<tr>${over('行政复议', 5)}${over('行政诉讼', 10)}</tr>`;
  const kinds = results.map((result) => `<td rowspan="2">${result}</td>`).join('');
  const printed = rows.map(([label, figure]) => row(...(label === '' ? [] : [label]), ...Array(15).fill(figure)));
  return `<table>${groups}<tr>${kinds}${over('未经复议直接起诉', 5)}${over('复议后起诉', 5)}</tr>${row(...results, ...results)}${printed.join('')}</table>`;
}

async function read(tableTwo: string, tableFour = review(['', '0'])) {
  const page = `<h1>内江市人民政府2021年政府信息公开工作年度报告</h1>
    <p>一、总体情况</p><p>本年度情况良好。</p><p>二、主动公开政府信息情况</p>${tableTwo}
    <p>三、收到和处理政府信息公开申请情况</p><p>四、政府信息公开行政复议、行政诉讼情况</p>${tableFour}
    <p>五、存在的主要问题及改进情况</p><p>有问题。</p>`;
  const [report] = await parseReport(new TextEncoder().encode(page));
  const { proactiveDisclosure: two, reviewAndLitigation: four } = report?.scopes?.tables ?? {};
  return {
    ...{ page, report: report?.scopes?.report.scope, two, four, tables: report?.tables },
    said: report?.findings.map(({ rule }) => rule).filter((rule) => /^tables\.(?:other|mixed)/u.test(rule)),
  };
}

describe('the scope of a table by its labels', () => {
  it.each([
    ['a caption above it', `<p>市本级</p>${disclosure()}`, 'ownLevel', '市本级'],
    [
      'a caption with the place and what is counted',
      `<p>表一:内江市本级主动公开政府信息情况统计表</p>${disclosure()}`,
      'ownLevel',
      '市本级',
    ],
    ['a caption in its first row', disclosure({ top: across('全市', 4) }), 'territory', '全市'],
    [
      'brackets at the end of its caption',
      disclosure({ top: across('主动公开情况(全县汇总)', 4) }),
      'territory',
      '全县',
    ],
  ])('is told by %s, with the place of the words', async (_, table, scope, words) => {
    const { page, report, two, said } = await read(table);
    const at = page.indexOf(words, page.indexOf('二、主动'));
    // Words in a cell have the place of the cell.
    const offset = page.slice(0, at).includes('<table>') ? page.lastIndexOf('<td', at) : at;
    expect(two).toEqual({ scope, from: 'label', words, offset });
    expect([report, said]).toEqual(['unknown', []]);
  });

  it.each(['各县区及市本级', '非本级', '全市重点工作', '健全市场', '不含市本级'])(
    'is not told by %s',
    async (caption) => {
      const { two, said } = await read(`<p>${caption}</p>${disclosure()}`);
      expect([two?.scope, said]).toEqual(['unknown', []]);
    },
  );

  it('is told by the label of its only row of figures', async () => {
    const { four, two, report } = await read(disclosure(), review(['市本级', '2']));
    expect([four?.scope, four?.words]).toEqual(['ownLevel', '市本级']);
    expect([two?.scope, report]).toEqual(['unknown', 'unknown']);
  });

  it('is the report’s where every table has such a label', async () => {
    const { report } = await read(`<p>市本级</p>${disclosure()}`, review(['市本级', '2']));
    expect(report).toBe('ownLevel');
  });
});

describe('a table that prints figures of several scopes', () => {
  it.each<[string, (readonly [string, string])[], string]>([
    [
      'the whole with its own level below',
      [
        ['全市', '7'],
        ['其中:市本级', '2'],
      ],
      'territory',
    ],
    [
      'its own level with the levels below and a total',
      [
        ['市本级', '2'],
        ['各县区', '5'],
        ['合计', '7'],
      ],
      'ownLevel',
    ],
    [
      'a total with its parts',
      [
        ['合计', '7'],
        ['市本级', '2'],
        ['各县区', '5'],
      ],
      'unknown',
    ],
  ])('has the scope of the row that was read, and a finding: %s', async (_, rows, scope) => {
    const { tables, two, four, report, said } = await read(disclosure(), review(...rows));
    expect(tables?.reviewAndLitigation?.reconsideration?.total?.value).toBe(Number(rows[0]?.[1]));
    expect([four?.scope, two?.scope, report, said]).toEqual([scope, 'unknown', 'unknown', ['tables.other-scope']]);
  });

  it('has that of the row that was read in copied text too', async () => {
    const figures = (figure: string) => `\t${figure}`.repeat(15);
    const kinds = results.join('\t');
    const text = `内江市人民政府2021年政府信息公开工作年度报告
一、总体情况
本年度情况良好。
四、政府信息公开行政复议、行政诉讼情况
行政复议\t行政诉讼
${kinds}\t未经复议直接起诉\t复议后起诉
${kinds}\t${kinds}
全市${figures('7')}
其中:市本级${figures('2')}
五、存在的主要问题及改进情况
有问题。`;
    const [report] = await parseReport(new TextEncoder().encode(text));
    expect(report?.tables.reviewAndLitigation?.reconsideration?.total?.value).toBe(7);
    expect(report?.scopes?.tables.reviewAndLitigation).toEqual({
      ...{ scope: 'territory', from: 'label', words: '全市', offset: text.lastIndexOf('全市') },
    });
    expect(report?.findings.map(({ rule }) => rule)).toContain('tables.other-scope');
  });

  it('has the scope of its caption where the figures of another are in a column of their own', async () => {
    const { two, said } = await read(disclosure({ top: across('全市', 4), head: ['其中:市本级'], figures: ['40'] }));
    expect([two?.scope, said]).toEqual(['territory', ['tables.other-scope']]);
  });

  it('has none that is known where only some of its cells stand under a label', async () => {
    const { two, said } = await read(disclosure({ middle: across('市本级', 4) }));
    expect([two?.scope, said]).toEqual(['unknown', ['tables.mixed-scopes']]);
  });

  it('has none that is known under captions that disagree', async () => {
    const { two, said } = await read(`<p>全市</p><p>市本级</p>${disclosure()}`);
    expect([two?.scope, said]).toEqual(['unknown', ['tables.mixed-scopes']]);
  });
});
