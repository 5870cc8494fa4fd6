import type { Column, Field } from '../../../schema/record/exports/column.ts';
import type { Lines, Piece, Pieces } from './piece.ts';

/** Most rows of a workbook: programs open no longer one, and its ZIP would outgrow what it may have without another kind of directory. */
export const mostSheetRows = 100_000;

/** A day on which nothing happens: the same lines make the same bytes. */
const writtenOn = new Date(1980, 0, 1);

/**
 * An Office Open XML workbook (ECMA-376) with two sheets: the lines, below a row of Chinese titles and a row of the names that other
 * formats have, and what every column means. Written row by row; texts stand in their cells, so that no table of them has to be kept.
 */
export async function* writeXlsx<Line>(columns: readonly Column<Line>[], lines: Lines<Line>): Pieces {
  const { Zip, ZipDeflate } = await import('fflate');
  let done: Piece[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, bytes) => {
    failure ??= error;
    done.push(bytes);
  });
  const take = () => {
    if (failure !== null) throw failure;
    const taken = done;
    done = [];
    return taken;
  };
  const open = (path: string) => {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = writtenOn;
    zip.add(file);
    return file;
  };
  const put = (path: string, text: string) => open(path).push(Buffer.from(text), true);

  for (const [path, text] of Object.entries(parts)) put(path, text);
  put('xl/worksheets/sheet2.xml', sheetText(codebookRows(columns)));
  const sheet = open('xl/worksheets/sheet1.xml');
  sheet.push(Buffer.from(sheetHead), false);
  let row = 1;
  const rowBytes = (fields: readonly Field[]) => Buffer.from(rowText(row++, fields));
  sheet.push(rowBytes(columns.map(({ title }) => title.zh)), false);
  sheet.push(rowBytes(columns.map(({ name }) => name)), false);
  yield* take();
  for await (const some of lines) {
    for (const line of some) sheet.push(rowBytes(columns.map(({ field }) => field(line))), false);
    yield* take();
  }
  sheet.push(Buffer.from(sheetEnd), true);
  zip.end();
  yield* take();
}

function codebookRows<Line>(columns: readonly Column<Line>[]): Field[][] {
  const head = ['名称 / name', '中文', 'English', '说明', 'Note'];
  return [
    head,
    ...columns.map(({ name, title, note }) => [name, title.zh, title.en, note?.zh ?? null, note?.en ?? null]),
  ];
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const typePrefix = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Two rows of heads stay in sight. */
const sheetHead = `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
const sheetEnd = '</sheetData></worksheet>';

function sheetText(rows: readonly (readonly Field[])[]): string {
  const body = rows.map((fields, index) => rowText(index + 1, fields)).join('');
  return `${xml}<worksheet xmlns="${main}"><sheetData>${body}${sheetEnd}`;
}

/** The parts of the workbook beside its sheets. */
const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${xml}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${typePrefix}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${typePrefix}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${typePrefix}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets><sheet name="panel" sheetId="1" r:id="rId1"/><sheet name="说明" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${officeRelations}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
};

function rowText(row: number, fields: readonly Field[]): string {
  return `<row r="${row}">${fields.map((field, index) => cellText(`${columnLetters(index)}${row}`, field)).join('')}</row>`;
}

function cellText(at: string, field: Field): string {
  switch (typeof field) {
    case 'number':
      return `<c r="${at}"><v>${field}</v></c>`;
    case 'boolean':
      return `<c r="${at}" t="b"><v>${Number(field)}</v></c>`;
    case 'string':
      return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(field)}</t></is></c>`;
    default:
      return '';
  }
}

const letters: string[] = [];

/** A, B, … Z, AA, AB: names of columns from 0. */
function columnLetters(index: number): string {
  letters[index] ??=
    (index < alphabet ? '' : columnLetters(Math.floor(index / alphabet) - 1)) +
    String.fromCharCode('A'.charCodeAt(0) + (index % alphabet));
  return letters[index];
}

const alphabet = 26;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What XML 1.0 cannot hold in any spelling: most control characters, halves of surrogate pairs. */
const noCharacter = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A cell holds so many characters at most. */
const longestCell = 32_767;

function escaped(text: string): string {
  return text
    .slice(0, longestCell)
    .replace(noCharacter, '\u{FFFD}')
    .replace(/[&<>]/g, (mark) => entities[mark] ?? mark);
}
