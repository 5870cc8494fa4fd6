import { type CellKind, type Form, type FormTable, TableKey } from './form.ts';
import type { RelationKey } from './relation.ts';

/**
 * What an edition of the form must have for something to be said of reports on it. Nothing here names an edition, so that
 * a new one is checked from its first day.
 */
export interface Needs {
  /** One of these tables, with all that follows; any table where only that is given. */
  readonly tables?: readonly TableKey[];
  /** These columns, in one block. */
  readonly columns?: readonly string[];
  readonly row?: string;
  /** A column that prints this. */
  readonly kind?: CellKind;
  readonly relation?: RelationKey;
  /** That it prescribes its sections. */
  readonly prescribedSections?: true;
  /** That it was issued for this report year or a later one. */
  readonly since?: number;
}

/** That it has a statutory table. */
export const anyTable: Needs = { tables: TableKey.options };

/** Whether an edition has what is needed. */
export function meets(form: Form, needs: Needs): boolean {
  const { tables, columns, row, kind, relation, prescribedSections, since = form.years.from } = needs;
  const needsTable = [tables, columns, row, kind, relation].some((need) => need !== undefined);
  return (
    (!needsTable || form.tables.some((table) => suits(table, needs))) &&
    (!prescribedSections || form.prescribesSections) &&
    form.years.from >= since
  );
}

function suits({ key, blocks, relations }: FormTable, needs: Needs): boolean {
  const { tables = TableKey.options, columns = [], row, kind, relation } = needs;
  return (
    tables.includes(key) &&
    blocks.some((block) => columns.every((wanted) => block.columns.some((column) => column.key === wanted))) &&
    (row === undefined || blocks.some(({ rows }) => rows.some((each) => each.key === row))) &&
    (kind === undefined || blocks.some((block) => block.columns.some((column) => column.kind === kind))) &&
    (relation === undefined || relations.some((each) => each.key === relation))
  );
}
