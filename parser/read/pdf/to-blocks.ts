import type { Block, Paragraph, Table, TableCell } from '../document.ts';
import { around } from './box.ts';
import { cellText, type Grid, type GridCell } from './grid.ts';
import type { PageItem } from './page-items.ts';
import { bodyOf, type PageLine, toParagraphs } from './paragraphs.ts';
import { printedAt } from './printed-at.ts';

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
    const text = lines.map(({ line }) => line.text).join('');
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
