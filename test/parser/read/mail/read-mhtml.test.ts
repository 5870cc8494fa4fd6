import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../../../parser/read/format.ts';
import { encodeGb18030 } from '../../../support/gb18030.ts';
import { printedBlocks, refusalsOf } from '../../../support/printed-blocks.ts';

const top = (type: string) => `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n`;
const part = (type: string, encoding: string, body: string) =>
  `--B\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`;
const message = (...parts: string[]) =>
  Buffer.from(`${top('multipart/related; boundary="B"')}\r\n${parts.join('')}--B--\r\n`);
const quoted = (bytes: Uint8Array) =>
  [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

describe('a page saved in one file', () => {
  it('is read in its own charset, quoted and broken over lines', async () => {
    const page = quoted(encodeGb18030('<p>年度报告</p><table><tr><td>规章</td><td>12</td></tr></table>'));
    const file = message(part('text/html; charset=gb2312', 'quoted-printable', page.replace(/(.{60})/g, '$1=\r\n')));
    expect(await printedBlocks(file)).toEqual(['年度报告', [['规章', '12']]]);
    expect((await readDocuments(file))[0]).toMatchObject({
      mediaType: 'multipart/related',
      document: { encoding: 'gb18030' },
    });
  });

  it('is read with the pages framed in it, and without pictures and styles', async () => {
    const file = message(
      part('text/html', 'base64', Buffer.from('<p>正文</p>').toString('base64')),
      part('image/gif', 'base64', 'R0lGODlh'),
      part('text/css', '8bit', 'p { color: red }'),
      part('text/html', '8bit', '<p>框架内</p>'),
    );
    expect(await printedBlocks(file)).toEqual(['正文', '框架内']);
  });

  it('may stand in a container within the container, or alone', async () => {
    const inner =
      'multipart/alternative;\r\n boundary=C\r\n\r\n--C\r\nContent-Type: text/html\r\n\r\n<p>内层</p>\r\n--C--';
    expect(await printedBlocks(message(`--B\r\nContent-Type: ${inner}\r\n`))).toEqual(['内层']);
    expect(await printedBlocks(Buffer.from(`${top('text/html')}\r\n<p>单页</p>`))).toEqual(['单页']);
  });

  it('is refused when no page is in it', async () => {
    expect(await refusalsOf(message(part('text/css', '8bit', 'p {}')))).toEqual(['no-report']);
  });

  it('is told by its header, so that text which speaks of one is text', async () => {
    const [result] = await readDocuments(Buffer.from('说明\nMIME-Version: 1.0\nContent-Type: multipart/related\n'));
    expect(result?.mediaType).toBe('text/plain');
  });
});
