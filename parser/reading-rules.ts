import { TableKey } from '../schema/law/forms/form.ts';
import { anyTable } from '../schema/law/forms/needs.ts';
import type { Finding } from '../schema/record/finding.ts';
import type { RuleHead } from '../schema/record/rule.ts';

const source = {
  zh: '国办公开办函〔2019〕60号、〔2021〕30号所附格式',
  en: 'Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30',
} as const;

/** A plan names who is responsible in the headings of a table, and no task was read from it. */
const unreadTasks: RuleHead = {
  id: 'workPlan.unread-tasks',
  title: { zh: '任务表未读出任务', en: 'A table of tasks from which none was read' },
  severity: 'warning',
  source: { zh: '政务公开工作要点所附任务分解表', en: 'Tables of tasks issued with work plans' },
  needs: null,
};

/** Copied text prints fewer figures than columns, and the relations leave one way to place them. */
export const inferredPlacement: RuleHead = {
  id: 'tables.inferred-placement',
  title: { zh: '按勾稽关系推定的数字位置', en: 'Figures placed by the relations of the form' },
  severity: 'info',
  source,
  needs: anyTable,
};

/** Figures printed in a statutory table that no cell took, while they may be some cell's: it names which. */
export const unplacedFigures: RuleHead = {
  id: 'tables.unplaced-figures',
  title: { zh: '表格中未能归入任何一格的数字', en: 'Figures in the tables that no cell took' },
  severity: 'error',
  source,
  needs: anyTable,
};

/** Figures of rows and columns that the agency adds to a table whose own cells are all read. */
export const addedFigures: RuleHead = {
  id: 'tables.added-figures',
  title: { zh: '格式以外自行增加的数字', en: 'Figures that the agency adds to the form' },
  severity: 'warning',
  source,
  needs: anyTable,
};

/** Copied text prints figures on lines of their own, and their row or one beside it was not read whole: they may be other cells’. */
export const uncertainLines: RuleHead = {
  id: 'tables.uncertain-lines',
  title: { zh: '数字另起一行,可能属于别的格', en: 'Figures on lines of their own that may be another cell’s' },
  severity: 'warning',
  source,
  needs: anyTable,
};

/** A row ends in blanks, and no relation vouches for its figures where they are printed: a cell may be missing, and they have moved. */
export const uncertainColumns: RuleHead = {
  id: 'tables.uncertain-columns',
  title: { zh: '行末空白,数字可能移列', en: 'Rows that end in blanks, whose figures may have moved' },
  severity: 'warning',
  source,
  needs: anyTable,
};

/** A converter lost characters of a table and left U+FFFD for them: what is left of a figure may be part of it. */
export const charactersLost: RuleHead = {
  id: 'tables.characters-lost',
  title: { zh: '表格文字在转换中丢失', en: 'Tables of whose text characters were lost' },
  severity: 'error',
  source,
  needs: anyTable,
};

/** Several tables of one kind, and nothing printed tells which is the report's own. */
export const competingTables: RuleHead = {
  id: 'tables.competing',
  title: { zh: '同类表有多张,无法判定所属', en: 'Several tables of one kind, none known as the report’s own' },
  severity: 'error',
  source,
  needs: anyTable,
};

/**
 * The only table of a kind is printed under a caption that names another year or agency, or a model, or some of its figures under a
 * label of another year: they may not be the report's.
 */
export const notOwnTable: RuleHead = {
  id: 'tables.not-own',
  title: {
    zh: '唯一的同类表或其中的数字标为其他年份、机关或样表',
    en: 'The only table of its kind, or figures in it, labelled as another year’s, another agency’s or a model',
  },
  severity: 'error',
  source,
  needs: anyTable,
};

/** A table of the same kind whose caption names another year or agency, or a model: it is left aside. */
export const tableSetAside: RuleHead = {
  id: 'tables.set-aside',
  title: {
    zh: '属于其他年份、机关或样表的同类表',
    en: 'A table of the same kind that is another year’s, another agency’s or a model',
  },
  severity: 'info',
  source,
  needs: anyTable,
};

/** A table prints figures of two scopes under labels (全市, 其中:市本级): the cells have those of one, the others are left aside. */
export const otherScope: RuleHead = {
  id: 'tables.other-scope',
  title: { zh: '表内并列不同口径的数字', en: 'Figures of another scope beside those of the table' },
  severity: 'warning',
  source,
  needs: anyTable,
};

/** A table prints figures of two scopes under labels, and its cells do not all have those of one. */
export const mixedScopes: RuleHead = {
  id: 'tables.mixed-scopes',
  title: { zh: '表内数字口径不一', en: 'Cells of one table that may be of two scopes' },
  severity: 'error',
  source,
  needs: anyTable,
};

/** The document says that it follows the form with the three tables, and none of them was found in it. */
export const tablesNotFound: RuleHead = {
  id: 'tables.not-found',
  title: { zh: '应有的三张表均未读到', en: 'None of the tables that the report should have was found' },
  severity: 'error',
  source,
  needs: anyTable,
};

/** Said of a report whose tables are announced, while no label of them was found to tell their edition by. */
export function notFound(): Finding {
  return {
    rule: tablesNotFound.id,
    severity: tablesNotFound.severity,
    cells: [...TableKey.options],
    expected: TableKey.options.length,
    actual: 0,
    message: {
      zh: '报告按有三张表的格式编写,但文件中没有读到任何一张表(可能是图片),格式版本因此不明。',
      en: 'The report follows a form with three tables, and none was found in the file (they may be pictures); the edition of its form is unknown.',
    },
    cause: 'suspected-parse',
  };
}

/** Said of a plan from whose tables no task was read. */
export function unreadTasksFinding(): Finding {
  return {
    rule: unreadTasks.id,
    severity: unreadTasks.severity,
    cells: ['workPlan.tasks'],
    expected: null,
    actual: null,
    message: {
      zh: '文件的表格写有责任单位,但未能读出任何任务。',
      en: 'A table of the file names responsible units, but no task could be read from it.',
    },
    cause: 'suspected-parse',
  };
}

/** What reading itself finds, before any rule checks what was read. */
export const readingRules: readonly RuleHead[] = [
  inferredPlacement,
  unplacedFigures,
  addedFigures,
  uncertainLines,
  uncertainColumns,
  charactersLost,
  competingTables,
  notOwnTable,
  tableSetAside,
  otherScope,
  mixedScopes,
  tablesNotFound,
  unreadTasks,
];
