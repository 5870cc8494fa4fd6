import { wordsOf } from '../../wording/figure.ts';
import type { Block, Paragraph, PrintedAt, Table, TableCell } from '../document.ts';
import { around, type Box } from './geometry.ts';
import { cellText, type Grid, type GridCell } from './grid.ts';
import type { PageItem } from './page-items.ts';
import type { TextLine } from './text-lines.ts';

/** A place on a page: whole page number from 1, and the box in points from the page's top left corner, to a tenth. */
function printedAt(page: number, { left, top, right, bottom }: Box): PrintedAt {
  return {
    page,
    box: { left: tenth(left), top: tenth(top), width: tenth(right - left), height: tenth(bottom - top) },
  };
}

function tenth(points: number): number {
  return Math.round(points * 10) / 10;
}

/** A line of text with the page it is on. */
interface PageLine {
  readonly line: TextLine;
  readonly page: number;
}

/** How near to the right edge, in parts of the type's size, a line ends that goes on in the next. */
const fullLine = 2.2;
/** How far the next line may begin from the left edge of the text; an indent begins a paragraph. */
const noIndent = 1.2;
/** How much farther than its own height a line of the same paragraph may follow. */
const widestLeading = 2.6;
/** What headings and items begin with. */
const opening =
  /^(?:[（(]?[一二三四五六七八九十]+\s*[)）、.．]|\d+\s*[.．、](?!\d)|第[一二三四五六七八九十]+[章节条部])/u;

/** Lines put together as the paragraphs they were typed as. `body` is where full lines begin and end. */
function toParagraphs(lines: readonly PageLine[], body: Box): PageLine[][] {
  const paragraphs: PageLine[][] = [];
  for (const item of lines) {
    const last = paragraphs.at(-1)?.at(-1);
    if (last !== undefined && goesOn(last, item, body)) paragraphs.at(-1)?.push(item);
    else paragraphs.push([item]);
  }
  return paragraphs;
}

/** Where the text of a document begins and ends on its lines: the outermost of lines that are long. */
function bodyOf(lines: readonly TextLine[]): Box {
  const widest = Math.max(0, ...lines.map(({ box }) => box.right - box.left));
  const long = lines.filter(({ box }) => box.right - box.left > widest * 0.7);
  return around(long.map(({ box }) => box));
}

function goesOn(above: PageLine, below: PageLine, body: Box): boolean {
  const { size } = below.line;
  if (Math.abs(size - above.line.size) > size / 4 || opening.test(below.line.text)) return false;
  if (above.line.box.right < body.right - fullLine * size || below.line.box.left > body.left + noIndent * size)
    return false;
  return above.page !== below.page || below.line.box.top - above.line.box.top <= widestLeading * size;
}

/** A document's items as blocks in reading order. `line` and `offset` count what is read, for a PDF has no text of its own. */
export function toBlocks(items: readonly PageItem[]): Block[] {
  const builder = new BlockBuilder(items);
  for (const run of runsOf(items)) builder.add(run);
  return builder.blocks;
}

/** Lines that follow each other with no table between them, and tables. */
function runsOf(items: readonly PageItem[]): (Grid | PageLine[])[] {
  const runs: (Grid | PageLine[])[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (item.kind === 'grid') runs.push(item.grid);
    else if (Array.isArray(last)) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

class BlockBuilder {
  readonly blocks: Block[] = [];
  readonly #body;
  #line = 1;
  #offset = 0;
  #tables = 0;

  constructor(items: readonly PageItem[]) {
    this.#body = bodyOf(items.flatMap((item) => (item.kind === 'line' ? [item.line] : [])));
  }

  add(run: Grid | PageLine[]): void {
    if (!Array.isArray(run)) this.blocks.push(this.#table(run));
    else this.blocks.push(...toParagraphs(run, this.#body).map((lines) => this.#paragraph(lines)));
  }

  #paragraph(lines: readonly PageLine[]): Paragraph {
    const text = wordsOf(lines.map(({ line }) => line.text).join(''));
    const [first] = lines;
    const onPage = lines.filter(({ page }) => page === first?.page).map(({ line }) => line.box);
    return { kind: 'paragraph', text, ...this.#place(text), at: printedAt(first?.page ?? 1, around(onPage)) };
  }

  #table(grid: Grid): Table {
    this.#tables += 1;
    const start = { line: this.#line, offset: this.#offset };
    const rows: TableCell[][] = Array.from({ length: grid.rows }, () => []);
    const ordered = [...grid.cells].sort((one, other) => one.row - other.row || one.column - other.column);
    for (const cell of ordered) rows[cell.row]?.push(this.#cell(cell));
    return { kind: 'table', number: this.#tables, rows, ...start };
  }

  #cell(cell: GridCell): TableCell {
    const text = cellText(cell);
    const { row, column, rowSpan, columnSpan, page, box } = cell;
    const span = { row: row + 1, column: column + 1, rowSpan, columnSpan };
    return { text, ...span, ...this.#place(text), at: printedAt(page, box) };
  }

  #place(text: string): Pick<Paragraph, 'line' | 'offset'> {
    const place = { line: this.#line, offset: this.#offset };
    this.#line += 1;
    this.#offset += text.length + 1;
    return place;
  }
}
