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

/** A text that is set above the line, its digits as raised ones. */
export function raisedText(text: string): string {
  return text.replace(/\d/g, (digit) => raisedDigits[Number(digit)] ?? digit);
}

/** Whether a character is a digit that is set above or below the line, or in a circle: never a digit of a figure. */
export function isMarkCharacter(character: string): boolean {
  return markCharacter.test(character);
}

/** Stands for a mark that leads from no figure, so that folding compatibility forms cannot make a digit of it. */
const noDigit = '\uFFFC';

/** A printed figure without the marks before and after it. Other marks are no digits either. */
export function withoutNoteMarks(printed: string): string {
  if (!anyMark.test(printed)) return printed;
  return printed.replace(marksAfterFigure, '').replace(marksBeforeFigure, '').replace(markCharacters, noDigit);
}
