import { anyTable } from '../../../schema/forms/needs.ts';
import type { RuleHead } from '../../../schema/rule.ts';
import { unreadTasks } from '../work-plan/unread-tasks.ts';

const source = {
  zh: '国办公开办函〔2019〕60号、〔2021〕30号所附格式',
  en: 'Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30',
} as const;

/** Copied text prints fewer figures than columns, and the relations leave one way to place them. */
export const inferredPlacement: RuleHead = {
  id: 'tables.inferred-placement',
  title: { zh: '按勾稽关系推定的数字位置', en: 'Figures placed by the relations of the form' },
  severity: 'info',
  source,
  needs: anyTable,
};

/** Figures printed among the statutory tables that no cell of the form takes: rows and columns of the agency's own. */
export const unplacedFigures: RuleHead = {
  id: 'tables.unplaced-figures',
  title: { zh: '表格中不属于格式任何一格的数字', en: 'Figures in the tables that are no cell of the form' },
  severity: 'warning',
  source,
  needs: anyTable,
};

/** What reading itself finds, before any rule checks what was read. */
export const readingRules: readonly RuleHead[] = [inferredPlacement, unplacedFigures, unreadTasks];
