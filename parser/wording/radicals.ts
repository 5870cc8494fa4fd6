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
/** Ideographs that other standards encode twice; all that stand for one of the same length in UTF-16. */
const compatible = /[\uF900-\uFAFF]/gu;
const any = /[\u2E80-\u2FD5\uF900-\uFAFF]/u;

/**
 * Text as it was typed: a character for each radical, and each ideograph of compatibility, that stands for one. Every reader calls it
 * where its text becomes text, so that no stage meets them; the length stays the same. Digits and signs are left as printed.
 */
export function withoutRadicals(text: string): string {
  if (!any.test(text)) return text;
  return text
    .replace(kangxi, (radical) => radical.normalize('NFKC'))
    .replace(supplement, (radical) => radicals[radical] ?? radical)
    .replace(compatible, (ideograph) => {
      const unified = ideograph.normalize('NFKC');
      return unified.length === 1 ? unified : ideograph;
    });
}
