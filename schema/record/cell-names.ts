import type { FormId } from '../law/forms/form.ts';
import { forms } from '../law/forms/forms.ts';
import type { Bilingual } from './bilingual.ts';

/** What the form calls a cell, and what its figure counts. */
export interface CellName {
  /** Path in a record, `applications.granted.total`. */
  readonly path: string;
  readonly name: Bilingual;
  readonly unit: string;
}

/** Every cell of every table of a form, in the form's order. */
export function cellNames(id: FormId): readonly CellName[] {
  return byForm.get(id) ?? [];
}

/** Null for a path that the form does not have. */
export function cellName(id: FormId, path: string): CellName | null {
  return byPath.get(id)?.get(path) ?? null;
}

const byForm: ReadonlyMap<FormId, readonly CellName[]> = new Map(
  forms.map(({ id, tables }) => [
    id,
    tables.flatMap(({ key, name, blocks }) =>
      blocks.flatMap(({ rows, columns }) =>
        rows.flatMap((row) =>
          columns.map((column) => ({
            path: `${key}.${row.key}.${column.key}`,
            name: {
              zh: [name.zh, row.name.zh, column.name.zh].join(' · '),
              en: [name.en, row.name.en, column.name.en].join(' · '),
            },
            unit: column.unit,
          })),
        ),
      ),
    ),
  ]),
);

const byPath: ReadonlyMap<FormId, ReadonlyMap<string, CellName>> = new Map(
  Array.from(byForm, ([id, names]) => [id, new Map(names.map((name) => [name.path, name]))]),
);
