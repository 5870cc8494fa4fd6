import { expect, test } from 'vitest';
import { textTable } from '../../cli/print.ts';

test('columns are aligned where Chinese characters take two columns each, and lines end without blanks', () => {
  const rows = [
    ['raw/内江.txt', 'held', 'no-report'],
    ['raw/a.txt', 'published', ''],
  ];
  expect(textTable(rows)).toEqual(['raw/内江.txt  held       no-report', 'raw/a.txt     published']);
});

test('no rows are no lines', () => {
  expect(textTable([])).toEqual([]);
});
