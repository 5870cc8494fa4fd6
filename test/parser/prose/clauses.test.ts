import { describe, expect, it } from 'vitest';
import { clauses } from '../../../parser/prose/sentences.ts';

const of = (text: string) => clauses({ text, start: 0, continues: false });

describe('clauses', () => {
  it('end at commas and brackets, and at 、 only after a figure', () => {
    expect(
      of('收到申请2件(其中网络申请1件、信函申请1件),涉及征地、财政').map(({ text, inBrackets }) => [text, inBrackets]),
    ).toEqual([
      ['收到申请2件', false],
      ['其中网络申请1件', true],
      ['信函申请1件', true],
      ['涉及征地、财政', false],
    ]);
  });

  it('do not end inside a number', () => {
    expect(of('公开信息12,345条,办结9件').map(({ text }) => text)).toEqual(['公开信息12,345条', '办结9件']);
  });

  it('begin with the time or the means that is set off before them', () => {
    const text = '坚持公开,通过政府网站,公开信息5条';
    expect(of(text).at(-1)?.contextStart).toBe(text.indexOf('通过'));
    expect(of('2018年,我区公开信息5条').at(-1)?.contextStart).toBe(0);
    expect(of('加强领导,我区公开信息5条').at(-1)?.contextStart).toBe(5);
  });
});
