import { expect, test } from 'vitest';
import { figuresOf } from '../../../functions/ingest/file-record.ts';
import { type Scope, type ToldScope, unknownScope } from '../../../schema/record/scope.ts';
import { blankCell, buildRecord, numberCell } from '../../support/build-record.ts';

test('headline figures are the totals of the applications table and all of the small tables, without blanks', () => {
  expect(figuresOf(buildRecord({ received: 12 }))).toEqual({
    'applications.newlyReceived.total': 12,
    'reviewAndLitigation.reconsideration.upheld': 1,
    'reviewAndLitigation.reconsideration.total': 1,
  });
});

test('a report without tables has the national indicators of its annex and its sentences, the first where one comes twice', () => {
  const row = { path: '一', label: '主动公开政府信息数', unit: '条', key: 'proactive.total', cell: numberCell(310) };
  const said = { label: null, unit: '件', approximate: false, text: '收到申请7件', section: 1, offset: 0 };
  const record = buildRecord({
    change: {
      form: '2008',
      tables: {},
      statistics: [row, { ...row, key: null }, { ...row, cell: numberCell(5) }, { ...row, key: 'x', cell: blankCell }],
      indicators: [
        { ...said, key: 'applications.received', value: 7 },
        { ...said, key: null, value: 9 },
      ],
    },
  });
  expect(figuresOf(record)).toEqual({ 'statistics.proactive.total': 310, 'indicators.applications.received': 7 });
});

test('beside its tables a report has the number of items disclosed, which no table asks for', () => {
  const said = { label: null, unit: '条', approximate: false, text: '主动公开信息3205条', section: 1, offset: 0 };
  const indicators = [
    { ...said, key: 'proactive.total', value: 3205 },
    { ...said, key: 'applications.received', value: 7 },
  ];
  const figures = figuresOf(buildRecord({ change: { indicators } }));
  expect(figures['indicators.proactive.total']).toBe(3205);
  expect(figures).not.toHaveProperty('indicators.applications.received');
});

test('a figure of another scope than the report is none of its headline figures', () => {
  const told = (scope: Scope): ToldScope => ({ ...unknownScope, scope });
  const received = { key: 'applications.received', label: null, unit: '件', approximate: false, section: 1, offset: 0 };
  const indicators = [
    { ...received, value: 2, text: '我局收到2件', scope: told('organ') },
    { ...received, value: 234, text: '全市收到234件', scope: told('territory') },
  ];
  const figures = (scope: Scope) => {
    const scopes = { report: told(scope), tables: {} };
    return figuresOf(buildRecord({ change: { tables: {}, indicators, scopes } }))['indicators.applications.received'];
  };
  expect([figures('territory'), figures('organ'), figures('unknown')]).toEqual([234, 2, 2]);
  expect(figures('ownLevel')).toBeUndefined();
});
