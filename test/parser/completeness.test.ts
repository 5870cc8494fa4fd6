import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isComplete } from '../../parser/completeness.ts';
import { parseReport } from '../../parser/parse-report.ts';
import { form2021 } from '../../schema/law/forms/form-2021.ts';
import type { CellState } from '../../schema/record/cell.ts';
import type { Finding } from '../../schema/record/finding.ts';
import { arbitraryReport } from '../support/arbitrary-report.ts';
import { renderReport } from '../support/render-report.ts';
import { runs } from '../support/runs.ts';

const agency = '达州市人民政府';
const sample = readFileSync('samples/neijiang-2020.txt', 'utf8');
const recordOf = async (text: string) => (await parseReport(Buffer.from(text)))[0];

/** A page of one report, its three tables apart. */
const page = fc.sample(
  arbitraryReport('none', [agency]).filter(({ report }) => report.form === form2021),
  { numRuns: 1, seed: 20 },
)[0];
if (page === undefined) throw new Error('no report');
const html = renderReport({ ...page.report, year: 2023 }, 'html')
  .replace(/<table class="layout">.*?(?=<div)/s, '')
  .replace('</td></tr></table></body>', '</body>');
const tables = [...html.matchAll(/<table(?: border="1")?>.*?<\/table>/gs)].map(([table]) => table);
const without = (...taken: readonly string[]) => taken.reduce((text, table) => text.replace(table, ''), html);

describe('a report', () => {
  it('is complete with every cell of its tables', async () => {
    expect(tables).toHaveLength(3);
    expect(await recordOf(html)).toMatchObject({ complete: true, form: '2021' });
  });

  it.each([0, 1, 2])('is not without table %i', async (index) => {
    const record = await recordOf(without(tables[index] ?? ''));
    expect(record).toMatchObject({ outcome: 'held', complete: false, form: '2021' });
  });

  it('is not without all of them, and its edition is unknown', async () => {
    const record = await recordOf(without(...tables));
    expect(record).toMatchObject({ outcome: 'held', complete: false, form: null, year: 2023, tables: {} });
    expect(record?.findings.map(({ rule }) => rule)).toContain('tables.not-found');
  });

  it('is not where the line of table 四 is lost, and none of its cells is called blank', async () => {
    const record = await recordOf(html.replace(/<tr>(?:(?!<tr>).)*<\/tr><\/table>(?!.*<tr>)/s, '</table>'));
    expect(record).toMatchObject({ outcome: 'held', complete: false });
    const cells = Object.values(record?.tables.reviewAndLitigation ?? {}).flatMap((row) => Object.values(row));
    const states = cells.flatMap((cell) => (typeof cell === 'object' ? [cell.state] : []));
    expect(states).not.toContain('blank');
  });

  it('is read where its tables stand above its first heading', async () => {
    const [first = ''] = /<p><strong>一、/.exec(without(...tables)) ?? [];
    const record = await recordOf(without(...tables).replace(first, `${tables.join('')}${first}`));
    expect(record).toMatchObject({ complete: true, form: '2021' });
  });
});

describe('a report that is cut', () => {
  const whole = readFileSync('test/corpus/county-2022-html/source.html', 'utf8');
  const afterLast = whole.lastIndexOf('</table>') + '</table>'.length;
  const upTo = (words: string) => whole.slice(0, whole.indexOf(words, afterLast));
  const rowEnds = [...whole.matchAll(/<\/tr>/g)].map(({ index }) => whole.slice(0, index));

  it.each([
    ['behind its last table', whole.slice(0, afterLast)],
    ['behind its last table, and closed', `${whole.slice(0, afterLast)}</body></html>`],
    ['behind a heading', upTo('<p>公开内容')],
    ['within a sentence', upTo('还需提高')],
    ['within its last heading', upTo('其他需要报告')],
    ['behind its last section but one', whole.replace(/<p>六、.*/s, '')],
    ['behind its last heading', upTo('<p>本年度没有')],
    [
      'within the first sentence of its last section',
      upTo('处理费。').replace('本年度没有', '本年度公开工作平稳，没有'),
    ],
    ['within its last section, its headings lost', whole.replace(/<p>[五六]、[^<]*<\/p>/g, '')],
  ])('%s is not complete', async (_, text) => {
    expect(await recordOf(text)).toMatchObject({ year: 2022, complete: false });
  });

  it('anywhere in its tables is not complete', async () => {
    for (const text of rowEnds) expect((await recordOf(text))?.complete ?? false).toBe(false);
  });

  it.each([
    [
      'with other words for its last headings',
      whole.replace('五、存在的', '五、工作').replace('六、其他需要报告的事项', '六、其他'),
    ],
    ['that says nothing but 无 in its last section', whole.replace('本年度没有收取信息处理费。', '无')],
    [
      'with a signature below its text',
      whole.replace('收取信息处理费。</p>', '收取信息处理费。</p><p>习水县人民政府</p><p>2023年1月12日</p>'),
    ],
    ['of tables alone', whole.replace(/<p>(?:主动|完善|公开|本年度没有).*?<\/p>|<p>[一五六]、.*?<\/p>/gs, '')],
  ])('and an honest one %s is', async (_, text) => {
    expect(text).not.toBe(whole);
    expect(await recordOf(text)).toMatchObject({ outcome: 'published', complete: true });
  });
});

