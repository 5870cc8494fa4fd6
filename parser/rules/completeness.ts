import { cellPaths, TableKey } from '../../schema/law/forms/form.ts';
import { anyTable } from '../../schema/law/forms/needs.ts';
import type { Cell } from '../../schema/record/cell.ts';
import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { columnsOf, editionOf, rowsOf, type TableView, viewTable } from './table-view.ts';

/** Names of more cells than this are counted, not listed. */
const namesListed = 5;

function name(view: TableView, path: string, language: 'zh' | 'en'): string {
  const row = rowsOf(view).find(({ key }) => key === path.slice(0, path.lastIndexOf('.')));
  const column = columnsOf(view).find(({ key }) => key === path.slice(path.lastIndexOf('.') + 1));
  return `${row?.name[language] ?? ''} × ${column?.name[language] ?? ''}`;
}

function listed(view: TableView, missing: readonly string[], language: 'zh' | 'en'): string {
  const names = missing.slice(0, namesListed).map((path) => name(view, path, language));
  const more = missing.length > namesListed ? { zh: '等', en: ' and others' }[language] : '';
  return names.join(language === 'zh' ? '、' : '; ') + more;
}

function checkCells(view: TableView): RuleCheck {
  const present = new Set(
    Object.entries(view.table).flatMap(([row, cells]) =>
      typeof cells === 'string' ? [] : Object.keys(cells).map((column) => `${row}.${column}`),
    ),
  );
  const missing = cellPaths(view.form).filter((path) => !present.has(path));
  if (missing.length === 0) return { outcome: 'pass' };
  const { zh, en } = view.form.name;
  const message = {
    zh: `“${zh}”表缺少${missing.length}个单元格:${listed(view, missing, 'zh')}。`,
    en: `Table “${en}”, cells missing: ${missing.length} (${listed(view, missing, 'en')}).`,
  };
  const cells = missing.map((path) => `${view.key}.${path}`);
  const expected = cellPaths(view.form).length;
  return { outcome: 'fail', failure: { cells, expected, actual: expected - missing.length, message } };
}

/** A table that the report's form prescribes and the record does not have. */
function checkTable(record: CheckableRecord, key: TableKey): RuleCheck | null {
  const form = editionOf(record, record.form)?.tables.find((table) => table.key === key);
  if (form === undefined) return null;
  const message = {
    zh: `没有“${form.name.zh}”表。`,
    en: `There is no table “${form.name.en}”.`,
  };
  return { outcome: 'fail', failure: { cells: [key], expected: cellPaths(form).length, actual: 0, message } };
}

/**
 * Every cell of the form is in the record: a number, a blank, a mark or unreadable, but accounted for. One finding a
 * table, with the paths of the missing cells; `expected` and `actual` count cells. A table absent as a whole is one too.
 */
export const completenessMissingCell: Rule = {
  id: 'completeness.missing-cell',
  title: { zh: '格式规定的单元格齐全', en: 'Every cell that the form prescribes is there' },
  severity: 'error',
  source: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附格式',
    en: 'Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30',
  },
  needs: anyTable,
  check: (record) =>
    TableKey.options.flatMap((key) => {
      const view = viewTable(record, key);
      const result = view === null ? checkTable(record, key) : checkCells(view);
      return result === null ? [] : [result];
    }),
  examples: {
    passing: {
      about: { zh: '所有单元格齐全', en: 'Every cell is there' },
      form: '2021',
    },
    failing: {
      about: { zh: '缺少表四', en: 'Table 4 is not there' },
      form: '2021',
      without: ['reviewAndLitigation'],
    },
  },
};

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
