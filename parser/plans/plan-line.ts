import type { Task } from '../../schema/record/work-plan.ts';
import type { Block } from '../read/document.ts';
import { tidy } from '../wording/normalise.ts';

/** A printed line of a plan: `text` as printed on one line, `key` the same with compatibility forms folded, to match. */
export interface PlanLine {
  readonly text: string;
  readonly key: string;
}

export function planLine(text: string): PlanLine {
  const printed = tidy(text);
  return { text: printed, key: printed.normalize('NFKC') };
}

/** Marks of cells at a line's ends, where copied text prints a cell a line. */
const cellMarks = /^[\s|｜│]+|[\s|｜│]+$/gu;

/** The lines of a document's paragraphs, blank ones left out; a table's cells stand in `tables`, not here. */
export function planLines(blocks: readonly Block[]): PlanLine[] {
  return blocks
    .flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : []))
    .map((text) => planLine(text.replace(cellMarks, '')))
    .filter((line) => line.text !== '');
}

/** A task with only what is printed in its own cells. */
export interface RawTask {
  /** As printed; null where tasks have no numbers, which are then counted. */
  readonly number: number | null;
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
  for (const task of namesAsGroups(tasks))
    filled.push(fill({ ...task, number: task.number ?? filled.length + 1 }, filled.at(-1) ?? null));
  return filled;
}

/** Names that some tasks with content lack are those of groups, printed once for several tasks. */
function namesAsGroups(tasks: readonly RawTask[]): readonly RawTask[] {
  const isGrouped = tasks.some(({ group, reaching }) => (group ?? reaching?.group ?? null) !== null);
  const isMissing = tasks.some(({ name, content }) => name === '' && content.length > 0);
  if (isGrouped || !isMissing || tasks[0]?.name === '') return tasks;
  return tasks.map((task) => ({ ...task, group: task.name || null, name: '' }));
}

function fill(task: RawTask & { readonly number: number }, above: Task | null): Task {
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
