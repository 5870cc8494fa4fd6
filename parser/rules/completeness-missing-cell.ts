import { cellPaths, TableKey } from '../../schema/law/forms/form.ts';
import { anyTable } from '../../schema/law/forms/needs.ts';
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
