import type { FormTable } from '../../schema/law/forms/form.ts';
import { cellPath, placedRelations } from '../../schema/law/forms/placed-relations.ts';
import type { Cell } from '../../schema/record/cell.ts';
import type { Finding } from '../../schema/record/finding.ts';
import type { TableRow } from '../../schema/record/report.ts';
import { inferredPlacement } from '../reading-rules.ts';
import type { Stretch } from './runs.ts';

/** One way to fill a row: a value a column, null where the column is left blank. */
export type Filling = readonly (number | null)[];

/** A row whose printed figures are not as many as its columns. `tokens` are the figures as printed. */
interface UnplacedRow {
  readonly tokens: readonly string[];
  readonly width: number;
}

/** More ways than this and nothing printed can tell them apart. */
const mostFillings = 10_000;
const wholeNumber = /^\d+$/;
/** No agency counts more of anything in these tables; a longer part is not one figure. */
const longestFigure = 9;

/**
 * Every way the printed figures can stand in the row: with blanks that left no trace between them, or run together and
 * to be parted. Empty where there are more ways than can be told apart, or figures that are no whole numbers.
 */
function fillings({ tokens, width }: UnplacedRow): Filling[] {
  if (tokens.length === 0 || tokens.length >= width || !tokens.every((token) => wholeNumber.test(token))) return [];
  const isRead = tokens.every((token) => token === '0' || (token.length <= longestFigure && !token.startsWith('0')));
  const placed = isRead ? placementsOf(tokens.map(Number), width) : [];
  const parted = partings(tokens, width);
  const found = [...placed, ...parted];
  return found.length <= mostFillings ? found : [];
}

function countPlacements(count: number, width: number): number {
  let ways = 1;
  for (let index = 0; index < count; index += 1) ways = (ways * (width - index)) / (index + 1);
  return ways;
}

/** The figures, or blanks among them, in order in a row of that many places, with blanks anywhere; none where there are too many ways. */
export function placementsOf(values: Filling, width: number): Filling[] {
  return countPlacements(values.length, width) <= mostFillings ? placements(values, width) : [];
}

/** The figures in order, with blanks anywhere between them. */
function placements(values: Filling, width: number): Filling[] {
  const [first, ...rest] = values;
  if (first === undefined) return [Array.from({ length: width }, () => null)];
  return Array.from({ length: width - values.length + 1 }, (_, blanks) => blanks).flatMap((blanks) =>
    placements(rest, width - blanks - 1).map((filling) => [
      ...Array.from({ length: blanks }, () => null),
      first,
      ...filling,
    ]),
  );
}

/** A place in the printed digits, and how many figures have still to begin there or after it. */
interface Rest {
  readonly token: number;
  readonly start: number;
  readonly figures: number;
}

/**
 * The digits parted into exactly as many figures as columns; what is printed apart stays apart. They are counted before they are
 * listed, and only beginnings that can be ended are followed: 28 digits part into 14 figures in twenty million ways.
 */
function partings(tokens: readonly string[], width: number): Filling[] {
  const counts = new Map<string, number>();
  function count(rest: Rest): number {
    if (rest.token === tokens.length) return rest.figures === 0 ? 1 : 0;
    if (rest.figures === 0) return 0;
    const key = `${rest.token} ${rest.start} ${rest.figures}`;
    const known = counts.get(key);
    if (known !== undefined) return known;
    const ways = nextFigures(tokens, rest).reduce((sum, { after }) => sum + count(after), 0);
    counts.set(key, ways);
    return ways;
  }
  function list(rest: Rest): Filling[] {
    if (rest.token === tokens.length) return [[]];
    return nextFigures(tokens, rest)
      .filter(({ after }) => count(after) > 0)
      .flatMap(({ figure, after }) => list(after).map((filling) => [figure, ...filling]));
  }
  const all: Rest = { token: 0, start: 0, figures: width };
  const ways = tokens.join('').length > width * longestFigure ? 0 : count(all);
  return ways === 0 || ways > mostFillings ? [] : list(all);
}

