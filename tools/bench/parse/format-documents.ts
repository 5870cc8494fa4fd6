import { readdirSync, readFileSync } from 'node:fs';
import { readTextFile } from '../../../parser/read/read-text-file.ts';
import { asPage } from '../../../test/support/as-page.ts';
import { corpusCases } from '../../../test/support/corpus.ts';

/** Formats by the names of the corpus's cases. */
const formats: Readonly<Record<string, RegExp>> = {
  html: /-(?:page|html)$/,
  txt: /-text$/,
  markdown: /-markdown$/,
  docx: /-docx$/,
  doc: /-doc$/,
  rtf: /-rtf$/,
  odt: /-(?:odt|fodt)$/,
  pdf: /-pdf$/,
  xlsx: /-xlsx$/,
  xls: /-xls$/,
  ods: /-ods$/,
  csv: /-csv$/,
  mhtml: /-mhtml$/,
  zip: /-zip$/,
};

export const formatNames = Object.keys(formats);

/** Documents of one format: those of the corpus whose name says so, and the samples as text and as pages. */
export function documentsOf(format: string): Uint8Array[] {
  const pattern = formats[format];
  const cases = corpusCases().filter(({ name }) => pattern?.test(name));
  return [...cases.map(({ bytes }) => bytes), ...samplesAs(format)];
}

function samplesAs(format: string): Uint8Array[] {
  const samples = readdirSync('samples').map((name) => readFileSync(`samples/${name}`));
  if (format === 'txt') return samples;
  if (format !== 'html') return [];
  return samples.map((bytes) => Buffer.from(asPage(readTextFile(bytes)[0].document?.blocks ?? [])));
}
