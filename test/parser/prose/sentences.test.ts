import { describe, expect, it } from 'vitest';
import { sentences } from '../../../parser/prose/sentences.ts';

describe('sentences', () => {
  it('end at full stops, and at a point after a word but not in a number or an address', () => {
    const text = '1.主动公开。围绕公开内容.2020年公开1.2万条。见www.gzqz.gov.cn';
    expect(sentences(text).map((sentence) => sentence.text)).toEqual([
      '1.主动公开',
      '围绕公开内容',
      '2020年公开1.2万条',
      '见www.gzqz.gov.cn',
    ]);
  });

  it('are not made of what is too long for one', () => {
    expect(sentences(`${'公开'.repeat(2000)}。办结9件`).map((sentence) => sentence.text)).toEqual(['办结9件']);
  });

  it('go on after a semicolon and where they begin with 其中', () => {
    expect(sentences('收到申请9件;办结9件。其中,网络申请3件。答复9件').map(({ continues }) => continues)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
