import { describe, expect, it } from 'vitest';
import { alignedText } from '../../../parser/prose/aligned-text.ts';

describe('alignedText', () => {
  it('drops blanks, folds full-width signs, and leads back to the printed text', () => {
    const printed = '　公开 信息（ 共 ５６ 条）';
    const { text, at } = alignedText(printed);
    expect(text).toBe('公开信息(共56条)');
    expect(printed.slice(at[text.indexOf('5')], (at[text.indexOf('条')] ?? 0) + 1)).toBe('５６ 条');
  });

  it('drops bracketed remarks without a figure and keeps those with one', () => {
    expect(alignedText('公开信息(含规范性文件)56条(其中网站5条)').text).toBe('公开信息56条(其中网站5条)');
  });

  it('blanks out names and numbers of documents', () => {
    expect(alignedText('印发《2017年要点》(川办发〔2017〕57号)等').text).toBe('印发_________(川办发______57号)等');
  });

  it('keeps figures apart that blanks or tabs part', () => {
    expect(alignedText('总计 12  5\t0').text).toBe('总计12|5|0');
  });
});