/** Each figure that may be read here, none with a leading zero, and where the next one begins. */
function nextFigures(tokens: readonly string[], { token, start, figures }: Rest) {
  const digits = tokens[token]?.slice(start, start + longestFigure) ?? '';
  const lengths = digits.startsWith('0') ? [1] : Array.from(digits, (_, index) => index + 1);
  return lengths.map((length) => {
    const isWhole = start + length === tokens[token]?.length;
    const after: Rest = {
      token: isWhole ? token + 1 : token,
      start: isWhole ? 0 : start + length,
      figures: figures - 1,
    };
    return { figure: Number(digits.slice(0, length)), after };
  });
}

/** Printed figures that must balance: the sum of one side equals the other. Operands are `row.column`. */
export interface Balance {
  readonly sum: readonly string[];
  readonly equals: readonly string[];
}

/** What placement may rely on: the equalities of the form (勾稽关系) at every place of a table. */
export function balancesOf(table: FormTable): Balance[] {
  return placedRelations(table).flatMap(({ is, sum, to }) =>
    is === 'equal' ? [{ sum: sum.map(cellPath), equals: to.map(cellPath) }] : [],
  );
}

/** A row still open: the cells it fills, `row.column` in order, and the ways that are left. */
interface OpenRow {
  readonly cells: readonly string[];
  readonly fillings: readonly Filling[];
}

/** Values already sure, by cell; null is a printed blank, which counts as zero. A cell that is not there is not known. */
export type Known = ReadonlyMap<string, number | null>;

/** Rounds of elimination; each narrows a row or is the last. */
const mostRounds = 30;

/**
 * Drops every filling that breaks a relation whose other operands are known, until nothing more can be dropped.
 * A relation that involves two open rows says nothing yet; it may once one of them is down to one way.
 */
function eliminate(rows: readonly OpenRow[], relations: readonly Balance[], known: Known): OpenRow[] {
  let open = rows.map((row) => row);
  for (let round = 0; round < mostRounds; round += 1) {
    const settled = withSettled(known, open, relations);
    const next = open.map((row) => ({
      ...row,
      fillings: row.fillings.filter((filling) => fits(row, filling, { relations, known: settled })),
    }));
    const narrowed = next.some((row, index) => row.fillings.length < (open[index]?.fillings.length ?? 0));
    open = next;
    if (!narrowed) break;
  }
  return open;
}

/** Cells on which all ways of a row agree are as good as known. */
function withSettled(known: Known, rows: readonly OpenRow[], relations: readonly Balance[]): Known {
  return new Map([...known, ...rows.flatMap((row) => [...agreed(row, relations)])]);
}

/**
 * What every way that is left says of a cell; a cell they differ on is not there. A way that leaves the total of its
 * own parts blank may be the true one, but nothing vouches for it: while one is left, the row settles nothing.
 */
function agreed(row: OpenRow, relations: readonly Balance[]): Map<string, number | null> {
  const { cells, fillings } = row;
  const [first, ...others] = fillings;
  if (first === undefined || fillings.some((filling) => isUnvouched(row, filling, relations))) return new Map();
  return new Map(
    cells.flatMap((cell, index): [string, number | null][] => {
      const value = first[index] ?? null;
      return others.every((filling) => (filling[index] ?? null) === value) ? [[cell, value]] : [];
    }),
  );
}

function fits(
  row: OpenRow,
  filling: Filling,
  { relations, known }: { relations: readonly Balance[]; known: Known },
): boolean {
  const own = new Map(row.cells.map((cell, index) => [cell, filling[index] ?? null] as const));
  return relations.every((relation) => {
    const operands = [...relation.sum, ...relation.equals];
    if (!operands.some((cell) => own.has(cell))) return true;
    const value = (cell: string) => (own.has(cell) ? own.get(cell) : known.get(cell));
    if (operands.some((cell) => value(cell) === undefined)) return true;
    // A total that is left blank says nothing; neither agency nor extractor promises it is there.
    if (relation.equals.every((cell) => value(cell) === null)) return true;
    const sum = (side: readonly string[]) => side.reduce((total, cell) => total + (value(cell) ?? 0), 0);
    return sum(relation.sum) === sum(relation.equals);
  });
}

