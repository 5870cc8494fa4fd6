import type { Task } from '../../../schema/work-plan.ts';

/** A task with only what is printed in its own cells. */
export interface RawTask {
  readonly number: number;
  readonly group: string | null;
  readonly name: string;
  readonly content: readonly string[];
  readonly responsible: readonly string[];
  readonly deadlines: readonly string[];
  /** Cells printed above that are known to reach down to this task: a page's tables say so, copied text does not. */
  readonly reaching?: Pick<RawTask, 'group' | 'responsible' | 'deadlines'>;
}

/**
 * Fills what merged cells print once: a task without a group of its own is in the group above; one without units or
 * deadline has the lowest ones printed above it in its group, since a merged cell reaches down. `inherited` names which.
 */
export function inheritMergedCells(tasks: readonly RawTask[]): Task[] {
  const filled: Task[] = [];
  for (const task of tasks) filled.push(fill(task, filled.at(-1) ?? null));
  return filled;
}

function fill(task: RawTask, above: Task | null): Task {
  const group = task.group ?? task.reaching?.group ?? above?.group ?? null;
  const sameGroup = above !== null && above.group === group ? above : null;
  const responsible = merged([task.responsible, task.reaching?.responsible, sameGroup?.responsible]);
  const deadlines = merged([task.deadlines, task.reaching?.deadlines, sameGroup?.deadlines]);
  const inherited: Task['inherited'] = [];
  if (task.group === null && group !== null) inherited.push('group');
  if (task.responsible.length < responsible.length) inherited.push('responsible');
  if (task.deadlines.length < deadlines.length) inherited.push('deadlines');
  return { number: task.number, group, name: task.name, content: [...task.content], responsible, deadlines, inherited };
}

/** The first that prints anything; of what stands above, only the lowest cell. */
function merged([own = [], ...above]: readonly (readonly string[] | undefined)[]): string[] {
  if (own.length > 0) return [...own];
  return above.find((cells) => cells !== undefined && cells.length > 0)?.slice(-1) ?? [];
}
