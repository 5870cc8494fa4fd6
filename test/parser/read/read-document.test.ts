import { describe, expect, it } from 'vitest';
import type { Table } from '../../../parser/read/document.ts';
import { readDocuments } from '../../../parser/read/format.ts';
import { readTextFile } from '../../../parser/read/read-text-file.ts';

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);

async function refusals(bytes: Uint8Array) {
  return (await readDocuments(bytes)).map((result) => result.reason?.code);
}

function page(body: string) {
  const [{ document }] = readTextFile(Buffer.from(`<html><head><title>年报</title></head><body>${body}</body></html>`));
  return document?.blocks ?? [];
}

const texts = (blocks: ReturnType<typeof page>) =>
  blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map((cell) => cell.text)),
  );

describe('a file is refused with a code', () => {
  it.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'empty'],
    ['a file of blanks', Buffer.from(' \n\t\n'), 'empty'],
    ['a PNG', png, 'image'],
    ['the beginning of a PDF', Buffer.from('%PDF-1.7\n'), 'damaged'],
    ['the beginning of an archive', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'damaged'],
    ['RTF with a picture alone', Buffer.from('{\\rtf1\\ansi{\\pict 89504e47}}'), 'scanned'],
    ['a RAR archive', Buffer.from('Rar!\x1a\x07'), 'unsupported-archive'],
    ['a 7z archive', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'unsupported-archive'],
    ['the beginning of a packed page', Uint8Array.of(0x1f, 0x8b, 8, 0), 'damaged'],
    ['binary junk', Uint8Array.from({ length: 512 }, (_, index) => (index * 37) % 32), 'not-text'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusals(bytes)).toEqual([code]);
  });
});

describe('reading pages', () => {
  it('makes a paragraph of each block element and joins inline ones', () => {
    expect(texts(page('<div><p>一、<b>总体</b>情况</p>本年度<br>报告</div>'))).toEqual([
      '一、总体情况',
      '本年度',
      '报告',
    ]);
  });

  it('leaves out scripts, comments and hidden elements', () => {
    const hidden =
      '<script>var a="一、假"</script><!-- 二、假 --><p style="display: none">三、假</p><p hidden>四、假</p>';
    expect(texts(page(`${hidden}<p>五、真</p>`))).toEqual(['五、真']);
  });

  it('reads through layout tables to the data table inside', () => {
    const blocks = page(
      '<table><tr><td>导航</td><td><table><tr><td>规章</td><td>1</td></tr></table></td></tr></table>',
    );
    expect(texts(blocks)).toEqual(['导航', [['规章', '1']]]);
  });

  it('joins a number split over spans and parts paragraphs of one cell', () => {
    const [table] = page(
      '<table><tr><td><p>结果</p><p>维持</p></td><td><span>2</span><span>0&nbsp;</span></td></tr></table>',
    );
    expect(texts(table === undefined ? [] : [table])).toEqual([[['结果\n维持', '20']]]);
  });

  it('places cells by their spans and keeps where each stands in the source', () => {
    const [table] = page(
      '<table><tr><td rowspan="2">(三)不予公开</td><td>1.属于国家秘密</td><td>7</td></tr>\n<tr><td>2.其他</td><td>8</td></tr></table>',
    ) as [Table];
    expect(table.rows.map((row) => row.map((cell) => [cell.row, cell.column]))).toEqual([
      [
        [1, 1],
        [1, 2],
        [1, 3],
      ],
      [
        [2, 2],
        [2, 3],
      ],
    ]);
    expect(table.rows[1]?.[1]).toMatchObject({ text: '8', line: 2 });
  });

  it('reads ten thousand nested tables without exhausting the stack', () => {
    const depth = 10_000;
    const blocks = page(`${'<table><tr><td>'.repeat(depth)}核心${'</td></tr></table>'.repeat(depth)}`);
    expect(texts(blocks)).toEqual(['核心']);
  });
});