function isUnvouched(row: OpenRow, filling: Filling, relations: readonly Balance[]): boolean {
  const own = new Map(row.cells.map((cell, index) => [cell, filling[index] ?? null] as const));
  return relations.some(({ sum, equals }) => {
    const isOwn = [...sum, ...equals].every((cell) => own.has(cell));
    const isBlank = equals.every((cell) => own.get(cell) === null);
    return isOwn && isBlank && sum.some((cell) => own.get(cell) !== null);
  });
}

/** Rows of a table by key, as they are read. */
export type Rows = Readonly<Record<string, TableRow>>;

/** Rows with what the relations settle, and a finding for each row in which they did. */
export interface Inferred {
  readonly rows: Rows;
  readonly findings: readonly Finding[];
}

/**
 * Cells whose printed figures could not be placed by counting, where the relations leave exactly one value: their state
 * becomes `inferred` (or `blank`), and a finding gives the print and the reasoning. All others stay unreadable.
 */
export function inferCells(table: FormTable, rows: Rows, stretches: readonly Stretch[]): Inferred {
  const open = stretches.flatMap(({ cells, tokens }): OpenRow[] => {
    const ways = fillings({ tokens, width: cells.length });
    return ways.length === 0 ? [] : [{ cells, fillings: ways }];
  });
  if (open.length === 0) return { rows, findings: [] };
  const relations = balancesOf(table);
  const settled = eliminate(open, relations, knownCells(rows)).map((row) => agreed(row, relations));
  const values = new Map(settled.flatMap((row) => [...row]));
  const findings = stretches.flatMap((stretch) => {
    const inferred = stretch.cells.filter((cell) => values.has(cell));
    return inferredFinding(stretch, { table, values, inferred });
  });
  return { rows: withValues(rows, values), findings };
}

export function knownCells(rows: Rows): Map<string, number | null> {
  return new Map(
    Object.entries(rows).flatMap(([row, cells]) =>
      Object.entries(cells)
        .filter(([, cell]) => cell.state !== 'unreadable')
        .map(([column, cell]): [string, number | null] => [`${row}.${column}`, cell.value]),
    ),
  );
}

function withValues(rows: Rows, values: ReadonlyMap<string, number | null>): Rows {
  return Object.fromEntries(
    Object.entries(rows).map(([row, cells]) => [
      row,
      Object.fromEntries(
        Object.entries(cells).map(([column, cell]) => [column, inferredCell(cell, values.get(`${row}.${column}`))]),
      ),
    ]),
  );
}

function inferredCell(cell: Cell, value: number | null | undefined): Cell {
  if (value === undefined || cell.state !== 'unreadable') return cell;
  return value === null ? { ...cell, raw: '', state: 'blank', value } : { ...cell, state: 'inferred', value };
}

interface Placing {
  readonly table: FormTable;
  readonly values: Known;
  /** The cells whose value or blank is not where it is printed. */
  readonly inferred: readonly string[];
}

/** What is said of a row whose figures the relations place. */
export function inferredFinding({ cells, tokens }: Stretch, { table, values, inferred }: Placing): Finding[] {
  if (inferred.length === 0) return [];
  const printed = tokens.join(' ');
  const read = cells.map((cell) => (values.has(cell) ? (values.get(cell) ?? '□') : '?')).join(' ');
  return [
    {
      rule: inferredPlacement.id,
      severity: inferredPlacement.severity,
      cells: inferred.map((cell) => `${table.key}.${cell}`),
      expected: null,
      actual: null,
      message: {
        zh: `此处印有“${printed}”,不足${cells.length}栏;按勾稽关系只能读作“${read}”(□为空白,?仍无法确定)。`,
        en: `Printed is “${printed}” for ${cells.length} columns; the relations leave one reading, “${read}” (□ blank, ? still open).`,
      },
      cause: 'suspected-parse',
    },
  ];
}
