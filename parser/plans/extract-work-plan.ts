import {
  afterSubject,
  comparisons,
  comparisonsAfter,
  connectives,
  everyPlace,
  issuedTitle,
  noticeTitle,
  planSubject,
  targetUnits,
} from '../../schema/law/forms/work-plan.ts';
import type { Agency } from '../../schema/record/agency.ts';
import type { Target, Task, WorkPlan } from '../../schema/record/work-plan.ts';
import { agencyNamed } from '../locate/agency.ts';
import { recognisePublishedOn } from '../locate/published-on.ts';
import { agencyWords } from '../locate/report-title.ts';
import { titleYear } from '../locate/year.ts';
import type { Block } from '../read/document.ts';
import { isUnitList } from './classify-cell.ts';
import { type PlanLetter, planLetter } from './plan-letter.ts';
import { inheritMergedCells, type PlanLine, planLines } from './plan-line.ts';
import { type PlanSection, planBody } from './plan-sections.ts';
import { planTables } from './plan-tables.ts';
import { planTitle } from './recognise-plan.ts';

type Comparison = Target['comparison'];

const quantity = `(\\d[\\d.,]*)(万|亿)?(${targetUnits})`;

/** Between the comparison and its number a verb may stand: 至少听取1次. Or it follows: 20篇以上. */
const demands = (Object.keys(comparisons) as Comparison[]).flatMap((comparison) => [
  { comparison, pattern: new RegExp(`(?:${comparisons[comparison].join('|')})[^\\d,。;]{0,8}?${quantity}`, 'u') },
  { comparison, pattern: new RegExp(`${quantity}(?:${comparisonsAfter[comparison].join('|')})`, 'u') },
]); // Object.keys loses the type of the keys, which are those of `comparisons`.

const multipliers: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** Ends of clauses; a comma inside a bracket or a number (8,000) ends none. */
const clauseEnd = /[,，。;；!！?？](?![^(（]*[)）])(?!\d{3}(?:\D|$))/u;

/**
 * The numeric demands of a text: the clause that makes one, whom it binds, and how much. Whom: the units at the
 * clause's beginning, else those at the beginning of an earlier clause of its sentence, else nobody (empty).
 */
function targetsIn(text: string): Target[] {
  return text.split(/[。!！?？\n]/u).flatMap((sentence) => {
    const clauses = sentence.split(clauseEnd).map((clause) => clause.trim().replace(connectives, ''));
    return clauses.flatMap((clause, index) => targetIn(clause, clauses.slice(0, index)));
  });
}

function targetIn(clause: string, before: readonly string[]): Target[] {
  const key = clause.normalize('NFKC');
  for (const { comparison, pattern } of demands) {
    const match = pattern.exec(key);
    if (match === null) continue;
    const [, number = '', multiplier = '', unit = ''] = match;
    const who = [clause, ...before.toReversed()].map(subjectOf).find((subject) => subject !== '') ?? '';
    return [
      {
        text: clause,
        who,
        comparison,
        value: Number(number.replaceAll(',', '')) * (multipliers[multiplier] ?? 1),
        unit,
      },
    ];
  }
  return [];
}

/** The units that a clause begins with: 经开区管委会、市级各部门(单位)|在…; a kind of division counts: 各县(区)|全年… */
function subjectOf(clause: string): string {
  const subject = clause.split(afterSubject)[0]?.trim() ?? '';
  const key = subject.normalize('NFKC');
  return isUnitList(key) || everyPlace.test(key) ? subject : '';
}

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
