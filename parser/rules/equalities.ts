import type { FormColumn } from '../../schema/forms/form.ts';
import { isUnknown, type Operand } from './operand.ts';
import { isResult, resultsTotal } from './results.ts';
import type { CheckableRecord } from './rule.ts';
import { columnsOf, inColumn, inRow, rowsOf, type TableView, viewTable } from './table-view.ts';

/** An equality between cells of a table: the signed sum of its terms is 0 where it holds. */
export interface Equality {
  readonly terms: readonly { readonly path: string; readonly sign: 1 | -1 }[];
}

const totalColumn = 'total';
const incoming = ['newlyReceived', 'carriedOver'];
const outgoing = ['processed', 'carriedForward'];

function equality(left: readonly Operand[], right: readonly Operand[]): Equality[] {
  if ([...left, ...right].some(isUnknown)) return [];
  const signed = (sign: 1 | -1) => (operand: Operand) => ({ path: operand.path, sign });
  return [{ terms: [...left.map(signed(1)), ...right.map(signed(-1))] }];
}

function rowEqualities(view: TableView): Equality[] {
  const isTotal = (column: FormColumn) => column.key === totalColumn;
  return rowsOf(view).flatMap((row) =>
    equality(
      inRow(view, row, (column) => !isTotal(column)),
      inRow(view, row, isTotal),
    ),
  );
}

function columnEqualities(view: TableView): Equality[] {
  return columnsOf(view).flatMap((column) => [
    ...equality(
      inColumn(view, column, isResult),
      inColumn(view, column, ({ key }) => key === resultsTotal),
    ),
    ...equality(
      inColumn(view, column, ({ key }) => incoming.includes(key)),
      inColumn(view, column, ({ key }) => outgoing.includes(key)),
    ),
  ]);
}

/** The equalities of tables 三 and 四 that can be evaluated, as the sum rules check them. */
export function equalities(record: CheckableRecord): Equality[] {
  const applications = viewTable(record, 'applications');
  const review = viewTable(record, 'reviewAndLitigation');
  return [
    ...(applications === null ? [] : [...rowEqualities(applications), ...columnEqualities(applications)]),
    ...(review === null ? [] : rowEqualities(review)),
  ];
}

/** By how much an equality is off; a value that is not printed counts as 0. */
export function residual({ terms }: Equality, valueAt: (path: string) => number | null): number {
  return terms.reduce((sum, { path, sign }) => sum + sign * (valueAt(path) ?? 0), 0);
}
