import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';

const half = ',:;()!?%';
const full = '，：；（）！？％';

/** A record's figures and what is made of them, without the print itself and its places. */
const meaning = async (text: string) =>
  (await parseReport(Buffer.from(text))).map((record) => ({
    filed: [record.kind, record.form, record.agency?.id, record.year, record.publishedOn, record.outcome],
    sections: record.sections.map(({ key, text: { length } }) => [key, length]),
    cells: JSON.parse(JSON.stringify(record.tables, (key, value) => (/^(?:place|raw)$/.test(key) ? undefined : value))),
    statistics: record.statistics.map(({ key, cell }) => [key, cell.value]),
    indicators: record.indicators.map(({ key, value, unit, approximate }) => [key, value, unit, approximate]),
    findings: record.findings.map(({ rule, cells }) => [rule, cells.map((cell) => cell.normalize('NFKC'))]),
    tasks: record.workPlan?.tasks.map(({ number, deadlines, inherited }) => [number, deadlines, inherited]),
  }));

describe.each(readdirSync('samples'))('%s', async (name) => {
  const text = readFileSync(`samples/${name}`, 'utf8');
  const expected = await meaning(text);

  it('means the same with the full-width punctuation that pages have', async () => {
    const changed = [...half].reduce((wider, mark, at) => wider.replaceAll(mark, full.charAt(at)), text);
    expect(changed).not.toBe(text);
    expect(await meaning(changed)).toEqual(expected);
  });
});
