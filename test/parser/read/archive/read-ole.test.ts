import { readFileSync } from 'node:fs';
import { CFB } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { refusalsOf } from '../../../support/printed-blocks.ts';

const word = readFileSync('test/corpus/county-2022-doc/source.doc');
/** The head of a Word document begins with these bytes. */
const head = word.indexOf('eca5', 0, 'hex');

/** The document with one number of its head changed. */
function changed(at: number, value: number): Uint8Array {
  const copy = Buffer.from(word);
  copy.writeUInt16LE(value, head + at);
  return copy;
}

function compoundFile(stream: string): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, `/${stream}`, Buffer.from('content'));
  return CFB.write(file, { type: 'buffer' });
}

describe('a compound file is refused', () => {
  it.each<[string, Uint8Array, string]>([
    ['when Word locked it by a password', changed(0x0a, word.readUInt16LE(head + 0x0a) | 0x0100), 'encrypted'],
    ['when it is a package locked by a password', compoundFile('EncryptedPackage'), 'encrypted'],
    ['when Word 95 or older wrote it', changed(2, 0x68), 'unsupported-format'],
    ['when it is no document of text or tables', compoundFile('PowerPoint Document'), 'unsupported-format'],
    ['when only its beginning is there', word.subarray(0, 4096), 'damaged'],
    ['when only its signature is there', word.subarray(0, 8), 'damaged'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalsOf(bytes)).toEqual([code]);
  });
});

describe('a compound file', () => {
  it('is told by the streams of its top folder, not by what is embedded below', async () => {
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(file, '/ObjectPool/_1/WordDocument', Buffer.from('content'));
    expect(await refusalsOf(CFB.write(file, { type: 'buffer' }))).toEqual(['unsupported-format']);
  });

  it('is read from bytes of any view, as they come from a store', async () => {
    const embedded = new Uint8Array(word.length + 7);
    embedded.set(word, 7);
    expect(await refusalsOf(embedded.subarray(7))).toEqual([null]);
  });

  it('whose chain of sectors runs in a circle is refused', async () => {
    const copy = Buffer.from(word);
    const firstTable = (copy.readUInt32LE(76) + 1) * 512;
    const directory = copy.readUInt32LE(48);
    copy.writeUInt32LE(directory, firstTable + directory * 4);
    expect(await refusalsOf(copy)).toEqual(['damaged']);
  });
});
