import type { Cell } from '../../schema/record/cell.ts';
import type { Finding } from '../../schema/record/finding.ts';
import { uncertainColumns } from '../reading-rules.ts';
import { isFigureLike, readFigure } from '../wording/figure.ts';
import { tidy } from '../wording/normalise.ts';
import { type Balance, balancesOf, inferredFinding, type Known, knownCells, placementsOf, type Rows } from './infer.ts';
import type { ReadTable } from './left-over-figures.ts';
import type { PrintedPlaces } from './runs.ts';

/**
 * Rows that may have lost a cell. Converters fill up a row with blanks at its end, also one of which a cell is missing or an empty cell
 * was dropped: then its figures stand in columns before their own, and nothing in the row shows it.
 */

/** A row of a grid with fewer figures than columns, or any filled up with blanks at its end: copied text drops blanks at any place. */
interface OpenRow {
  /** Its cells in the order of print, `row.column`. */
  readonly cells: readonly string[];
  /** Its figures up to the last one, blanks among them as null; null altogether where one of them is no figure. */
  readonly tokens: readonly (number | null)[] | null;
  /** The same as printed. */
  readonly printed: readonly string[];
  /** The cells of the blanks at its end; none where it is not filled up. */
  readonly filling: readonly string[];
  /** The document has a cell for each of them, blanks too, as pages, Word files and workbooks do; a line of text only parts its figures. */
  readonly isStated: boolean;
}

/** One way to place the figures of a row: a value a cell, null for a blank. The cell that is `lost` has what the row's sum gives it. */
interface Way {
  readonly values: ReadonlyMap<string, number | null>;
  readonly lost: string | null;
}

/** Tables with what can be said of rows whose figures may have moved. */
interface Settled<Table> {
  readonly tables: readonly Table[];
  readonly findings: readonly Finding[];
}

/**
 * Settles such rows by the relations of the form. A figure that a relation vouches for where it is printed stays; where the relations
 * leave one other place for the figures of a row, they are there (`inferred`). The others are left unreadable, but read as printed where the
 * document states its cells, and in a report whose rows print blanks before figures too: there a blank at the end is likely one. Either way
 * `tables.uncertain-columns` names them.
 */
export function settleMovedFigures(tables: readonly ReadTable[]): Settled<ReadTable> {
  const printsBlanks = tables.some(({ reading }) => reading.places.some(hasBlankWithin));
  const settled = tables.map((read) => new RowsToSettle(read).settle(printsBlanks));
  return {
    tables: tables.map((read, index) => ({ ...read, rows: settled[index]?.rows ?? read.rows })),
    findings: settled.flatMap(({ findings }) => findings),
  };
}

function lastPrinted({ values }: PrintedPlaces): number {
  return values.findLastIndex(({ kind }) => kind !== 'blank');
}

function hasBlankWithin(places: PrintedPlaces): boolean {
  return places.values.slice(0, Math.max(0, lastPrinted(places))).some(({ kind }) => kind === 'blank');
}

function openRow(places: PrintedPlaces): OpenRow[] {
  const { cells, values } = places;
  const length = lastPrinted(places) + 1;
  const isFilledUp = values.length === cells.length;
  const isInGrid = values.every(({ grid }) => grid !== null);
  if (length === 0 || length >= cells.length || values.length > cells.length || !(isFilledUp || isInGrid)) return [];
  const printed = values.slice(0, length).map(({ text }) => tidy(text));
  const pieces = printed.flatMap(piecesOf);
  const isRead = pieces.length <= cells.length && pieces.every((piece) => piece === '' || isFigureLike(piece));
  const tokens = isRead ? pieces.map((piece) => readFigure(piece, 'count').value) : null;
  return [{ cells, tokens, printed, filling: isFilledUp ? cells.slice(length) : [], isStated: isInGrid }];
}

/** Two figures in one cell are two. */
function piecesOf(text: string): string[] {
  const parts = text.split(/\s+/);
  return parts.length > 1 && !isFigureLike(text) ? parts : [text];
}

/** Cells for which a relation vouches, and those against which one speaks. */
interface Said {
  readonly vouched: ReadonlySet<string>;
  readonly contradicted: ReadonlySet<string>;
}

/** A total that is left blank says nothing, nor does a relation of which a cell is not known. */
function ask(relations: readonly Balance[], known: Known): Said {
  const vouched = new Set<string>();
  const contradicted = new Set<string>();
  for (const { sum, equals } of relations) {
    const operands = [...sum, ...equals];
    if (operands.some((cell) => known.get(cell) === undefined)) continue;
    if (equals.every((cell) => known.get(cell) === null)) continue;
    const says = added(sum, known) === added(equals, known) ? vouched : contradicted;
    for (const cell of operands) says.add(cell);
  }
  return { vouched, contradicted };
}

