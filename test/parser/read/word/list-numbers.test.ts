import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../../parser/read/word/list-numbers.ts';

describe('an automatic number is written', () => {
  it.each<[number, string, string]>([
    [1, 'decimal', '1'],
    [7, 'decimalZero', '07'],
    [12, 'decimalFullWidth', '１２'],
    [3, 'chineseCounting', '三'],
    [10, 'chineseCountingThousand', '十'],
    [11, 'japaneseCounting', '十一'],
    [21, 'chineseCountingThousand', '二十一'],
    [105, 'chineseCountingThousand', '一百零五'],
    [110, 'chineseCountingThousand', '一百一十'],
    [20, 'ideographDigital', '二〇'],
    [12, 'chineseLegalSimplified', '壹拾贰'],
    [2, 'ideographTraditional', '乙'],
    [3, 'decimalEnclosedCircle', '③'],
    [2, 'decimalEnclosedParen', '⑵'],
    [27, 'lowerLetter', 'aa'],
    [4, 'upperRoman', 'IV'],
    [9, 'lowerRoman', 'ix'],
    [5, 'bullet', ''],
    [5, 'a format of the future', '5'],
    [0, 'chineseCounting', '0'],
    [123_456, 'upperRoman', '123456'],
  ])('%i as %s: %s', (value, format, written) => {
    expect(formatNumber(value, format)).toBe(written);
  });
});
