import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { onOneLine, printable, textTable } from '../../cli/print.ts';

test('what a terminal would obey is written out, and other text is not touched', () => {
  expect(printable('raw/\u001b[2J\u009b31m\u202efdp.exe\r\u007f')).toBe(
    'raw/\\u001b[2J\\u009b31m\\u202efdp.exe\\u000d\\u007f',
  );
  expect(printable('内江市\t年报\n😀')).toBe('内江市\t年报\n😀');
});

test('JSON with such characters written out means the same', () => {
  const value = { key: 'raw/\u001b\u009b\u007f\u2028' };
  expect(JSON.parse(printable(JSON.stringify(value)))).toEqual(value);
});

test('a cell of a table cannot make lines of its own', () => {
  expect(textTable([['key', 'a\nDead letters  none\tb']])).toEqual(['key  a\\nDead letters  none\\tb']);
  expect(onOneLine('a\nb')).toBe('a\\nb');
});

test('no command prints to a terminal past these functions', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'gongkai-print-')), 'query\u001b[2J.graphql');
  writeFileSync(file, '{');
  const answer = spawnSync(process.execPath, ['cli/gongkai.ts', 'query', file, '--graphql', 'http://127.0.0.1:1/'], {
    encoding: 'utf8',
  });
  expect(answer.stderr + answer.stdout).not.toContain('\u001b[2J');
  expect(answer.status).not.toBe(0);
});
