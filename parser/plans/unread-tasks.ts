import type { Finding } from '../../schema/record/finding.ts';
import type { RuleHead } from '../../schema/record/rule.ts';

/** A plan names who is responsible in the headings of a table, and no task was read from it. */
export const unreadTasks: RuleHead = {
  id: 'workPlan.unread-tasks',
  title: { zh: '任务表未读出任务', en: 'A table of tasks from which none was read' },
  severity: 'warning',
  source: { zh: '政务公开工作要点所附任务分解表', en: 'Tables of tasks issued with work plans' },
  needs: null,
};

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
