import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { panelCodebook } from '../../../../functions/export/codebook.ts';
import type { Cell, CellState } from '../../../../schema/record/cell.ts';
import { noDenominators } from '../../../../schema/record/denominator.ts';
import { longPanelColumns } from '../../../../schema/record/exports/panel/long-panel.ts';
import { panelLine } from '../../../../schema/record/exports/panel/panel-line.ts';
import { panelColumns } from '../../../../schema/record/exports/panel/panel-table.ts';
import { longestName } from '../../../../schema/record/exports/panel/short-names.ts';
import type { ReportRecord } from '../../../../schema/record/report.ts';
import { type Scope, type ToldScope, unknownScope } from '../../../../schema/record/scope.ts';
import { organ } from '../../../functions/graphql/agencies.ts';
import { fullVersion } from '../../../functions/graphql/full-record.ts';

const { head, record } = fullVersion(organ('市教育局'), 2021);

function rowOf(changed: ReportRecord = record): Record<string, unknown> {
  const line = panelLine({ head, record: changed }, noDenominators);
  return Object.fromEntries(panelColumns.map(({ name, field }) => [name, field(line)]));
}

/** The record with one cell of the applications table as given. */
function withCell(row: string, column: string, cell: Pick<Cell, 'value' | 'state'> | null): ReportRecord {
  const { applications } = record.tables;
  if (applications === undefined) throw new Error('The record has the table');
  const { [column]: before, ...others } = applications[row] as Record<string, Cell>;
  if (before === undefined) throw new Error('The table has the cell');
  const cells = cell === null ? others : { ...others, [column]: { ...before, ...cell } };
  return { ...record, tables: { ...record.tables, applications: { ...applications, [row]: cells } } };
}

describe('names of the panel', () => {
  it.each([
    ['wide', panelColumns.map(({ name }) => name)],
    ['long', longPanelColumns.map(({ name }) => name)],
  ])('are taken by every program as they are: %s', (_, names) => {
    expect(names.filter((name) => name.length > longestName || !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are the printed ones (npm run print-panel)', () => {
    expect(panelCodebook()).toBe(readFileSync('docs/panel-codebook.csv', 'utf8'));
  });

  it('have a title in both languages', () => {
    const untitled = [...panelColumns, ...longPanelColumns].filter(
      ({ title }) => !(/\p{Script=Han}/u.test(title.zh) && /[A-Za-z]/.test(title.en)),
    );
    expect(untitled).toEqual([]);
  });
});

describe('a row of the panel', () => {
  it('says who, where and when', () => {
    expect(rowOf()).toMatchObject({
      ...{ agency: '市教育局', agency_type: 'education', level: 'prefecture', year: 2021, form: '2021' },
      ...{ prov_code: '510000', prov_name: '四川省', city_code: '511000', city_name: '内江市', county_code: null },
    });
  });

  it.each<[CellState, number | null]>([
    ['number', 0],
    ['blank', null],
    ['unreadable', null],
    ['notApplicable', null],
  ])('tells a cell that is %s', (state, value) => {
    const row = rowOf(withCell('granted', 'total', { state, value }));
    expect([row.app_granted_total, row.app_granted_total_s]).toEqual([value, state]);
  });

  it('tells what was not found from what the form does not have', () => {
    const row = rowOf(withCell('granted', 'total', null));
    expect([row.app_granted_total, row.app_granted_total_s]).toEqual([null, 'absent']);
    expect([row.pd_licensing_previous, row.pd_licensing_previous_s]).toEqual([null, null]);
  });

  it('has what the parts of a total add up to beside what is printed, where all of them are printed', () => {
    const parts = ['person', 'company', 'research', 'welfare', 'legal', 'others'];
    const row = rowOf();
    const sum = parts.reduce((total, part) => total + Number(row[`app_granted_${part}`]), 0);
    expect(sum).toBeGreaterThan(0);
    expect(rowOf(withCell('granted', 'total', { state: 'number', value: sum + 1 }))).toMatchObject({
      ...{ app_granted_total: sum + 1, app_granted_total_c: sum },
    });
    for (const state of ['blank', 'inferred'] as const) {
      const value = state === 'inferred' ? 1 : null;
      expect(rowOf(withCell('granted', 'naturalPerson', { state, value })).app_granted_total_c).toBeNull();
    }
  });

  it('leaves figures of another scope than the report to the long form, and says so', () => {
    const told = (scope: Scope): ToldScope => ({ ...unknownScope, scope, from: 'sentence', words: '全市' });
    const [indicator] = record.indicators;
    if (indicator === undefined) throw new Error('The record has one');
    const row = rowOf({
      ...record,
      indicators: [{ ...indicator, key: 'applications.received', value: 9, scope: told('territory') }],
      scopes: { report: told('ownLevel'), tables: { applications: told('territory') } },
    });
    expect([row.tx_app_received, row.app_new_total, row.app_new_total_s]).toEqual([null, null, 'otherScope']);
    expect(row.rl_recon_total_s).toBe('number');
  });
});
