import type { Responsibility } from '../../schema/record/work-plan.ts';
import type { Block, Table } from '../read/document.ts';
import { copiedResponsibilities, copiedTasks } from './copied-table.ts';
import { gridResponsibilities, gridTasks, planGrid } from './grid-table.ts';
import { lineTables } from './line-table.ts';
import { type PlanLine, planLines, type RawTask } from './plan-line.ts';
import { columnOf, findPlanHeaders, isTaskTable } from './table-header.ts';

/** 责任单位:区教育局;完成时限:年底前 */
const labelled =
  /([\p{Script=Han}及和、]{2,12})\s*[:：]\s*([^:：;；。]+?)(?=[;；。,，]?\s*[\p{Script=Han}及和、]{2,12}\s*[:：]|[;；。]|$)/gu;
/** Such labels in brackets at a paragraph's end, or on a line of their own. */
const inBrackets = /[（(【〔[]([^（(【〔[]*[:：](?:[^()（）]|[(（][^()（）]*[)）])*)[)）】〕\]]\s*[。;；]?$/u;
const sectionHeading = /^[一二三四五六七八九十]{1,3}[、.]\s*([^。;；]{2,40})[。]?$/u;
const ownNumber = /^(?:\d{1,3}[.、．]|[(（][一二三四五六七八九十\d]{1,3}[)）])\s*/u;

/** The tasks of a plan without tables, whose paragraphs say behind what is to be done who does it, and until when. */
function annotatedTasks(lines: readonly PlanLine[]): RawTask[] {
  let group: string | null = null;
  return lines.flatMap((line, index) => {
    group = sectionHeading.exec(line.text)?.[1] ?? group;
    const bracket = inBrackets.exec(line.text);
    const ownLine = bracket === null ? answersIn(line.text) : null;
    const isOwnLine = ownLine !== null && ownLine.responsible.length > 0 && opensWithLabel(line.text);
    const answers = bracket === null ? ownLine : answersIn(bracket[1] ?? '');
    if (answers === null || answers.responsible.length === 0 || (bracket === null && !isOwnLine)) return [];
    const text = bracket === null ? (lines[index - 1]?.text ?? '') : line.text.slice(0, bracket.index);
    const content = text.replace(ownNumber, '').trim();
    return content === '' ? [] : [{ number: null, group, name: '', content: [content], ...answers }];
  });
}

function answersIn(text: string): Pick<RawTask, 'responsible' | 'deadlines'> | null {
  const parts = [...text.matchAll(labelled)].map(([, label = '', value = '']) => ({
    column: columnOf(label),
    value: value.trim(),
  }));
  const of = (wanted: string) => parts.filter(({ column }) => column === wanted).map(({ value }) => value);
  return parts.length === 0 ? null : { responsible: of('responsible'), deadlines: of('deadline') };
}

function opensWithLabel(text: string): boolean {
  const [label = ''] = text.split(/[:：]/u);
  return columnOf(label) === 'responsible';
}

/** What a plan's tables hold, and the line where the first of them begins in copied text. */
export interface PlanTables {
  readonly tasks: readonly RawTask[];
  readonly responsibilities: readonly Responsibility[];
  readonly firstLine: number;
}

/** Reads the tables of a page, and where it has none, those that copied text prints a row or a cell a line. */
export function planTables(blocks: readonly Block[], lines: readonly PlanLine[]): PlanTables {
  const ofPage = gridTables(blocks.filter((block) => block.kind === 'table'));
  if (ofPage !== null) return { ...ofPage, firstLine: lines.length };
  const rows = lineTables(blocks);
  const first = rows[0]?.line;
  const ofLines = gridTables(rows);
  if (ofLines !== null) {
    const above = blocks.filter((block) => first !== undefined && block.line < first);
    return { ...ofLines, firstLine: planLines(above).length };
  }
  const copied = copiedTables(lines);
  const isEmpty = copied.tasks.length + copied.responsibilities.length === 0;
  return isEmpty ? { ...copied, tasks: annotatedTasks(lines) } : copied;
}

function gridTables(tables: readonly Table[]): Omit<PlanTables, 'firstLine'> | null {
  const grids = tables.flatMap((table) => planGrid(table) ?? []);
  if (grids.length === 0) return null;
  return {
    tasks: grids.filter((grid) => isTaskTable(grid.columns)).flatMap(gridTasks),
    responsibilities: grids.filter((grid) => !isTaskTable(grid.columns)).flatMap(gridResponsibilities),
  };
}

function copiedTables(lines: readonly PlanLine[]): PlanTables {
  const headers = findPlanHeaders(lines);
  const tables = headers.map(({ end, columns }, index) => ({
    columns,
    rows: lines.slice(end, headers[index + 1]?.start ?? lines.length),
  }));
  const isTasks = (table: (typeof tables)[number]) => isTaskTable(table.columns);
  return {
    tasks: tables.filter(isTasks).flatMap((table) => copiedTasks(table.rows, table.columns)),
    responsibilities: tables
      .filter((table) => !isTasks(table))
      .flatMap((table) => copiedResponsibilities(table.rows, table.columns)),
    firstLine: headers[0]?.start ?? lines.length,
  };
}
