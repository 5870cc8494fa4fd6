import {
  noPlanTitle,
  type PlanColumn,
  planSubject,
  planTableTitle,
  planTitleWords,
} from '../../schema/law/forms/work-plan.ts';
import { recogniseTitle } from '../locate/title.ts';
import { titleYear } from '../locate/year.ts';
import type { Block } from '../read/document.ts';
import { tidy, unspaced } from '../wording/normalise.ts';
import { columnOf } from './table-header.ts';

/** What in a document speaks for a work plan, and against it. */
export interface WorkPlanSigns {
  /** The plan's title as printed, null where no line is one. */
  readonly title: string | null;
  /** A table whose headings name a responsible unit and what it is for. */
  readonly table: boolean;
  /** A letter to units below: an addressee, and what they are to do. */
  readonly letter: boolean;
  /** A line is an annual report's title: of this page, or of another that a link leads to. */
  readonly reportTitle: boolean;
  /** The tables or headings that only annual reports have. */
  readonly reportTables: boolean;
}

const longestTitle = 60;
const notice = /关于|通知/u;
const sentenceMark = /[。;,:!?]/u;
const trail = /[>»›•|]|当前位置|首页|^(?:上|下)一[篇条]|^附件?[:]/u;

const cellEnd = /[|｜│\t]/u;
/** The header cells of a table stand within so many lines, a broken heading taking two. */
const headerLines = 15;
const taskColumns: readonly PlanColumn[] = ['number', 'name', 'content'];

/** 各县(区)人民政府,市政府各部门: */
const addressee =
  /^(?:各|市|县|区|州|省|镇|乡|局).{2,80}(?:政府|部门|单位|办|局|委|科室|机构|街道|乡镇)[^。]{0,30}[:]$/u;
const order = /(?:转发|印发)(?:给?你们)|请(?:结合实际)?(?:认真|遵照)?(?:贯彻|抓好|组织)?(?:落实|实施|执行)|贯彻落实/u;

/** Printed in annual reports only: the captions of table 二 and the prescribed headings. */
const statutory =
  /^第二十条第\(|^[一二三四五六]、.{0,6}(?:收到和处理政府信息公开申请|主动公开政府信息.{0,2}情况|.*行政复议.*行政诉讼)/u;
/** Items of a plan's body: (一)…; a plan without table or letter has several. */
const item = /^\([一二三四五六七八九十]+\)/u;
const fewestItems = 3;

/**
 * True for a work plan: a line is the title of one, and a task table, a letter or numbered items are there too.
 * A report that mentions 工作要点 in its text, or links to a plan, is none: it has a report's title or tables.
 */
export function isWorkPlan(blocks: readonly Block[]): boolean {
  const lines = textsOf(blocks);
  if (planTitle(lines) === null) return false;
  const signs = signsIn(lines);
  const items = lines.filter((line) => item.test(line)).length;
  const body = signs.table || ((signs.letter || items >= fewestItems) && !signs.reportTitle);
  return body && !signs.reportTables;
}

/** The signs that `isWorkPlan` weighs. */
export function workPlanSigns(blocks: readonly Block[]): WorkPlanSigns {
  return signsIn(textsOf(blocks));
}

function signsIn(lines: readonly string[]): WorkPlanSigns {
  return {
    title: planTitle(lines),
    table: hasTaskTable(lines),
    letter: lines.some((line) => addressee.test(line)) && lines.some((line) => order.test(line)),
    reportTitle: recogniseTitle(lines) !== null,
    reportTables: lines.some((line) => statutory.test(unspaced(line))),
  };
}

/**
 * The plan's title: the first line that is one, one with a year before one without; a notice that issues the plan
 * (关于印发…的通知) only where the plan has no title of its own, a table's title last.
 */
export function planTitle(lines: readonly string[]): string | null {
  const titles = lines.map(unspaced).filter(isPlanTitle);
  const best = Math.max(...titles.map(titleRank));
  return titles.find((title) => titleRank(title) === best) ?? null;
}

function isPlanTitle(printed: string): boolean {
  const line = printed.normalize('NFKC');
  if (line.length > longestTitle || sentenceMark.test(line) || trail.test(line)) return false;
  return planTitleWords.test(line) && planSubject.test(line) && !noPlanTitle.test(line);
}

function titleRank(title: string): number {
  const dated = titleYear(title) === null ? 0 : 4;
  if (planTableTitle.test(title)) return dated;
  return dated + (notice.test(title) ? 1 : 2);
}

function hasTaskTable(lines: readonly string[]): boolean {
  const columns = lines.map(columnOf);
  return columns.some((column, index) => {
    const near = columns.slice(Math.max(0, index - headerLines), index + headerLines);
    return column === 'responsible' && near.some((each) => taskColumns.includes(each));
  });
}

function textsOf(blocks: readonly Block[]): string[] {
  const texts = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.text.split(cellEnd) : block.rows.flatMap((row) => row.map((cell) => cell.text)),
  );
  return texts.map((text) => tidy(text.normalize('NFKC'))).filter((text) => text !== '');
}
