import { partBeside, partNamed } from '../archive/relationships.ts';
import type { Archive } from '../archive/zip-archive.ts';
import { decode } from '../decode.ts';
import { type OdfStyles, readOdfStyles } from '../word/odt/styles.ts';
import { childOf, elementAt, elementsOf, parseXml, textOf, type XmlElement } from '../xml.ts';
import { addCell, columnNumber, isStruckFont, isWhiteFont } from './cells.ts';
import { hidingFormats, withConditional } from './conditional-formats.ts';
import type { CellSet, SheetLook } from './sheet.ts';

/** Cells that one drawing may lie over: beyond any table. */
const mostRows = 200;
const mostColumns = 50;
/** Drawings of a sheet that are looked at. */
const mostDrawings = 1000;

/**
 * By the name of each sheet of a workbook in a package (ISO/IEC 29500, 18.3 and 20.5): what it shows otherwise than the library tells. A
 * binary workbook (XLSB) does not tell.
 */
export function xlsxLooks(archive: Archive, workbook: string): ReadonlyMap<string, SheetLook> {
  const xml = archive.read(workbook);
  const sheets = xml === null ? undefined : childOf(elementsOf(parseXml(xml))[0], 'sheets');
  const styles = archive.read(partBeside(archive, workbook, 'styles') ?? '');
  const look = styles === null ? null : parseXml(styles);
  const doubtful = look === null ? new Set<string>() : doubtfulFormats(look);
  const hiding = look === null ? new Set<string>() : hidingFormats(look);
  return new Map(
    (sheets === undefined ? [] : elementsOf(sheets)).flatMap(({ attributes }) => {
      const part = partNamed(archive, workbook, attributes['r:id'] ?? '');
      const bytes = part === null ? null : archive.read(part);
      if (part === null || bytes === null) return [];
      const drawing = archive.read(partBeside(archive, part, 'drawing') ?? '');
      const text = decode(bytes).text;
      const look: SheetLook = {
        drawnOver: drawing === null ? new Map() : cellsUnder(parseXml(drawing)),
        doubtful: withConditional(doubtful.size === 0 ? new Map() : cellsOfFormats(text, doubtful), text, hiding),
        hidesZeros: /<(?:\w+:)?sheetView\s[^>]*\bshowZeros="(?:0|false)"/.test(text),
      };
      return [[attributes.name ?? '', look] as const];
    }),
  );
}

/** Formats of cells whose text is struck out, or white with no colour behind it; by their number. */
function doubtfulFormats(root: XmlElement): ReadonlySet<string> {
  const styles = elementsOf(root)[0];
  const listOf = (name: string) => elementsOf(childOf(styles, name) ?? { name, attributes: {}, children: [] });
  const fonts = listOf('fonts').map((font) => ({ isStruck: isStruckFont(font), isWhite: isWhiteFont(font) }));
  const isFilled = listOf('fills').map((fill) => {
    const pattern = childOf(fill, 'patternFill')?.attributes.patternType;
    return pattern === undefined
      ? elementsOf(fill).length > 0 && childOf(fill, 'patternFill') === undefined
      : pattern !== 'none';
  });
  const found = listOf('cellXfs').flatMap(({ attributes }, index) => {
    const font = fonts[Number(attributes.fontId ?? 0)];
    const isOnPaper = !isFilled[Number(attributes.fillId ?? 0)];
    return font?.isStruck || (font?.isWhite && isOnPaper) ? [String(index)] : [];
  });
  return new Set(found);
}

const cellTag = /<(?:\w+:)?c\s([^>]*)>/g;

function cellsOfFormats(sheet: string, formats: ReadonlySet<string>): CellSet {
  const found = new Map<number, Set<number>>();
  for (const [, attributes = ''] of sheet.matchAll(cellTag)) {
    const format = /\bs="(\d+)"/.exec(attributes)?.[1] ?? '0';
    const [, letters = '', row = ''] = /\br="([A-Z]{1,3})(\d{1,7})"/.exec(attributes) ?? [];
    if (letters !== '' && formats.has(format)) addCell(found, Number(row) - 1, columnNumber(letters));
  }
  return found;
}

const rowGroups = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group']);
/** Rows of a table, and cells of a row, beyond these are the program's own, all blank. */
const lastRow = 10_000;
const lastColumn = 500;

/** The same of a spreadsheet of OpenDocument (ODF 1.3, part 3, 9 and 10.4), with the rows that are hidden, which the library shows. */
export function odsLooks(archive: Archive): ReadonlyMap<string, SheetLook> {
  const content = archive.read('content.xml');
  const settings = archive.read('settings.xml');
  const root = content === null ? undefined : elementsOf(parseXml(content))[0];
  const body = elementAt(root, 'office:body', 'office:spreadsheet');
  const styles = readOdfStyles(root === undefined ? [] : [root]);
  const hidesZeros = settings !== null && /ShowZeroValues"[^>]*>false</.test(decode(settings).text);
  const tables = body === undefined ? [] : elementsOf(body).filter(({ name }) => name === 'table:table');
  return new Map(
    tables.map((table) => [table.attributes['table:name'] ?? '', { ...odsLook(table, styles), hidesZeros }]),
  );
}

