import { viewOf } from '../../archive/compound-file.ts';
import type { List, ListLevel } from '../list-numbers.ts';

/** Formats of automatic numbers by their code ([MS-OSHARED] 2.2.1.3), named as ISO/IEC 29500 names them. */
const numberFormats: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

const listLength = 28;
const levelLength = 28;
const overrideLength = 16;
const overrideLevelLength = 8;
const simpleFlag = 0x01;
const levelsOfList = 9;
const legalFlag = 0x04;
const noRestartFlag = 0x08;
const levelMask = 0x0f;
const startFlag = 0x10;
const formatFlag = 0x20;

/** The lists that paragraphs refer to by their number, from 1 ([MS-DOC] 2.9.131 PlfLfo and 2.9.149 PlfLst). */
export function readDocLists(listTable: Uint8Array, overrideTable: Uint8Array): List[] {
  if (listTable.length < 2 || overrideTable.length < 4) return [];
  const lists = readListTable(listTable);
  const view = viewOf(overrideTable);
  const count = view.getUint32(0, true);
  let offset = 4 + count * overrideLength;
  const found: List[] = [];
  for (let index = 0; index < count && offset + 4 <= overrideTable.length; index += 1) {
    const head = 4 + index * overrideLength;
    const id = String(view.getInt32(head, true));
    const read = readOverrides(overrideTable, offset + 4, view.getUint8(head + 12));
    const levels = [...(lists.get(id) ?? [])];
    for (const [level, own] of read.levels) levels[level] = own;
    found.push({ counter: id, levels, restarts: read.restarts });
    offset = read.end;
  }
  return found;
}

/** Levels of each list by its identifier: the lists come first, then the levels of all of them. */
function readListTable(bytes: Uint8Array): Map<string, ListLevel[]> {
  const view = viewOf(bytes);
  const count = view.getUint16(0, true);
  const lists = new Map<string, ListLevel[]>();
  let offset = 2 + count * listLength;
  for (let index = 0; index < count; index += 1) {
    const head = 2 + index * listLength;
    const isSimple = (view.getUint8(head + 26) & simpleFlag) !== 0;
    const levels: ListLevel[] = [];
    while (levels.length < (isSimple ? 1 : levelsOfList)) {
      const { level, end } = readLevel(bytes, offset);
      levels.push(level);
      offset = end;
    }
    lists.set(String(view.getInt32(head, true)), levels);
  }
  return lists;
}

function readLevel(bytes: Uint8Array, offset: number): { level: ListLevel; end: number } {
  const view = viewOf(bytes);
  const flags = view.getUint8(offset + 5);
  const text = offset + levelLength + view.getUint8(offset + 24) + view.getUint8(offset + 25);
  const length = view.getUint16(text, true);
  const label = new TextDecoder('utf-16le').decode(bytes.subarray(text + 2, text + 2 + length * 2));
  const format = numberFormats[view.getUint8(offset + 4)] ?? 'decimal';
  const level: ListLevel = {
    start: view.getInt32(offset, true),
    format,
    label: format === 'bullet' ? [] : [...label].map((part) => (isPlaceholder(part) ? part.charCodeAt(0) : part)),
    restartsBelow: (flags & noRestartFlag) === 0 ? null : view.getUint8(offset + 26),
    isLegal: (flags & legalFlag) !== 0,
  };
  return { level, end: text + 2 + length * 2 };
}

/** In a label the characters 0 to 8 stand for the numbers of levels. */
function isPlaceholder(part: string): boolean {
  return part.charCodeAt(0) < levelsOfList;
}

function readOverrides(bytes: Uint8Array, offset: number, count: number) {
  const view = viewOf(bytes);
  const levels = new Map<number, ListLevel>();
  const restarts = new Map<number, number>();
  let end = offset;
  for (let index = 0; index < count; index += 1) {
    const flags = view.getUint32(end + 4, true);
    const level = flags & levelMask;
    if ((flags & startFlag) !== 0 && (flags & formatFlag) === 0) restarts.set(level, view.getInt32(end, true));
    end += overrideLevelLength;
    if ((flags & formatFlag) === 0) continue;
    const own = readLevel(bytes, end);
    levels.set(level, own.level);
    if ((flags & startFlag) !== 0) restarts.set(level, own.level.start);
    end = own.end;
  }
  return { levels, restarts, end };
}
