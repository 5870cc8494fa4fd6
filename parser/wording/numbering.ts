import { forms } from '../../schema/law/forms/forms.ts';
import { normalise } from './normalise.ts';
import { isSimilar } from './similarity.ts';

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

/** A line that begins as a numbered section does, and the number and words it has: 一、总体情况. */
export const numberedOpening = /^\s*(十?[一二三四五六七八九十])\s*[、.．，,]\s*(\S.*)$/u;

const labels = forms
  .flatMap((form) => form.tables.flatMap((table) => table.blocks.flatMap((block) => block.rows)))
  .flatMap((row) => [...row.labels, ...row.groups]);

/** Rows of the statutory tables that are numbered as sections are: 四、结转下年度继续办理. */
const numberedLabels = labels.filter((label) => numberedOpening.test(label)).map(normalise);

/** The rows' labels without their numbers. */
const bareLabels = [...new Set(labels.map((label) => normalise(label).replace(/^[\d一二三四五六七]/u, '')))];

/** Share of agreement from which a misspelt label is the label still. */
const sameLabel = 0.8;
/** A misspelt label may be so much shorter or longer in print. */
const lostCharacters = [0, 1, -1, -2];

/** Whether a line that is numbered as a section begins a row of a statutory table instead, as on the form or misspelt. */
export function isNumberedLabel(text: string): boolean {
  const line = normalise(text);
  return numberedLabels.some(
    (label) =>
      line.startsWith(label) ||
      (line.startsWith(label.charAt(0)) &&
        lostCharacters.some((more) => isSimilar(label, line.slice(0, label.length + more), sameLabel))),
  );
}

/** Whether a text without its number is the label of a row of a statutory table, as on the form or misspelt. */
export function isRowLabel(text: string): boolean {
  const printed = normalise(text);
  return bareLabels.some((label) => isSimilar(label, printed, sameLabel));
}
