import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../parser/parse-report.ts';
import { readHtml } from '../../../parser/read/html/read-html.ts';
import { readText } from '../../../parser/read/read-text-file.ts';
import { extractTables } from '../../../parser/tables/extract-tables.ts';
import type { FormTable } from '../../../schema/law/forms/form.ts';
import { forms } from '../../../schema/law/forms/forms.ts';
import { tableHtml } from '../../support/render-page.ts';
import { layOut } from '../../support/statutory-layout.ts';

const form = forms.find(({ id }) => id === '2021');
const table = form?.tables.find(({ key }) => key === 'applications') as FormTable; // the form has it
const signs = { title: '赤水市人民政府2021年政府信息公开工作年度报告', year: 2021 };
const heading = '三、收到和处理政府信息公开申请情况';
const caption = (whose: string) => `${whose}收到和处理政府信息公开申请情况`;

/** The table with one figure in all its cells, as a page has it and in pipes. */
const laid = (figure: string, of = table) =>
  layOut(
    of,
    new Map(
      of.blocks.flatMap(({ rows, columns }) =>
        rows.flatMap((row) => columns.map((column) => [`${of.key}.${row.key}.${column.key}`, figure])),
      ),
    ),
  );
/** In pipes, with an empty cell at every other place of a merged one. */
function piped(figure: string, of = table): string {
  const taken = new Set<string>();
  const lines = laid(figure, of).rows.map((row, y) => {
    const texts: string[] = [];
    const waiting = [...row];
    for (let x = 0; waiting.length > 0 || taken.has(`${x},${y}`); x += 1) {
      const cell = taken.has(`${x},${y}`) ? undefined : waiting.shift();
      texts.push(cell?.text ?? '');
      for (let at = 0; cell !== undefined && at < cell.columnSpan * cell.rowSpan; at += 1)
        taken.add(`${x + (at % cell.columnSpan)},${y + Math.floor(at / cell.columnSpan)}`);
    }
    return `| ${texts.join(' | ')} |`;
  });
  return lines.join('\n');
}

const readsOf = ({ tables, findings }: ReturnType<typeof extractTables>) => ({
  figure: tables.applications?.newlyReceived?.total?.value,
  said: findings.map(({ rule }) => rule),
});

describe('of two tables of a kind', () => {
  it('the report’s own is told by captions above headings that are printed in lines', () => {
    const text = [heading, '', piped('5'), '', caption('城关镇人民政府2021年'), '', piped('8')].join('\n');
    expect(readsOf(extractTables(readText(text), signs))).toEqual({ figure: 5, said: ['tables.set-aside'] });
  });

  it('each has its own headings where every cell of a merged one but the first is left out', () => {
    const lines = (figure: string) =>
      laid(figure).rows.map(
        (row) => `| ${row.map(({ text, columnSpan }) => text + ' |'.repeat(columnSpan)).join(' ')}`,
      );
    const above = `${caption('赤水市人民政府2020年')}\n\n${lines('8').join('\n')}`;
    const text = [heading, '', above, '', '|  |  |  |', '| --- | --- | --- |', ...lines('5')].join('\n');
    expect(readsOf(extractTables(readText(text), signs))).toEqual({ figure: 5, said: ['tables.set-aside'] });
  });

  it('a caption says whose one is, and not the opening of the report above its heading', () => {
    const opening = '<p>本报告所列数据的统计期限为2021年1月1日至12月31日。</p><p>二、主动公开政府信息情况</p>';
    const page = `${opening}<p>${heading}</p><p>${caption('赤水市人民政府2020年')}</p>${tableHtml(laid('8'))}<p>本年</p>${tableHtml(laid('5'))}`;
    expect(readsOf(extractTables(readHtml(page), signs))).toEqual({ figure: 5, said: ['tables.set-aside'] });
  });
});

it('in a text without title and headings the signature says whose table is another’s', async () => {
  const [proactive, , review] = form?.tables ?? [];
  const text = [
    '本报告所列数据的统计期限为2021年1月1日至2021年12月31日。',
    '',
    piped('5', proactive),
    '',
    piped('5'),
    '',
    caption('城关镇人民政府2021年'),
    '',
    piped('8'),
    '',
    piped('5', review),
    '',
    '本年度政府信息公开工作中没有收取信息处理费的情况。',
    '',
    '赤水市人民政府',
    '',
    '2022年1月20日',
  ].join('\n');
  const [record] = await parseReport(Buffer.from(text));
  expect(record?.tables.applications?.newlyReceived?.total?.value).toBe(5);
  expect(record?.findings.map(({ rule }) => rule)).toContain('tables.set-aside');
});
