import { expect, test } from 'vitest';
import { decodeHead, encodeHead } from '../../../infra/store/heads/head-line.ts';
import { byMerit, copyReadOtherwise, earlierEdition, isOneTitle } from '../../../schema/record/renditions.ts';
import type { Reading, VersionHead } from '../../../schema/record/version-head.ts';
import { buildHead } from '../../support/build-head.ts';
import { buildRecord } from '../../support/build-record.ts';

const reading: Reading = { mediaType: 'text/html', unreadable: 0, doubts: 0, printed: 'a', address: 'x' };

function head(version: string, second: number, change: Partial<VersionHead> = {}): VersionHead {
  return { ...buildHead(buildRecord(), { version, second }), reading, ...change };
}

const order = (...newestFirst: VersionHead[]) => byMerit(newestFirst).map(({ version }) => version);

test('like documents are ordered by their printed dates, and only without these by their upload', () => {
  const first = head('first', 1);
  const changed = { ...reading, printed: 'b' };
  const second = head('second', 2, { reading: changed });
  expect(order(second, first)).toEqual(['second', 'first']);
  expect(earlierEdition(second, [second, first])).toBe(first);
  const older = { ...second, publishedOn: '2022-01-02' };
  expect(order(older, first)).toEqual(['first', 'second']);
  expect(earlierEdition(first, [older, first])).toBe(older);
});

test('an edition with other figures is told behind copies that print the same', () => {
  const before = head('before', 1, { reading: { ...reading, printed: 'b' } });
  const [after, again] = [head('after', 2), head('again', 3)];
  expect(earlierEdition(again, [again, after, before])).toBe(before);
  expect(earlierEdition(again, [again, after])).toBe(after);
});

test('a document with the figures of another scope is no edition, and is told beside the current one', () => {
  const changed = { ...reading, printed: 'b' };
  const level = head('level', 2, { scope: 'ownLevel' });
  const area = head('area', 1, { reading: { ...changed, address: 'y' }, figures: {}, scope: 'territory' });
  expect(earlierEdition(level, [level, area])).toBeUndefined();
  expect(copyReadOtherwise(level, [level, area])).toBe(area);
  const untold = { ...area, scope: 'unknown' } as const;
  expect(earlierEdition(level, [level, untold])).toBeUndefined();
  expect(copyReadOtherwise(level, [level, untold])).toBeUndefined();
});

test('a mark of correction makes no other title, and another organ does', () => {
  const title = '赤水市应急管理局2022年政府信息公开工作年度报告';
  for (const mark of ['（更正）', '(修订版)', '【更新】', '修订稿']) expect(isOneTitle(title, title + mark)).toBe(true);
  expect(isOneTitle(title, title.replace('2022年', '2022年度'))).toBe(true);
  expect(isOneTitle(title, title.replace('2022', '2021'))).toBe(false);
  expect(isOneTitle(title, `${title}（审计局）`)).toBe(false);
  expect(isOneTitle(title, '赤水市应急管理局2022年政府信息公开条例修订')).toBe(false);
});

test('what an earlier release stored accuses nobody until it is read again', () => {
  const stored = head('stored', 1);
  const line: unknown[] = JSON.parse(encodeHead(stored));
  const early = decodeHead(JSON.stringify(line.slice(0, 24)));
  expect(early).toEqual({ ...stored, reading: undefined, timing: undefined });
  const now = head('now', 2, { reading: { ...reading, printed: 'b' } });
  expect(order(now, early)).toEqual(['now', 'stored']);
  expect(earlierEdition(now, [now, early])).toBeUndefined();
  expect(earlierEdition(now, [now, stored])).toBe(stored);
});

test('of work plans the newest is current, however it was read', () => {
  const plan = { kind: 'work-plan' } as const;
  const worse = head('new', 2, { ...plan, complete: false });
  expect(order(worse, head('old', 1, plan))).toEqual(['new', 'old']);
});
