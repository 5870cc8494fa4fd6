import type { Task } from '../../../schema/work-plan.ts';

/** A task with only what is printed in its own cells. */
export interface RawTask {
  readonly number: number;
  readonly group: string | null;
  readonly name: string;
  readonly content: readonly string[];
  readonly responsible: readonly string[];
  readonly deadlines: readonly string[];
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
  const group = task.group ?? above?.group ?? null;
  const sameGroup = above !== null && above.group === group;
  const responsible = sameGroup ? merged(task.responsible, above.responsible) : [...task.responsible];
  const deadlines = sameGroup ? merged(task.deadlines, above.deadlines) : [...task.deadlines];
  const inherited: Task['inherited'] = [];
  if (task.group === null && group !== null) inherited.push('group');
  if (task.responsible.length < responsible.length) inherited.push('responsible');
  if (task.deadlines.length < deadlines.length) inherited.push('deadlines');
  return { number: task.number, group, name: task.name, content: [...task.content], responsible, deadlines, inherited };
}

function merged(own: readonly string[], above: readonly string[]): string[] {
  return own.length > 0 ? [...own] : above.slice(-1);
}