function added(cells: readonly string[], known: Known): number {
  return cells.reduce((total, cell) => total + (known.get(cell) ?? 0), 0);
}

/** Rows of one table that end in the same blanks, from which on they are how the table is printed. */
const leastAlike = 3;

class RowsToSettle {
  readonly #read: ReadTable;
  readonly #relations: readonly Balance[];
  /** What the table says outside of the blanks that may fill rows up, as it is known so far. */
  readonly #known: Map<string, number | null>;
  #open: readonly OpenRow[];
  readonly #findings: Finding[] = [];
  readonly #changed = new Map<string, Cell>();

  constructor(read: ReadTable) {
    this.#read = read;
    this.#relations = balancesOf(read.table);
    this.#open = read.reading.places.flatMap(openRow);
    this.#known = new Map(knownCells(read.rows));
    for (const cell of this.#open.flatMap(({ filling }) => filling)) this.#known.delete(cell);
  }

  settle(printsBlanks: boolean): { readonly rows: Rows; readonly findings: readonly Finding[] } {
    while (this.#placeNext()) {
      // What one row says may settle another.
    }
    this.#leaveOthers(printsBlanks);
    return { rows: this.#rows(), findings: this.#findings };
  }

  #placeNext(): boolean {
    const { contradicted } = ask(this.#relations, this.#known);
    for (const row of this.#open) {
      const isAsPrinted = row.filling.length > 0 && !row.cells.some((cell) => contradicted.has(cell));
      const values = isAsPrinted || row.cells.some((cell) => this.#isInferred(cell)) ? null : this.#agreed(row);
      if (values === null) continue;
      this.#open = this.#open.filter((each) => each !== row);
      this.#place(row, values);
      return true;
    }
    return false;
  }

  #isInferred(cell: string): boolean {
    return this.#cell(cell)?.state === 'inferred';
  }

  /** What all ways that the relations allow say of the row's cells; null where there is no such way. */
  #agreed(row: OpenRow): ReadonlyMap<string, number | null> | null {
    const ways = this.#ways(row).filter((way) => this.#fits(row, way));
    const [first, ...others] = ways;
    if (first === undefined) return null;
    const agreed = [...first.values].filter(([cell, value]) =>
      [first, ...others].every(({ values, lost }) => lost !== cell && values.get(cell) === value),
    );
    return new Map(agreed);
  }

  /** With blanks anywhere, as where empty cells were dropped; and with one cell lost whose figure the row's own sum gives. */
  #ways({ cells, tokens }: OpenRow): Way[] {
    if (tokens === null) return [];
    const dropped = placementsOf(tokens, cells.length).map(
      (values): Way => ({ values: pair(cells, values), lost: null }),
    );
    if (tokens.length === cells.length) return dropped;
    const gone = Array.from({ length: tokens.length + 1 }, (_, at) => {
      const values = [...tokens.slice(0, at), null, ...tokens.slice(at)];
      const lost = cells[at] as string; // fewer tokens than cells
      return this.#withLost(pair(cells, values), lost);
    });
    return [...dropped, ...gone.flatMap((way) => way ?? [])];
  }

