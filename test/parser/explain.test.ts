import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { explain } from '../../parser/explain.ts';
import { parseReport } from '../../parser/parse-report.ts';
import { tableCells } from '../../schema/record/table-rows.ts';
import { corpusCases } from '../support/corpus.ts';

describe('explain', () => {
  it('says which form a table follows, and what each label was taken for', async () => {
    const lines = await explain(await readFile('samples/qingzhen-2020.txt'));
    expect(lines[0]).toBe('file: text/plain, encoding utf-8');
    expect(lines[1]).toBe('what it shows: 415 blocks, 0 of them tables');
    expect(lines).toContain('indicator annex: from line 621 to line 848');
    expect(lines.find((line) => line.startsWith('  proactiveDisclosure'))).toMatch(
      /form 2019, evidence \d+\.\d, against form 2021/,
    );
    expect(lines.find((line) => line.includes('→ refused.enforcementFile'))).toMatch(
      /^ {4}0\.89 line \d+: 7\.属于行政执法案件 → .*, 7 of 7 figures$/,
    );
  });

  it('names the rows that are not printed', async () => {
    const text = (await readFile('samples/yingkou-2020.txt', 'utf8')).replace(
      '(七)总计\n\n61\n\n4\n\n0\n\n0\n\n2\n\n0\n\n67\n',
      '',
    );
    expect(await explain(Buffer.from(text))).toContain('    not printed: processed ((七)总计)');
  });

  it('says for each cell what was read where, and what is said against it', async () => {
    const text = (await readFile('samples/yingkou-2020.txt', 'utf8')).replace(
      '(七)总计\n\n61\n\n4\n\n0',
      '(七)总计\n\n6I\n\n4\n\n0',
    );
    const lines = await explain(Buffer.from(text));
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^ {2}applications\.processed\.naturalPerson: unreadable from “6I”, table 2, row \d+, column 1, line \d+, .*completeness\.unreadable-cell/,
      ),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^ {2}applications\.newlyReceived\.total: 67 \(number\) from “67”, table 2, row 1, column 7, line \d+$/,
      ),
    );
  });

  it('names the cells that the record lacks', async () => {
    const text = (await readFile('samples/yingkou-2020.txt', 'utf8')).replace(/\(七\)总计\n[\s\d]+/u, '');
    expect(await explain(Buffer.from(text))).toContainEqual(
      expect.stringMatching(/^ {2}applications\.processed\.total: none in the record, completeness\.missing-cell/),
    );
  });

  it('says that a page prints its report twice', async () => {
    const lines = await explain(await readFile('samples/neijiang-2020.txt'));
    expect(lines.filter((line) => line.startsWith('printing'))).toHaveLength(2);
  });

  it.each(corpusCases())('tells of $name the reading that made its records', async ({ bytes }) => {
    const lines = await explain(bytes);
    const records = await parseReport(bytes);
    for (const { kind, agency, year, form, tables, outcome } of records) {
      const whose = `${agency?.name ?? 'no agency'}, ${year ?? 'no year'}`;
      expect(lines).toContainEqual(expect.stringContaining(`record: ${kind}, ${whose}, ${outcome}`));
      if (kind !== 'annual-report') continue;
      expect(lines).toContainEqual(expect.stringContaining(`  report of ${whose}, form ${form}: `));
      for (const [key, table] of Object.entries(tables)) {
        expect(lines).toContainEqual(expect.stringContaining(`  ${key}: form ${table?.form}, evidence `));
      }
      for (const [path, { raw }] of tableCells(tables)) {
        expect(lines.filter((line) => line.startsWith(`  ${path}: `)).join('\n')).toContain(` from “${raw}”, table `);
      }
    }
  });

  it('heeds the hints that the file is read with', async () => {
    const untold = Buffer.from(
      (await readFile('samples/qingzhen-2020.txt', 'utf8')).replaceAll(/清镇市(?:人民政府)?/gu, '我市'),
    );
    expect(await explain(untold, { agency: '清镇市人民政府' })).toContainEqual(
      expect.stringContaining('report of 清镇市人民政府, 2020'),
    );
    expect((await explain(untold)).join('\n')).not.toContain('清镇市人民政府');
  });

  it('says why a file is refused', async () => {
    expect(await explain(new Uint8Array())).toEqual([
      expect.stringContaining('refused: empty'),
      'record: unrecognised, no agency, no year, rejected, empty',
    ]);
  });
});
