import type { CellKind } from '../../schema/law/forms/form.ts';
import type { CellState } from '../../schema/record/cell.ts';
import { seen } from './normalise.ts';

/**
 * Marks that lead from a figure to a note: 10345¹, 10345①, 10345[1], 10345*. They are printed and no part of the figure. Readers write
 * what a document sets above the line in the characters that Unicode has for it, so that every stage sees that it is no digit.
 */

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = '₀-₉';
const raised = '⁰¹²³⁴-⁹';
const enclosed = '\u2460-\u249B\u24EA-\u24FF\u2776-\u2793\u3251-\u325F\u32B1-\u32BF';
const marks = String.raw`(?:[${raised}${lowered}]+|[${enclosed}]|[*＊※†‡]+|[\[［〔][\d${raised}]{1,2}[\]］〕])`;
const marksAfterFigure = new RegExp(String.raw`(?<=[\p{Nd}%）)元件条项次个人])\s*${marks}+\s*$`, 'u');
const marksBeforeFigure = new RegExp(String.raw`^\s*${marks}+(?=\s*[-+−]?\p{Nd}+(?:[.．,，]\p{Nd}+)*\s*$)`, 'u');
const markCharacter = new RegExp(`[${raised}${lowered}${enclosed}]`, 'u');
const markCharacters = new RegExp(markCharacter, 'gu');
const anyMark = new RegExp(`[${raised}${lowered}${enclosed}*＊※†‡\\]］〕]`, 'u');

/** A text that is set above or below the line, as marks that lead to notes are: its digits as raised ones. */
export function setOffText(text: string): string {
  return text.replace(/\d/g, (digit) => raisedDigits[Number(digit)] ?? digit);
}

/** Whether a character is a digit that is set above or below the line, or in a circle: never a digit of a figure. */
export function isMarkCharacter(character: string): boolean {
  return markCharacter.test(character);
}

/**
 * Stands for what is printed and is no text: a picture, a drawing, a formula, an embedded object. Readers write it where such a thing
 * stands in a cell, which is then neither blank nor a figure; and a mark that leads from no figure is as little a digit.
 */
export const notText = '\uFFFC';
const everyNotText = new RegExp(notText, 'g');

/** The words of a text in which something other than text may stand. */
export function wordsOf(text: string): string {
  return text.includes(notText) ? text.replace(everyNotText, '') : text;
}

/** The text of a cell: a picture beside words, as of a label, adds nothing to them; alone or beside a figure it may be part of one. */
export function cellWords(text: string): string {
  const words = wordsOf(text);
  return words.trim() === '' || isFigureLike(words) ? text : words;
}

/** A text in the colour of paper, which is seen only where its background is another: whether its digits are seen is not known. */
export function faintText(text: string): string {
  return text.replace(/\p{Nd}+/gu, notText);
}

/** A printed figure without the marks before and after it. Other marks are no digits either. */
function withoutNoteMarks(printed: string): string {
  if (!anyMark.test(printed)) return printed;
  return printed.replace(marksAfterFigure, '').replace(marksBeforeFigure, '').replace(markCharacters, notText);
}

/** A printed figure read: its value in the cell's unit (amounts in yuan), and whether it names its own unit. */
export interface Figure {
  readonly state: CellState;
  readonly value: number | null;
  readonly unitPrinted: boolean;
}

/** Marks printed where a figure does not apply. */
const notApplicableMarks = new Set(['/', '\\', '-', '--', '---', '—', '——', '–', '无', '不涉及', '不适用']);

/** Words and signs of a change: the form says 本年增/减, agencies print 减12, 增加5, ↑3, -8. */
const decreases = /^(?:减少|减|↓|-|−)/;
const increases = /^(?:增加|增|↑|\+)/;

/** Most cells are plain digits, and most labels have none: a cheap look before the costly one. */
const digitsAlone = /^\d+$/;
const numeric = /[\p{N}\p{So}]/u;

const digits = String.raw`\d+(?:\.\d+)?`;
const countPattern = new RegExp(`^([+-]?${digits})(?:件|条|项|个|次|人次|人|部)?$`);
const amountPattern = new RegExp(`^(-?${digits})(?:\\(?(亿元|万元|元)\\)?)?$`);

/** Powers of ten of the money units, as exponents: exact in decimal, where multiplying a double is not. */
export const moneyExponents: Readonly<Record<string, number>> = { 元: 0, 万元: 4, 亿元: 8 };

const blank: Figure = { state: 'blank', value: null, unitPrinted: false };
const notApplicable: Figure = { state: 'notApplicable', value: null, unitPrinted: false };
const unreadable: Figure = { state: 'unreadable', value: null, unitPrinted: false };

/**
 * Reads one printed cell of the given kind. `headerUnit` is the money unit that the column's heading names.
 * Full-width digits, thousands separators and trailing units are understood; digits parted by blanks are not joined.
 */
export function readFigure(raw: string, kind: CellKind, headerUnit: string | null = null): Figure {
  const text = compact(raw);
  if (text === '') return blank;
  if (notApplicableMarks.has(text)) return notApplicable;
  if (kind === 'amount') return readAmount(text, headerUnit);
  return kind === 'change' ? readChange(text) : readCount(text);
}

/** Whether a token of flattened text can stand in a figure's place. */
export function isFigureLike(raw: string): boolean {
  if (digitsAlone.test(raw)) return true;
  if (!numeric.test(raw)) return notApplicableMarks.has(raw.normalize('NFKC').replace(/\s+/g, ''));
  const text = compact(raw);
  if (notApplicableMarks.has(text)) return true;
  return [readCount(text), readChange(text), readAmount(text, null)].some((figure) => figure.state === 'number');
}

/** Markdown marks a sign that begins a line so, that it is no list: \\-9. */
const escapedSign = /\\(?=[-+*.])/gu;

/** Marks that lead to notes go. NFKC folds full-width digits and signs; blanks between groups of three digits are thousands separators. */
function compact(raw: string): string {
  if (digitsAlone.test(raw)) return raw;
  return seen(withoutNoteMarks(raw).normalize('NFKC'))
    .trim()
    .replace(escapedSign, '')
    .replace(/(?<=\d)[,，](?=\d{3}(?!\d))/g, '')
    .replace(
      /(?<=^|\D)(\d{1,3})((?:\s\d{3})+)(?!\d)/g,
      (_, head: string, rest: string) => head + rest.replace(/\s/g, ''),
    )
    .replace(/\s+(?=\D)|(?<=\D)\s+/g, '');
}

function readCount(text: string): Figure {
  const printed = countPattern.exec(text)?.[1];
  return printed === undefined ? unreadable : number(Number(printed), false);
}

function readChange(text: string): Figure {
  const sign = decreases.test(text) ? -1 : 1;
  const size = readCount(text.replace(sign < 0 ? decreases : increases, ''));
  if (size.value === null || size.value < 0) return unreadable;
  return number(size.value === 0 ? 0 : sign * size.value, false);
}

function readAmount(text: string, headerUnit: string | null): Figure {
  const match = amountPattern.exec(text);
  if (match?.[1] === undefined) return unreadable;
  const exponent = moneyExponents[match[2] ?? headerUnit ?? '元'] ?? 0;
  return number(Number(`${match[1]}e${exponent}`), match[2] !== undefined);
}

function number(value: number, unitPrinted: boolean): Figure {
  return { state: 'number', value, unitPrinted };
}
