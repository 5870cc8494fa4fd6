import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../../../parser/read/format.ts';
import { buildDocx } from '../../../support/build-docx.ts';
import { encodeGb18030 } from '../../../support/gb18030.ts';
import { refusalsOf } from '../../../support/printed-blocks.ts';
import { writeZip } from '../../../support/write-zip.ts';

const page = '<p>年度报告</p>';
const megabyte = 1024 * 1024;

describe('an archive', () => {
  it('gives a result for each file, by its path, names in GBK or UTF-8', async () => {
    const archive = writeZip([
      { name: encodeGb18030('附件/甲.html'), content: page },
      { name: '乙.txt', content: '文字' },
    ]);
    const results = await readDocuments(archive);
    expect(results.map(({ member, mediaType }) => [member, mediaType])).toEqual([
      ['附件/甲.html', 'text/html'],
      ['乙.txt', 'text/plain'],
    ]);
  });

  it('reads documents that are packages themselves', async () => {
    const docx = buildDocx({ body: '<w:p><w:r><w:t>报告</w:t></w:r></w:p>' });
    const [result] = await readDocuments(writeZip([{ name: 'a.docx', content: docx }]));
    expect(result?.document?.blocks).toMatchObject([{ text: '报告' }]);
  });

  it('leaves out what desktops put into archives', async () => {
    const archive = writeZip([
      { name: '__MACOSX/._a.html', content: 'x' },
      { name: 'a/.DS_Store', content: 'x' },
      { name: 'Thumbs.db', content: 'x' },
      { name: 'a/', content: '' },
      { name: 'a/b.html', content: page },
    ]);
    expect((await readDocuments(archive)).map(({ member }) => member)).toEqual(['a/b.html']);
  });

  it('refuses the bad file alone, and says why', async () => {
    const archive = writeZip([
      { name: 'locked.html', content: page, encrypted: true },
      { name: 'inner.zip', content: writeZip([{ name: 'a.html', content: page }]) },
      { name: 'empty.txt', content: '' },
      { name: 'good.html', content: page },
    ]);
    expect(await refusalsOf(archive)).toEqual(['encrypted', 'nested-archive', 'empty', null]);
  });

  it('is refused whole when there is nothing in it, or when it is another kind of package, each for its own reason', async () => {
    expect(await refusalsOf(writeZip([{ name: 'a/', content: '' }]))).toEqual(['archive-empty']);
    const slides = 'application/vnd.oasis.opendocument.presentation';
    expect(await refusalsOf(writeZip([{ name: 'mimetype', content: slides }]))).toEqual(['unsupported-format']);
  });
});

describe('a damaged archive is refused', () => {
  const archive = writeZip([{ name: 'a.html', content: page.repeat(50) }]);

  it('when it is cut off', async () => {
    expect(await refusalsOf(archive.subarray(0, archive.length - 30))).toEqual(['damaged']);
  });

  it('when the content is not what its checksum says', async () => {
    const changed = Uint8Array.from(archive);
    changed[30 + 6 + 4] = (changed[30 + 6 + 4] ?? 0) ^ 0xff;
    expect(await refusalsOf(changed)).toEqual(['damaged']);
  });

  it('when its directory points out of the file', async () => {
    const changed = Buffer.from(archive);
    changed.writeUInt32LE(0x7fffffff, changed.length - 6);
    expect(await refusalsOf(changed)).toEqual(['damaged']);
  });
});

describe('an archive that would unpack without end is refused', () => {
  it('when a file in it is hundreds of times its packed size', async () => {
    const bomb = writeZip([{ name: 'a.txt', content: new Uint8Array(64 * megabyte) }]);
    expect(bomb.length).toBeLessThan(megabyte);
    expect(await refusalsOf(bomb)).toEqual(['archive-too-large']);
  });

  it('when many files are so together, and even when each lies about its size', async () => {
    const zeros = new Uint8Array(3 * megabyte);
    const bomb = Buffer.from(
      writeZip(Array.from({ length: 20 }, (_, index) => ({ name: `${index}.txt`, content: zeros }))),
    );
    for (let at = bomb.indexOf('504b0102', 0, 'hex'); at >= 0; at = bomb.indexOf('504b0102', at + 1, 'hex'))
      bomb.writeUInt32LE(1, at + 24);
    const reasons = await refusalsOf(bomb);
    expect(reasons[0]).toBe('not-text');
    expect(reasons.at(-1)).toBe('archive-too-large');
  });

  it('when a document in it is one', async () => {
    const docx = buildDocx({ body: `<w:p>${' '.repeat(40 * megabyte)}</w:p>` });
    expect(await refusalsOf(docx)).toEqual(['archive-too-large']);
    expect(await refusalsOf(writeZip([{ name: 'a.docx', content: docx }]))).toEqual(['archive-too-large']);
  });

  it('when it has more files than any publication', async () => {
    const many = writeZip(Array.from({ length: 5001 }, (_, index) => ({ name: `${index}.txt`, content: '' })));
    expect(await refusalsOf(many)).toEqual(['archive-too-large']);
  });
});

describe('a DOCX is refused as damaged', () => {
  it.each<[string, string]>([
    ['when its XML is cut off', '<w:p><w:r>'],
    ['when it is nested beyond all documents', '<w:p>'.repeat(5000) + '</w:p>'.repeat(5000)],
    ['when it uses an entity of its own', '<w:p>&lol;</w:p>'],
  ])('%s', async (_, body) => {
    expect(await refusalsOf(buildDocx({ body }))).toEqual(['damaged']);
  });
});
