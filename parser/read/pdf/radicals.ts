/**
 * Radicals of the supplement block (U+2E80–2EFF) that look like a character in use, and that character. Programs that
 * print from a browser or on a Mac name some glyphs by the radical; Unicode itself folds only the block of Kangxi radicals.
 */
const radicals: Readonly<Record<string, string>> = {
  '⺟': '母',
  '⺠': '民',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
};

const kangxi = /[\u2F00-\u2FD5]/gu;
const supplement = /[\u2E80-\u2EFF]/gu;

/** Text as it was typed: a character for each radical that stands for one. Digits and signs are left as printed. */
export function withoutRadicals(text: string): string {
  return text
    .replace(kangxi, (radical) => radical.normalize('NFKC'))
    .replace(supplement, (radical) => radicals[radical] ?? radical);
}
