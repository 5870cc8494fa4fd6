import { issuedTitle, noticeTitle, planSubject } from '../../../schema/law/forms/work-plan.ts';
import type { Agency } from '../../../schema/record/agency.ts';
import type { Target, Task, WorkPlan } from '../../../schema/record/work-plan.ts';
import { agencyNamed } from '../../locate/agency.ts';
import { recognisePublishedOn } from '../../locate/published-on.ts';
import { agencyWords } from '../../locate/report-title.ts';
import type { Block } from '../../read/document.ts';
import { planTitle } from '../../recognise/work-plan.ts';
import { titleYear } from '../../recognise/year.ts';
import { type PlanLetter, planLetter } from './plan-letter.ts';
import { type PlanLine, planLines } from './plan-line.ts';
import { type PlanSection, planBody } from './plan-sections.ts';
import { planTables } from './plan-tables.ts';
import { inheritMergedCells } from './raw-task.ts';
import { targetsIn } from './targets.ts';

/** Everything a work plan says. */
export interface WorkPlanReading {
  readonly title: string | null;
  /** The office that sends the plan out: it signs the letter, or its name stands in the title. */
  readonly agency: Agency | null;
  readonly year: number | null;
  /** ISO date. */
  readonly publishedOn: string | null;
  /** What stands before the first section: the letter, and the one it passes on. */
  readonly preamble: string;
  readonly sections: readonly PlanSection[];
  readonly workPlan: WorkPlan;
}

/** What the sender says: asked only where the plan itself is silent, and to tell namesakes apart. */
export interface WorkPlanHints {
  readonly agency?: string;
  readonly provinceCode?: string;
}

/**
 * Reads a work plan from copied text or a page's tables. Demands of a document that is only passed on are its issuer's:
 * `targets` are those of the sender's own letter then, and of body and tasks too where the plan is the sender's own.
 */
export function extractWorkPlan(blocks: readonly Block[], hints: WorkPlanHints = {}): WorkPlanReading {
  const lines = planLines(blocks);
  const tables = planTables(blocks, lines);
  const body = planBody(lines.slice(0, tables.firstLine));
  const letter = planLetter(body.preamble);
  const title = planTitle(lines.map((line) => line.text));
  const tasks = inheritMergedCells(tables.tasks);
  const own = letter.forwards === null ? [...body.sections.flatMap(targetsOf), ...tasks.flatMap(taskTargets)] : [];
  return {
    title,
    agency: planAgency({ letter, title, hints, lines }),
    year: title === null ? null : titleYear(title),
    publishedOn: recognisePublishedOn(lines.map((line) => line.text)),
    preamble: textOf(body.preamble),
    sections: body.sections,
    workPlan: {
      items: body.items,
      responsibilities: [...tables.responsibilities],
      tasks,
      targets: [...targetsIn(textOf(letter.lines)), ...own],
      forwards: letter.forwards,
    },
  };
}

function targetsOf({ text }: PlanSection): Target[] {
  return targetsIn(text);
}

/** A demand in a task that names nobody binds who answers for the task. */
function taskTargets({ content, responsible }: Task): Target[] {
  return targetsIn(content.join('\n')).map((target) =>
    target.who === '' ? { ...target, who: responsible.join('、') } : target,
  );
}

interface AgencyInput {
  readonly letter: PlanLetter;
  readonly title: string | null;
  readonly hints: WorkPlanHints;
  readonly lines: readonly PlanLine[];
}

function planAgency({ letter, title, hints, lines }: AgencyInput): Agency | null {
  const context = { texts: [hints.agency ?? '', textOf(lines)], provinceCode: hints.provinceCode ?? null };
  const wordings = [letter.signature ?? '', ...issuersIn(lines), titlePlace(title ?? ''), hints.agency ?? ''];
  for (const words of wordings) {
    const agency = words === '' ? null : agencyNamed(words, context);
    if (agency !== null) return agency;
  }
  return null;
}

/** XX市人民政府办公室关于印发…的通知 */
function issuersIn(lines: readonly PlanLine[]): string[] {
  return lines
    .filter((line) => noticeTitle.test(line.key) && planSubject.test(line.key))
    .map((line) => issuedTitle.exec(line.key)?.[1] ?? '');
}

/** 内江市2022年政务公开工作要点 */
function titlePlace(title: string): string {
  return agencyWords(title.normalize('NFKC').split(planSubject)[0] ?? '');
}

function textOf(lines: readonly PlanLine[]): string {
  return lines.map((line) => line.text).join('\n');
}
