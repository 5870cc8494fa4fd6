import { describe, expect, it } from 'vitest';
import { readTextFile } from '../../../parser/read/read-text-file.ts';
import { notText } from '../../../parser/wording/figure.ts';

function read(text: string) {
  const [{ document }] = readTextFile(Buffer.from(text));
  return {
    mediaType: document?.mediaType,
    lines: document?.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')),
  };
}

describe('Markdown', () => {
  it('prints headings, emphasis, links and escapes without their marks', () => {
    const text = '# **某县年度报告**\n\n> 摘要见[网页](http://a.cn)![图](a.png)\n\n### 1\\. 情况__好__';
    expect(read(text)).toEqual({ mediaType: 'text/markdown', lines: ['某县年度报告', '摘要见网页', '1. 情况好'] });
  });

  it('keeps cells between their pipes, though a label is broken by a tag', () => {
    const text = '| 结果<br>维持 | 总计 |\n|:---:|---|\n| 1 | 1 |';
    expect(read(text)).toEqual({
      mediaType: 'text/markdown',
      lines: ['| 结果 维持 | 总计 |', '|:---:|---|', '| 1 | 1 |'],
    });
  });

  it('leaves a sign for a picture in a table, and nothing for text that is struck out', () => {
    const text = '| 规章 | ![](a.png) | ~~12~~15 |\n|---|---|---|';
    expect(read(text).lines).toEqual([`| 规章 | ${notText} | 15 |`, '|---|---|---|']);
  });

  it('is not taken for a page, nor a page or copied text for it', () => {
    expect(read('<div>\n# a\n</div>').mediaType).toBe('text/html');
    expect(read('规章 | 0 | 0\n#1 会议室').mediaType).toBe('text/plain');
  });

  it('leads to the line in the file', () => {
    const [{ document }] = readTextFile(Buffer.from('## 一、总体情况\n\n正文'));
    expect(document?.blocks).toEqual([
      { kind: 'paragraph', text: '一、总体情况', line: 1, offset: 0 },
      { kind: 'paragraph', text: '正文', line: 3, offset: 11 },
    ]);
  });
});
