import type { CheckableRecord, Rule, RuleCheck } from '../../../../parser/rules/rule.ts';
import type { FormId, FormTable, TableKey } from '../../../../schema/law/forms/form.ts';
import { formById, forms } from '../../../../schema/law/forms/forms.ts';
import { indicatorTerms } from '../../../../schema/law/vocabulary/indicators.ts';
import type { Cell, CellState } from '../../../../schema/record/cell.ts';
import { noEvidence } from '../../../../schema/record/evidence.ts';
import type { Indicator, Statistic, StatutoryTable } from '../../../../schema/record/report.ts';
import type { PrintedTables } from './real-tables.ts';

const place = { table: 1, row: 1, column: 1 };

export function numberCell(value: number): Cell {
  return { value, raw: String(value), state: 'number', place };
}

export function cellWithout(state: Exclude<CellState, 'number' | 'inferred'>, raw = ''): Cell {
  return { value: null, raw, state, place };
}

function tableOf(form: FormTable, id: FormId, rows: Readonly<Record<string, readonly number[]>>): StatutoryTable {
  const filled = form.blocks.flatMap(({ columns, rows: formRows }) =>
    formRows.map(({ key }) => {
      const cells = columns.map(({ key: columnKey, kind }, index) => {
        const cell = numberCell(rows[key]?.[index] ?? 0);
        return [columnKey, kind === 'amount' ? { ...cell, raw: `${cell.raw}元` } : cell];
      });
      return [key, Object.fromEntries(cells)];
    }),
  );
  return { form: id, ...Object.fromEntries(filled) };
}

const empty: CheckableRecord = {
  ...{ form: null, agency: null, year: null, publishedOn: null, evidence: noEvidence, preamble: '' },
  ...{ tables: {}, statistics: [], indicators: [], sections: [], claims: [], editions: forms },
};

/** A record of one form's three tables; rows not printed here are zeros. */
export function recordOf(printed: Partial<PrintedTables>, form: FormId = '2019'): CheckableRecord {
  const tables = formById(form).tables.map((table) => [table.key, tableOf(table, form, printed[table.key] ?? {})]);
  return { ...empty, form, year: 2020, tables: Object.fromEntries(tables) };
}

/** A copy of a record with other cells at these paths, `applications.processed.total`; undefined takes the cell away. */
export function withCells(record: CheckableRecord, cells: Readonly<Record<string, Cell | undefined>>): CheckableRecord {
  const tables = structuredClone(record.tables);
  for (const [path, cell] of Object.entries(cells)) {
    const [key, ...rest] = path.split('.');
    const column = rest.pop() ?? '';
    const row = tables[key as TableKey]?.[rest.join('.')]; // paths in tests begin with a table's key
    if (row === undefined) throw new Error(`no row for ${path}`);
    if (cell === undefined) delete row[column];
    else row[column] = cell;
  }
  return { ...record, tables };
}

/** A narrative report that states these figures in sentences. */
export function stating(values: Readonly<Record<string, number>>, approximate = false): CheckableRecord {
  const indicators: Indicator[] = Object.entries(values).map(([key, value], index) => ({
    ...{ key, label: null, value, unit: '件', approximate, text: `${value}件`, section: 4, offset: index },
  }));
  return { ...empty, form: '2008', year: 2018, indicators };
}

/** A report with an annex that prints these figures. */
export function annexed(values: Readonly<Record<string, number>>): CheckableRecord {
  const statistics: Statistic[] = Object.entries(values).map(([key, value], index) => {
    const label = indicatorTerms.find((term) => term.key === key)?.name.zh ?? '';
    return { path: `四/(三)/${index}`, label, unit: null, key, cell: numberCell(value) };
  });
  return { ...empty, form: '2019', year: 2020, statistics };
}

export function outcomes(rule: Rule, record: CheckableRecord): RuleCheck['outcome'][] {
  return rule.check(record).map(({ outcome }) => outcome);
}

/** What the rule's failed checks say. */
export function failures(rule: Rule, record: CheckableRecord) {
  return rule.check(record).flatMap((check) => (check.outcome === 'fail' ? [check.failure] : []));
}

export function repeated<T>(value: T, times: number): T[] {
  return Array.from({ length: times }, () => value);
}
