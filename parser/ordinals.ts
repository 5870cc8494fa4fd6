const digits = '一二三四五六七八九';
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI'];

/** A printed number of a section or item: 一, 十二, 二十二, Ⅳ, 12. Null for anything else. */
export function ordinalOf(printed: string): number | null {
  const text = printed.normalize('NFKC');
  if (/^\d{1,3}$/u.test(text)) return Number(text);
  const roman = romans.indexOf(text.toUpperCase());
  return roman < 0 ? chineseOrdinal(text) : roman + 1;
}

function chineseOrdinal(text: string): number | null {
  const match = /^([二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/u.exec(text);
  if (match === null || text === '') return null;
  const [, tens = '', ten = '', ones = ''] = match;
  if (ten === '') return tens !== '' && ones !== '' ? null : digits.indexOf(tens + ones) + 1;
  return (tens === '' ? 1 : digits.indexOf(tens) + 1) * 10 + digits.indexOf(ones === '' ? '-' : ones) + 1;
}