  #withLost(values: ReadonlyMap<string, number | null>, lost: string): Way | null {
    const own = this.#relations.find(
      ({ sum, equals }) => [...sum, ...equals].every((cell) => values.has(cell)) && [...sum, ...equals].includes(lost),
    );
    if (own === undefined) return null;
    const difference = added(own.equals, values) - added(own.sum, values);
    const value = own.sum.includes(lost) ? difference : -difference;
    return value < 0 ? null : { values: new Map(values).set(lost, value), lost };
  }

  /** Whether no relation speaks against it, and one vouches for each figure: the sum that gave a lost one vouches for nothing. */
  #fits(row: OpenRow, { values, lost }: Way): boolean {
    const known = new Map([...this.#known, ...values]);
    const own = this.#relations.filter(({ sum, equals }) => {
      const operands = [...sum, ...equals];
      const isGiving = lost !== null && operands.includes(lost) && operands.every((cell) => values.has(cell));
      return !isGiving && operands.some((cell) => values.has(cell));
    });
    const { vouched, contradicted } = ask(own, known);
    return row.cells.every((cell) => !contradicted.has(cell) && ((values.get(cell) ?? 0) === 0 || vouched.has(cell)));
  }

  #place(row: OpenRow, values: ReadonlyMap<string, number | null>): void {
    const moved = row.cells.filter((cell) => values.has(cell) && !this.#isPrinted(cell, values.get(cell) ?? null));
    for (const cell of row.cells) {
      const value = values.get(cell);
      this.#known.delete(cell);
      if (value !== undefined) this.#known.set(cell, value);
      if (value === undefined) this.#change(cell, row, { state: 'unreadable', value: null });
      else if (moved.includes(cell)) this.#change(cell, row, { state: value === null ? 'blank' : 'inferred', value });
    }
    this.#findings.push(
      ...inferredFinding(
        { cells: row.cells, tokens: row.printed },
        { table: this.#read.table, values, inferred: moved },
      ),
    );
    this.#name(
      row.cells.filter((cell) => !values.has(cell)),
      'unread',
    );
  }

  #isPrinted(cell: string, value: number | null): boolean {
    const printed = this.#cell(cell);
    return printed !== undefined && printed.state !== 'unreadable' && printed.value === value;
  }

  /** Rows that no relation places: what is vouched for where it is printed stays. */
  #leaveOthers(printsBlanks: boolean): void {
    const { vouched } = ask(this.#relations, this.#known);
    const unread: string[] = [];
    const asPrinted: string[] = [];
    for (const row of this.#open.filter(({ filling }) => filling.length > 0)) {
      const unsure = row.cells.filter((cell) => !vouched.has(cell));
      const areBlanksPrinted = printsBlanks || this.#alike(row).length >= leastAlike;
      if ((areBlanksPrinted || row.isStated) && unsure.length === row.filling.length) continue;
      if (row.isStated || (areBlanksPrinted && row.tokens !== null)) {
        asPrinted.push(...unsure);
        continue;
      }
      unread.push(...unsure);
      for (const cell of unsure) this.#change(cell, row, { state: 'unreadable', value: null });
    }
    this.#name(unread, 'unread');
    this.#name(asPrinted, 'asPrinted');
  }

  #alike({ filling }: OpenRow): OpenRow[] {
    const columns = (cells: readonly string[]) => cells.map((cell) => cell.slice(cell.lastIndexOf('.'))).join();
    return this.#open.filter((other) => columns(other.filling) === columns(filling));
  }

  #cell(path: string): Cell | undefined {
    const dot = path.lastIndexOf('.');
    return this.#changed.get(path) ?? this.#read.rows[path.slice(0, dot)]?.[path.slice(dot + 1)];
  }

  #change(path: string, { printed }: OpenRow, to: Pick<Cell, 'state' | 'value'>): void {
    const cell = this.#cell(path);
    if (cell !== undefined)
      this.#changed.set(path, { ...cell, ...to, raw: to.state === 'blank' ? '' : printed.join(' ') });
  }

  #rows(): Rows {
    const { rows } = this.#read;
    const entries = Object.entries(rows).map(([row, cells]) => [
      row,
      Object.fromEntries(
        Object.entries(cells).map(([column, cell]) => [column, this.#changed.get(`${row}.${column}`) ?? cell]),
      ),
    ]);
    return Object.fromEntries(entries);
  }

  #name(cells: readonly string[], how: keyof typeof messages): void {
    if (cells.length === 0) return;
    this.#findings.push({
      rule: uncertainColumns.id,
      severity: uncertainColumns.severity,
      cells: cells.map((cell) => `${this.#read.table.key}.${cell}`),
      ...{ expected: null, actual: null, message: messages[how](cells.length), cause: 'suspected-parse' },
    });
  }
}

function pair(cells: readonly string[], values: readonly (number | null)[]): Map<string, number | null> {
  return new Map(cells.map((cell, index) => [cell, values[index] ?? null]));
}

const messages = {
  unread: (count: number): Finding['message'] => ({
    zh: `有${count}格所在的行末为空白,可能缺了一格而数字左移,勾稽关系不能证实,未读取。`,
    en: `Cells of rows that end in blanks, of which a cell may be missing so that figures moved to the left; no relation settles it, and they are left unread: ${count}.`,
  }),
  asPrinted: (count: number): Finding['message'] => ({
    zh: `有${count}格所在的行末为空白,按所印位置读取;若缺了一格,数字应属右边的格。`,
    en: `Cells of rows that end in blanks, read where they are printed; if a cell is missing, the figures belong further to the right: ${count}.`,
  }),
};