function odsLook(table: XmlElement, styles: OdfStyles): Omit<SheetLook, 'hidesZeros'> {
  const drawnOver = new Map<number, Set<number>>();
  const doubtful = new Map<number, Set<number>>();
  const hiddenRows = new Set<number>();
  let row = 0;
  for (const element of odsRows(table)) {
    const times = repeated(element, 'rows');
    if (element.attributes['table:visibility'] !== undefined && element.attributes['table:visibility'] !== 'visible') {
      for (let at = row; at < Math.min(row + times, lastRow); at += 1) hiddenRows.add(at);
    }
    let column = 1;
    for (const cell of elementsOf(element)) {
      if (elementsOf(cell).some(({ name }) => name.startsWith('draw:'))) addCell(drawnOver, row, column);
      const style = cell.attributes['table:style-name'];
      if (styles.isHidden(style) || styles.isFaint(style) === true) addCell(doubtful, row, column);
      column += repeated(cell, 'columns');
      if (column > lastColumn) break;
    }
    row += times;
    if (row > lastRow) break;
  }
  return { drawnOver, doubtful, hiddenRows };
}

function odsRows(parent: XmlElement): XmlElement[] {
  return elementsOf(parent).flatMap((element) => {
    if (rowGroups.has(element.name)) return odsRows(element);
    return element.name === 'table:table-row' ? [element] : [];
  });
}

function repeated({ attributes }: XmlElement, what: 'rows' | 'columns'): number {
  return Math.max(1, Number.parseInt(attributes[`table:number-${what}-repeated`] ?? '1', 10) || 1);
}

/** Records of a binary workbook ([MS-XLS] 2.3) that tell of its sheets and of what is drawn on them. */
const record = { sheet: 0x0085, begin: 0x0809, end: 0x000a, drawing: 0x00ec, continued: 0x003c, window: 0x023e };
const showsZeros = 0x0010;
/** Records of drawings ([MS-ODRAW] 2.2): a shape and the cells it lies over. */
const shapeRecord = 0xf00a;
const anchorRecord = 0xf010;
const container = 0xf;
/** Groups, and what programs draw over cells that print: lists to choose from and remarks. */
const noPictures = new Set([0, 201, 202]);

/** The same of a binary workbook of Excel 97–2003, by the order of its sheets. */
export function xlsLooks(stream: Uint8Array): SheetLook[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const starts: number[] = [];
  for (const { type, at } of recordsFrom(view, 0)) if (type === record.sheet) starts.push(view.getUint32(at, true));
  return starts.map((start) => {
    const drawing: number[] = [];
    let hidesZeros = false;
    let isDrawing = false;
    for (const { type, at, length } of recordsFrom(view, start)) {
      isDrawing = type === record.drawing || (type === record.continued && isDrawing);
      if (isDrawing) drawing.push(...stream.subarray(at, at + length));
      if (type === record.window && length >= 2) hidesZeros = (view.getUint16(at, true) & showsZeros) === 0;
    }
    return { drawnOver: picturesIn(Uint8Array.from(drawing)), hidesZeros };
  });
}

/** Records of the part of a stream that begins at a place, to its end; charts in it are parts of their own. */
function* recordsFrom(view: DataView, start: number) {
  let depth = 0;
  for (let offset = start; offset + 4 <= view.byteLength; ) {
    const [type, length] = [view.getUint16(offset, true), view.getUint16(offset + 2, true)];
    if (offset + 4 + length > view.byteLength) return;
    if (type === record.begin) depth += 1;
    if (type === record.end) depth -= 1;
    if (depth <= 0) return;
    if (depth === 1) yield { type, at: offset + 4, length };
    offset += 4 + length;
  }
}

function picturesIn(drawing: Uint8Array): CellSet {
  const view = new DataView(drawing.buffer);
  const found = new Map<number, Set<number>>();
  let shape = 0;
  for (let offset = 0; offset + 8 <= view.byteLength; ) {
    const head = view.getUint16(offset, true);
    const [type, length] = [view.getUint16(offset + 2, true), view.getUint32(offset + 4, true)];
    const at = offset + 8;
    if (type === shapeRecord) shape = head >> 4;
    if (type === anchorRecord && length >= 18 && at + 18 <= view.byteLength && !noPictures.has(shape)) {
      const edge = (place: number) => view.getUint16(at + place, true);
      const [left, top] = [edge(2), edge(6)];
      const right = Math.min(edge(12) === 0 ? edge(10) - 1 : edge(10), left + mostColumns);
      const bottom = Math.min(edge(16) === 0 ? edge(14) - 1 : edge(14), top + mostRows);
      for (let row = top; row <= Math.max(top, bottom); row += 1) {
        for (let column = left; column <= Math.max(left, right); column += 1) addCell(found, row, column + 1);
      }
    }
    offset = (head & container) === container ? at : at + length;
  }
  return found;
}

function cellsUnder(drawing: XmlElement): CellSet {
  const found = new Map<number, Set<number>>();
  for (const anchor of elementsOf(drawing).flatMap(elementsOf).slice(0, mostDrawings)) {
    const from = childOf(anchor, 'from');
    if (from === undefined) continue;
    const to = childOf(anchor, 'to') ?? from;
    const [left, right] = reach(from, to, 'col', mostColumns);
    const [top, bottom] = reach(from, to, 'row', mostRows);
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) addCell(found, row, column + 1);
    }
  }
  return found;
}

/** First and last row or column under a drawing, from 0; it ends before the last if it does not reach into it. */
function reach(from: XmlElement, to: XmlElement, side: 'row' | 'col', most: number): [number, number] {
  const [first, end] = [numberIn(from, side), numberIn(to, side)];
  const last = end > first && numberIn(to, `${side}Off`) === 0 ? end - 1 : end;
  return [first, Math.min(Math.max(first, last), first + most)];
}

function numberIn(place: XmlElement, name: string): number {
  const element = elementAt(place, name);
  return element === undefined ? 0 : Math.max(0, Number.parseInt(textOf(element), 10) || 0);
}
