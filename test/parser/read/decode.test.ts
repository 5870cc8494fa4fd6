import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../parser/read/decode.ts';
import { encodeBig5 } from '../../support/big5.ts';
import { encodeGb18030 } from '../../support/gb18030.ts';

const title = '自贡市贡井区人民政府2018年度政府信息公开工作年度报告';
const sample = readFileSync('samples/gongjing-2018.txt');

describe('decode', () => {
  it('reads a real report in UTF-8 and names the encoding', () => {
    const decoded = decode(sample);
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.text.split('\n')[0]).toBe(title);
  });

  it('reads the same report from GB18030 bytes without a label', () => {
    const decoded = decode(encodeGb18030(sample.toString('utf8')));
    expect(decoded.encoding).toBe('gb18030');
    expect(decoded.text).toBe(sample.toString('utf8'));
  });

  it.each(['gb2312', 'GBK', '"big5"', 'iso-8859-1'])('is not misled by the label %s on UTF-8 bytes', (label) => {
    const page = `<meta http-equiv="Content-Type" content="text/html; charset=${label}"><p>${title}</p>`;
    expect(decode(Buffer.from(page))).toEqual({ encoding: 'utf-8', text: page });
  });

  it('reads GB18030 bytes that are labelled UTF-8', () => {
    const page = `<meta charset="utf-8"><p>${title}</p>`;
    expect(decode(encodeGb18030(page))).toEqual({ encoding: 'gb18030', text: page });
  });

  it.each(['big5', 'gb2312', 'utf-8'])('tells Big5 from GB18030 by its characters under the label %s', (label) => {
    const page = `<meta charset="${label}"><p>自貢市貢井區人民政府2018年度政府信息公開工作年度報告</p>`;
    expect(decode(encodeBig5(page))).toEqual({ encoding: 'big5', text: page });
    expect(decode(encodeGb18030(page))).toEqual({ encoding: 'gb18030', text: page });
  });

  it('reads UTF-16 with and without its byte order mark', () => {
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(title, 'utf16le')]);
    expect(decode(marked)).toEqual({ encoding: 'utf-16le', text: title });
    expect(decode(Buffer.from(`<p>${title}</p>`, 'utf16le')).encoding).toBe('utf-16le');
  });

  it('drops a byte order mark and makes every line end one', () => {
    expect(decode(Buffer.from('\uFEFF规章\r\n1\r2\n', 'utf8')).text).toBe('规章\n1\n2\n');
  });

  it('keeps UTF-8 for a file that was cut inside its last character', () => {
    const cut = sample.subarray(0, 1000);
    expect(cut.toString('utf8').at(-1)).toBe('\uFFFD');
    expect(decode(cut).encoding).toBe('utf-8');
  });
});
