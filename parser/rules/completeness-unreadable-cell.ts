import { TableKey } from '../../schema/law/forms/form.ts';
import type { Cell } from '../../schema/record/cell.ts';
import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { viewTable } from './table-view.ts';

/** More printed texts than this are not quoted. */
const quotesListed = 5;

interface PlacedCell {
  readonly path: string;
  readonly cell: Cell;
}

function check(cells: readonly PlacedCell[], name: { readonly zh: string; readonly en: string }): RuleCheck[] {
  if (cells.length === 0) return [];
  const unreadable = cells.filter(({ cell }) => cell.state === 'unreadable');
  if (unreadable.length === 0) return [{ outcome: 'pass' }];
  const quotes = [...new Set(unreadable.map(({ cell }) => `“${cell.raw}”`))].slice(0, quotesListed);
  const message = {
    zh: `${name.zh}有${unreadable.length}处无法读作数字:${quotes.join('、')}。`,
    en: `${name.en}, not readable as numbers: ${unreadable.length} (${quotes.join(', ')}).`,
  };
  const paths = unreadable.map(({ path }) => path);
  const failure = { cells: paths, expected: null, actual: null, message, cause: 'suspected-parse' } as const;
  return [{ outcome: 'fail', failure }];
}

function tableCells(record: CheckableRecord, key: TableKey): PlacedCell[] {
  return Object.entries(record.tables[key] ?? {}).flatMap(([row, cells]) =>
    typeof cells === 'string'
      ? []
      : Object.entries(cells).map(([column, cell]) => ({ path: `${key}.${row}.${column}`, cell })),
  );
}

/** Something other than a figure stands where the form has one; run-together digits included. One finding a table. */
export const completenessUnreadableCell: Rule = {
  id: 'completeness.unreadable-cell',
  title: { zh: '单元格能读作数字', en: 'Cells can be read as numbers' },
  severity: 'error',
  source: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附格式',
    en: 'Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30',
  },
  check: (record) => [
    ...TableKey.options.flatMap((key) => {
      const name = viewTable(record, key)?.form.name;
      const quoted = { zh: `“${name?.zh ?? key}”表`, en: `Table “${name?.en ?? key}”` };
      return check(tableCells(record, key), quoted);
    }),
    ...check(
      record.statistics.map(({ path, cell }) => ({ path: `statistics.${path}`, cell })),
      { zh: '统计表', en: 'Indicator annex' },
    ),
  ],
  examples: {
    passing: {
      about: { zh: '营口市2020年', en: 'Yingkou 2020' },
      form: '2019',
      year: 2020,
      rows: { 'proactiveDisclosure.normativeDocuments': [185, 184, 184] },
    },
    failing: {
      about: { zh: '数字连在一起:69、36、65或69、3、665', en: 'Digits run together: 69, 36 and 65, or 69, 3 and 665' },
      form: '2019',
      year: 2020,
      rows: { 'proactiveDisclosure.normativeDocuments': ['69 36 65', '', ''] },
    },
  },
};
