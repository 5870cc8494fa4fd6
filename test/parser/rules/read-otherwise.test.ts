import { expect, test } from 'vitest';
import { readOtherwise } from '../../../parser/rules/read-otherwise.ts';
import type { Cell } from '../../../schema/record/cell.ts';
import type { ReportRecord } from '../../../schema/record/report.ts';
import { type Scope, unknownScope } from '../../../schema/record/scope.ts';
import { blankCell } from '../../support/build-record.ts';
import { reportOfYear } from '../../support/years.ts';

const reportWith = (total: number | Cell, change: Partial<ReportRecord> = {}) =>
  reportOfYear({ year: 2020, rows: { 'applications.newlyReceived': [215, 3, 1, 3, 2, 0, total] }, change });

const shown = reportWith(224);

test('a copy with another figure is an info that accuses nobody, in words that readers know', () => {
  const copy = reportWith(22, { source: { ...shown.source, mediaType: 'application/pdf' }, complete: false });
  expect(readOtherwise(copy, shown)).toEqual({
    rule: 'report.read-otherwise',
    severity: 'info',
    cells: ['applications.newlyReceived.total'],
    expected: null,
    actual: null,
    message: {
      zh: '同一报告的另一份文件有1个数字读出的不同,以本份为准;可能出于文件格式或识读,不表示机关有过改动:“收到和处理政府信息公开申请情况 · 一、本年新收政府信息公开申请数量 · 总计”本份224,另一份22。',
      en: 'Another document of this report is read with 1 figure otherwise; this one is shown. That may be due to the copy or to how it is read, and does not say that the agency changed anything: “Applications received and handled · Applications newly received this year · Total” 224 here, 22 in the other.',
    },
    cause: 'suspected-parse',
    operands: [
      { path: 'applications.newlyReceived.total@copy', printed: '22' },
      { path: 'applications.newlyReceived.total', printed: '224' },
    ],
  });
});

test('a figure that the copy lost is one too, and says what stands there', () => {
  const unreadable: Cell = { ...blankCell, raw: '22■', state: 'unreadable' };
  expect(readOtherwise(reportWith(unreadable), shown)?.message.zh).toContain('本份224,另一份22■。');
  expect(readOtherwise(reportWith(blankCell), shown)?.message.en).toContain('224 here, a blank in the other.');
});

test('nothing is said where every figure agrees, or another parser read the copy', () => {
  expect(readOtherwise(reportWith({ ...blankCell, value: 224, raw: '224件', state: 'number' }), shown)).toBeNull();
  expect(readOtherwise(reportWith(22, { parser: { version: '1.1.0' } }), shown)).toBeNull();
});

test('of a document with the figures of another scope that is said, and no fault of reading', () => {
  const scoped = (scope: Scope) => ({ scopes: { report: { ...unknownScope, scope }, tables: {} } });
  const level = reportWith(224, scoped('ownLevel'));
  expect(readOtherwise(reportWith(300, scoped('territory')), level)?.message).toEqual({
    zh: '同一机关同一年度另有一份文件,统计范围不同:本份为本级,另一份为全域。两份有1个数字不同,不表示机关有过改动,也不宜相互比较:“收到和处理政府信息公开申请情况 · 一、本年新收政府信息公开申请数量 · 总计”本份224,另一份300。',
    en: 'Of this agency and year there is another document, with the figures of another scope: the level here, the whole area in the other. 1 figure differs, which does not say that the agency changed anything, nor can they be compared: “Applications received and handled · Applications newly received this year · Total” 224 here, 300 in the other.',
  });
  expect(readOtherwise(reportWith(300), level)?.message.zh).toContain('可能出于文件格式或识读');
});
