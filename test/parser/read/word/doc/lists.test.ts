import { expect, test } from 'vitest';
import { readDocLists } from '../../../../../parser/read/word/doc/lists.ts';

/** A level as [MS-DOC] 2.9.150 lays it out: 28 bytes, no properties, then its label in UTF-16 with the length before it. */
function level(start: number, format: number, label: string): Buffer {
  const fixed = Buffer.alloc(28);
  fixed.writeInt32LE(start, 0);
  fixed.writeUInt8(format, 4);
  const length = Buffer.alloc(2);
  length.writeUInt16LE(label.length);
  return Buffer.concat([fixed, length, Buffer.from(label, 'utf16le')]);
}

/** A list's own 28 bytes ([MS-DOC] 2.9.147): its identifier, and whether it has one level or nine. */
function list(id: number, isSimple: boolean): Buffer {
  const bytes = Buffer.alloc(28);
  bytes.writeInt32LE(id, 0);
  bytes.writeUInt8(isSimple ? 1 : 0, 26);
  return bytes;
}

/** An override that changes nothing of its list ([MS-DOC] 2.9.131). */
function unchanged(id: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(id, 0);
  return bytes;
}

const listCount = Buffer.from([2, 0]);
const overrideCount = Buffer.from([2, 0, 0, 0]);
const noLevels = Buffer.alloc(4, 0xff);

test('a list of one level is followed by the levels of the next', () => {
  const nine = Array.from({ length: 9 }, (_, index) => level(index + 1, 37, `${String.fromCharCode(index)}、`));
  const lists = readDocLists(
    Buffer.concat([listCount, list(7, true), list(9, false), level(3, 0, '\u0000.'), ...nine]),
    Buffer.concat([overrideCount, unchanged(9), unchanged(7), noLevels, noLevels]),
  );
  const usual = { restartsBelow: null, isLegal: false };
  const many = Array.from({ length: 9 }, (_, index) => ({
    ...{ start: index + 1, format: 'chineseCounting', label: [index, '、'] },
    ...usual,
  }));
  const one = [{ start: 3, format: 'decimal', label: [0, '.'], ...usual }];
  expect(lists.map(({ levels }) => levels)).toEqual([many, one]);
});
