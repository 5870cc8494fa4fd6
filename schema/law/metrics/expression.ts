import { cellPaths, type Form, TableKey } from '../forms/form.ts';
import { forms } from '../forms/forms.ts';

/**
 * A formula as data, over the headline figures of a report (paths of cells, `statistics.<key>`, `indicators.<key>`).
 * `first` is for the same figure printed in different places by different forms: the first that is there counts.
 */
export type Expression =
  | { readonly figure: string }
  | { readonly rows: RowGroup }
  | { readonly sum: readonly Expression[] }
  | { readonly ratio: Ratio }
  | { readonly first: readonly Expression[] };

/** The sum of a row of a table and of all rows below it, as `refused` and `refused.stateSecret`, as each edition of the form has them. */
export interface RowGroup {
  readonly table: TableKey;
  readonly row: string;
  readonly column: string;
}

/** A share: so many of so many. */
export interface Ratio {
  readonly of: Expression;
  readonly to: Expression;
}

type Figures = Readonly<Record<string, number>>;

/** A number, or why there is none. `missing` are the figures that are not printed readably; none where 0 is divided by. */
export type Evaluation = number | { readonly missing: readonly string[] };

/** What a formula is evaluated on: the figures of a report and the edition of the form it follows. */
export interface Printed {
  readonly form: Form;
  readonly figures: Figures;
}

/** The value of a formula. A figure that is not there is never taken for zero. */
export function evaluate(expression: Expression, printed: Printed): Evaluation {
  if ('figure' in expression) return printed.figures[expression.figure] ?? { missing: [expression.figure] };
  if ('rows' in expression) return evaluate(rowSum(expression.rows, printed.form), printed);
  if ('sum' in expression) return sum(expression.sum.map((part) => evaluate(part, printed)));
  if ('ratio' in expression)
    return divide(evaluate(expression.ratio.of, printed), evaluate(expression.ratio.to, printed));
  const values = expression.first.map((part) => evaluate(part, printed));
  return values.find((value) => typeof value === 'number') ?? values[0] ?? { missing: [] };
}

/**
 * Paths of the figures that a formula adds up on a report, of alternatives those of the one that counts. For a formula, or a part of one, that
 * divides nothing.
 */
export function figuresOf(expression: Expression, printed: Printed): string[] {
  if ('figure' in expression) return [expression.figure];
  if ('rows' in expression) return figuresOf(rowSum(expression.rows, printed.form), printed);
  if ('sum' in expression) return expression.sum.flatMap((part) => figuresOf(part, printed));
  if ('ratio' in expression) throw new Error('A share is no sum of figures');
  const counted = expression.first.find((part) => typeof evaluate(part, printed) === 'number');
  return counted === undefined ? [] : figuresOf(counted, printed);
}

/** The share that a formula is, of the alternatives the one that can be evaluated; null for a formula that is no share. */
export function ratioOf(expression: Expression, printed: Printed): Ratio | null {
  if ('ratio' in expression) return expression.ratio;
  if (!('first' in expression)) return null;
  const ratios = expression.first.map((part) => ratioOf(part, printed)).filter((ratio) => ratio !== null);
  return ratios.find((ratio) => isKnown(ratio, printed)) ?? ratios[0] ?? null;
}

function isKnown({ of, to }: Ratio, printed: Printed): boolean {
  return [of, to].every((part) => typeof evaluate(part, printed) === 'number');
}

/** Whether an edition of the form prints the figures that a formula needs; sentences and annexes are not bound to one. */
export function existsIn(expression: Expression, form: Form): boolean {
  if ('figure' in expression) return !isInTable(expression.figure) || tablePaths(form).has(expression.figure);
  if ('rows' in expression) return rowsOf(expression.rows, form).length > 0;
  if ('sum' in expression) return expression.sum.every((part) => existsIn(part, form));
  if ('ratio' in expression) return existsIn(expression.ratio.of, form) && existsIn(expression.ratio.to, form);
  return expression.first.some((part) => existsIn(part, form));
}

function isInTable(path: string): boolean {
  return TableKey.options.some((key) => path.startsWith(`${key}.`));
}

const pathsOfForms = new Map<Form, ReadonlySet<string>>();

/** Paths of all cells of a form. Every measure asks for them, of every form, at the start of every process. */
function tablePaths(form: Form): ReadonlySet<string> {
  const known = pathsOfForms.get(form);
  if (known !== undefined) return known;
  const paths = new Set(form.tables.flatMap((table) => cellPaths(table).map((path) => `${table.key}.${path}`)));
  pathsOfForms.set(form, paths);
  return paths;
}

function rowSum(group: RowGroup, form: Form): Expression {
  const [only, ...more] = rowsOf(group, form).map((row) => ({ figure: `${group.table}.${row}.${group.column}` }));
  return only !== undefined && more.length === 0 ? only : { sum: only === undefined ? [] : [only, ...more] };
}

function rowsOf({ table, row }: RowGroup, { tables }: Form): string[] {
  const blocks = tables.flatMap(({ key, blocks: own }) => (key === table ? own : []));
  const keys = blocks.flatMap(({ rows }) => rows.map(({ key }) => key));
  return keys.filter((key) => key === row || key.startsWith(`${row}.`));
}

/** In words of the record: `applications.granted.total / applications.processed.total`. */
export function formulaText(expression: Expression): string {
  if ('figure' in expression) return expression.figure;
  if ('rows' in expression) return rowsText(expression.rows);
  if ('sum' in expression) return `(${expression.sum.map(formulaText).join(' + ')})`;
  if ('ratio' in expression) return `${formulaText(expression.ratio.of)} / ${formulaText(expression.ratio.to)}`;
  return expression.first.map(formulaText).join(' | ');
}

/** As the newest edition has the rows, then as older ones had them where they differ. */
function rowsText(group: RowGroup): string {
  const having = forms.filter((form) => rowsOf(group, form).length > 0).toReversed();
  return [...new Set(having.map((form) => formulaText(rowSum(group, form))))].join(' | ');
}

function sum(parts: readonly Evaluation[]): Evaluation {
  const missing = missingOf(parts);
  if (missing.length > 0) return { missing };
  return parts.reduce<number>((total, part) => total + (typeof part === 'number' ? part : 0), 0);
}

function divide(of: Evaluation, to: Evaluation): Evaluation {
  if (typeof of !== 'number' || typeof to !== 'number') return { missing: missingOf([of, to]) };
  return to === 0 ? { missing: [] } : of / to;
}

function missingOf(parts: readonly Evaluation[]): string[] {
  return parts.flatMap((part) => (typeof part === 'number' ? [] : part.missing));
}
