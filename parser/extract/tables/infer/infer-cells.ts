import type { FormTable } from '../../../../schema/law/forms/form.ts';
import type { Cell } from '../../../../schema/record/cell.ts';
import type { Finding } from '../../../../schema/record/finding.ts';
import type { TableRow } from '../../../../schema/record/report.ts';
import type { Stretch } from '../reading.ts';
import { inferredPlacement } from '../reading-rules.ts';
import { fillings } from './candidates.ts';
import { agreed, balancesOf, eliminate, type OpenRow } from './solve.ts';

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
  const findings = stretches.flatMap((stretch) => findingFor(stretch, { table, values }));
  return { rows: withValues(rows, values), findings };
}

function knownCells(rows: Rows): Map<string, number | null> {
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

function findingFor(
  { cells, tokens }: Stretch,
  { table, values }: { table: FormTable; values: ReadonlyMap<string, number | null> },
): Finding[] {
  const inferred = cells.filter((cell) => values.has(cell));
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
