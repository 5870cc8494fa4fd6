import type { StoryBlock, StoryCell, StoryTable } from '../word/story.ts';
import { elementsOf, type XmlElement } from '../xml.ts';

/** A place that a cell to the left or above covers. */
const covered = 'table:covered-table-cell';
const rowGroups = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group']);
/** Spans and repetitions beyond these are damage. */
const widestSpan = 1000;
const mostRepeated = 100;

/** A cell that reaches into the rows below: the rows left, and the columns it covers. */
interface Reaching {
  readonly rows: number;
  readonly columnSpan: number;
}

/** A table; `read` reads what is in a cell. */
export function readOdfTable(table: XmlElement, read: (cell: XmlElement) => StoryBlock[]): StoryTable {
  let above: Reach = new Map();
  const rows = rowsOf(table).map((row) => {
    const { cells, below } = readRow(row, above, read);
    above = below;
    return cells;
  });
  return { rows };
}

type Reach = ReadonlyMap<number, Reaching>;

/** Cells written once and meant several times are so often there, unless tables are in them. */
function readRow(row: XmlElement, above: Reach, read: (cell: XmlElement) => StoryBlock[]) {
  const below = new Map<number, Reaching>();
  const cells: StoryCell[] = [];
  let column = 0;
  for (const cell of elementsOf(row).filter(({ name }) => isCell(name))) {
    const content = cell.name === covered ? [] : read(cell);
    const times = content.every((block) => typeof block === 'string') ? repeated(cell) : 1;
    for (let time = 0; time < times; time += 1, column += 1) {
      const upper = above.get(column);
      if (cell.name !== covered) {
        const [columnSpan, rows] = [span(cell, 'columns'), span(cell, 'rows')];
        cells.push({ content, column, columnSpan, continues: false });
        if (rows > 1) below.set(column, { rows: rows - 1, columnSpan });
      } else if (upper !== undefined) {
        cells.push({ content: [], column, columnSpan: upper.columnSpan, continues: true });
        if (upper.rows > 1) below.set(column, { ...upper, rows: upper.rows - 1 });
      }
    }
  }
  return { cells, below };
}

function rowsOf(table: XmlElement): XmlElement[] {
  return elementsOf(table).flatMap((element) => {
    if (rowGroups.has(element.name)) return rowsOf(element);
    const isShown = element.attributes['table:visibility'] === undefined;
    return element.name === 'table:table-row' && isShown ? [element] : [];
  });
}

function isCell(name: string): boolean {
  return name === 'table:table-cell' || name === covered;
}

function repeated({ attributes }: XmlElement): number {
  return Math.min(positive(attributes['table:number-columns-repeated']), mostRepeated);
}

function span({ attributes }: XmlElement, across: 'columns' | 'rows'): number {
  return Math.min(positive(attributes[`table:number-${across}-spanned`]), widestSpan);
}

function positive(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10);
  return Number.isNaN(number) || number < 1 ? 1 : number;
}
