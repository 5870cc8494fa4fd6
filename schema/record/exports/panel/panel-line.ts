import type { FormId, TableKey } from '../../../law/forms/form.ts';
import { forms } from '../../../law/forms/forms.ts';
import { cellPath, placedRelations } from '../../../law/forms/placed-relations.ts';
import { CellState } from '../../cell.ts';
import { cellName } from '../../cell-names.ts';
import type { Denominators } from '../../denominator.ts';
import { differentScopes } from '../../scope.ts';
import type { Exported } from '../exported.ts';
import { type Figure, figuresOf } from '../figures.ts';

/**
 * What stands where a figure is expected: what is known of a cell, and beyond it `absent`, the form has the cell and none was found in the
 * document, and `otherScope`, the figure is of another scope than the report as a whole and is in the long form alone.
 */
export const panelStates = [...CellState.options, 'absent', 'otherScope'] as const;
export type PanelState = (typeof panelStates)[number];

/** A report with its figures by path: `applications.granted.total`, `statistics.proactive.total`, `indicators.fees.collected`. */
export interface PanelLine extends Exported {
  readonly values: ReadonlyMap<string, number>;
  readonly states: ReadonlyMap<string, PanelState>;
  /** What the printed parts of a total add up to, where every one of them is printed. */
  readonly computed: ReadonlyMap<string, number>;
  /** What holds of the inhabitants and organs of divisions. */
  readonly denominators: Denominators;
}

/** Of a figure that is printed more than once the first stands, as in lists and measures. */
export function panelLine(exported: Exported, denominators: Denominators): PanelLine {
  const { record } = exported;
  const [values, states] = [new Map<string, number>(), new Map<string, PanelState>()];
  const ofReport = record.scopes?.report.scope ?? 'unknown';
  const put = (path: string, { value, state, scope }: Pick<Figure, 'value' | 'state' | 'scope'>) => {
    if (values.has(path) || (states.has(path) && value === null)) return;
    const isOther = differentScopes(scope.scope, ofReport);
    states.set(path, isOther ? 'otherScope' : state);
    if (!isOther && value !== null) values.set(path, value);
  };
  for (const { common, ...figure } of figuresOf(record)) if (common !== null) put(common, figure);
  return { ...exported, values, states, computed: computedOf(exported, values, states), denominators };
}

/** The state of a figure; `absent` where the report's form has a cell of which the document has nothing, null where it has none. */
export function stateOf({ states, record }: PanelLine, path: string): PanelState | null {
  const state = states.get(path);
  if (state !== undefined) return state;
  const form = formOf(record, path);
  return form !== null && cellName(form, path) !== null ? 'absent' : null;
}

/** The edition that the table of a path follows: the one it was read by, else the report's. */
function formOf({ tables, form }: Exported['record'], path: string): FormId | null {
  const key = Object.keys(tables).find((table) => path.startsWith(`${table}.`)) as TableKey | undefined;
  return (key === undefined ? null : tables[key]?.form) ?? form;
}

/** The parts of every total of a form by the total's path; of a total of both a row and a column those of its row. */
const partsByForm: ReadonlyMap<FormId, ReadonlyMap<string, readonly string[]>> = new Map(
  forms.map(({ id, tables }) => [
    id,
    new Map(
      tables.flatMap((table) => {
        const equal = placedRelations(table).filter(({ is, to }) => is === 'equal' && to.length === 1);
        const inRows = equal.filter(({ between }) => between === 'columns');
        // What is put last stays: a row's own total before that of a column.
        return [...equal.filter(({ between }) => between === 'rows'), ...inRows].flatMap(({ sum, to }) =>
          to.map((total) => [pathIn(table.key, total), sum.map((part) => pathIn(table.key, part))] as const),
        );
      }),
    ),
  ]),
);

function pathIn(table: TableKey, cell: Parameters<typeof cellPath>[0]): string {
  return `${table}.${cellPath(cell)}`;
}

/** Every total that can be computed from its parts, in any edition of the form. */
export const computedPaths: readonly string[] = [
  ...new Set(forms.flatMap(({ id }) => [...(partsByForm.get(id)?.keys() ?? [])])),
];

function computedOf(
  { record }: Exported,
  values: ReadonlyMap<string, number>,
  states: ReadonlyMap<string, PanelState>,
): Map<string, number> {
  const editions = new Set(Object.values(record.tables).flatMap((table) => table?.form ?? []));
  const computed = new Map<string, number>();
  for (const edition of editions) {
    for (const [total, parts] of partsByForm.get(edition) ?? []) {
      if (formOf(record, total) !== edition) continue;
      // A figure that was inferred from the total cannot speak for it.
      const printed = parts.map((path) => (states.get(path) === 'number' ? (values.get(path) ?? null) : null));
      if (printed.every((value) => value !== null))
        computed.set(
          total,
          printed.reduce((sum, value) => sum + value, 0),
        );
    }
  }
  return computed;
}