describe('of two tables of one kind', () => {
  const other = (table: string) => table.replace(/>(\d+)</g, (_, digits) => `>${Number(digits) + 1}<`);
  const withOther = (caption: string, own: string) =>
    tables.reduce((text, table) => text.replace(table, `<p>${caption}</p>${other(table)}<p>${own}</p>${table}`), html);

  it('the one whose caption names the year of the report is its own', async () => {
    const [own, decoyed] = [await recordOf(html), await recordOf(withOther('(2022年)', '(2023年)'))];
    const values = (record: typeof own) =>
      JSON.stringify(record?.tables, (key, value) => (key === 'place' ? undefined : value));
    expect(values(decoyed)).toBe(values(own));
    expect(decoyed).toMatchObject({ complete: true });
    expect(decoyed?.findings.map(({ rule }) => rule)).toContain('tables.set-aside');
  });

  it('neither is taken where nothing tells them apart', async () => {
    const record = await recordOf(withOther('', ''));
    expect(record).toMatchObject({ outcome: 'held', complete: false });
    const found = record?.findings.filter(({ rule }) => rule === 'tables.competing') ?? [];
    expect(found).toHaveLength(3);
    for (const path of found.flatMap(({ cells }) => cells)) {
      const [table, ...rest] = path.split('.');
      const rows = record?.tables[table as 'applications'];
      expect(rows?.[rest.slice(0, -1).join('.')]?.[rest.at(-1) ?? '']).toMatchObject({ state: 'unreadable' });
    }
  });
});

describe('the only table of a kind', () => {
  const under = (caption: string) => recordOf(html.replace(tables[1] ?? '', `<p>${caption}</p>${tables[1]}`));
  const rulesOf = (record: Awaited<ReturnType<typeof under>>) => record?.findings.map(({ rule }) => rule) ?? [];

  it.each([
    '2021年度收到和处理政府信息公开申请情况',
    '（统计时间：2022年1月1日至2022年12月31日）',
    '以下为2020年的数据',
    '南明区教育局收到和处理政府信息公开申请情况',
    '填报样表',
  ])('holds the report where its caption says that it is not its own: %s', async (caption) => {
    const record = await under(caption);
    expect(record).toMatchObject({ outcome: 'held', complete: false });
    expect(rulesOf(record)).toContain('tables.not-own');
  });

  it.each([
    '2023年度收到和处理政府信息公开申请情况',
    '（统计时间：2023年1月1日至2023年12月31日）',
    '填报日期：2024年1月10日',
    '收到和处理申请情况见下表，较2022年减少3件。',
    '按照2019年修订的《条例》统计',
    '填表说明：本表由各机关填写',
    '单位：件',
  ])('is its own under any other: %s', async (caption) => {
    expect(rulesOf(await under(caption))).not.toContain('tables.not-own');
  });
});

describe('completeness is computed from the evidence', () => {
  it('and no state of a cell but unread takes it away', async () => {
    const record = await recordOf(sample);
    if (record === undefined) throw new Error('no record');
    const states: readonly CellState[] = ['number', 'blank', 'notApplicable', 'unreadable', 'inferred'];
    const rows = Object.keys(record.tables.applications ?? {}).filter((key) => key !== 'form');
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.constantFrom(...states), (row, state) => {
        const applications = structuredClone(record.tables.applications);
        const cell = applications?.[row]?.naturalPerson;
        if (applications === undefined || cell === undefined) throw new Error(`no ${row}`);
        Object.assign(cell, { state });
        expect(isComplete({ ...record, tables: { ...record.tables, applications } })).toBe(state !== 'unreadable');
        delete applications[row]?.naturalPerson;
        expect(isComplete({ ...record, tables: { ...record.tables, applications } })).toBe(false);
      }),
      { numRuns: runs(40) },
    );
  });

  it.each(['tables.unplaced-figures', 'tables.competing', 'tables.not-own', 'tables.not-found'])(
    'and %s takes it away',
    async (rule) => {
      const record = await recordOf(sample);
      if (record === undefined) throw new Error('no record');
      const message = { zh: '', en: '' };
      const finding: Finding = {
        rule,
        severity: 'error',
        cells: [],
        expected: null,
        actual: null,
        message,
        cause: 'source',
      };
      expect(isComplete({ ...record, findings: [finding] })).toBe(false);
    },
  );
});
