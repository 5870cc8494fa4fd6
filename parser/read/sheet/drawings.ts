import { partBeside, partNamed } from '../archive/relationships.ts';
import type { Archive } from '../archive/zip-archive.ts';
import { childOf, elementAt, elementsOf, parseXml, textOf, type XmlElement } from '../xml.ts';
import type { DrawnOver } from './sheet.ts';

/** Cells that one drawing may lie over: beyond any table. */
const mostRows = 200;
const mostColumns = 50;
/** Drawings of a sheet that are looked at. */
const mostDrawings = 1000;

/**
 * By the name of each sheet of a workbook in a package: over which of its cells pictures, shapes and objects lie (ISO/IEC 29500, 20.5).
 * A binary workbook (XLSB) does not tell.
 */
export function drawingsOf(archive: Archive, workbook: string): ReadonlyMap<string, DrawnOver> {
  const xml = workbook.endsWith('.xml') ? archive.read(workbook) : null;
  const sheets = xml === null ? undefined : childOf(elementsOf(parseXml(xml))[0], 'sheets');
  return new Map(
    (sheets === undefined ? [] : elementsOf(sheets)).flatMap(({ attributes }) => {
      const part = partNamed(archive, workbook, attributes['r:id'] ?? '');
      const drawing = part === null ? null : archive.read(partBeside(archive, part, 'drawing') ?? '');
      return drawing === null ? [] : [[attributes.name ?? '', cellsUnder(parseXml(drawing))] as const];
    }),
  );
}

function cellsUnder(drawing: XmlElement): DrawnOver {
  const found = new Map<number, Set<number>>();
  for (const anchor of elementsOf(drawing).flatMap(elementsOf).slice(0, mostDrawings)) {
    const from = childOf(anchor, 'from');
    if (from === undefined) continue;
    const to = childOf(anchor, 'to') ?? from;
    const [left, right] = reach(from, to, 'col', mostColumns);
    const [top, bottom] = reach(from, to, 'row', mostRows);
    for (let row = top; row <= bottom; row += 1) {
      const columns = found.get(row) ?? new Set();
      found.set(row, columns);
      for (let column = left; column <= right; column += 1) columns.add(column + 1);
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
