import type { FormTable, TableKey } from '../../schema/law/forms/form.ts';
import { forms, sectionHeadings } from '../../schema/law/forms/forms.ts';
import type { Finding } from '../../schema/record/finding.ts';
import type { RuleHead } from '../../schema/record/rule.ts';
import type { Block, Paragraph } from '../read/document.ts';
import { competingTables, notOwnTable, tableSetAside } from '../reading-rules.ts';
import { comparableLabel, normalise, tidy } from '../wording/normalise.ts';
import { headingShare, leastHeadings } from './across.ts';
import { knownLabels } from './atoms.ts';
import type { Candidate, Run, TableReading } from './runs.ts';

/** What a report says of itself where its tables are looked for: null where it does not. */
export interface OwnSigns {
  readonly title: string | null;
  readonly year: number | null;
}

/** One of several tables of a kind, and what is printed above it. */
export interface Printing {
  readonly candidate: Candidate;
  readonly caption: string;
  /** The lines of its caption that stand above the table. */
  readonly above: readonly Paragraph[];
}

/** The report's own table, the cells it is read as, and what is said of the others. */
export interface OwnTable {
  readonly candidate: Candidate;
  readonly rows: TableReading['rows'];
  /** Tables of the kind that are not the report's, or not known to be: their figures are no other cell's. */
  readonly others: readonly Candidate[];
  readonly findings: readonly Finding[];
}

/** Runs parted where a table of the kind begins anew; all of them together where none does. */
export function printingRuns(key: TableKey, runs: readonly Run[]): (readonly Run[])[] {
  const tables = forms.flatMap((form) => form.tables.filter((table) => table.key === key));
  const starts = [...runs.keys()].filter((index) => tables.some((table) => begins(table, runs[index] as Run)));
  const cuts = [0, ...starts.slice(1).map((start) => withHeadings(tables, runs, start)), runs.length];
  return cuts.slice(1).map((end, index) => runs.slice(cuts[index], end));
}

/** Lines of headings that empty cells part from the first row. */
const headingLines = 4;

/** Where the headings begin that stand in front of a table's first row, each line of them a run because empty cells follow it. */
function withHeadings(tables: readonly FormTable[], runs: readonly Run[], start: number): number {
  const rows = tables.flatMap(({ blocks }) => blocks.flatMap((block) => block.rows.flatMap(({ labels }) => labels)));
  const areHeadings = ({ values, text }: Run) =>
    values.every(({ kind }) => kind === 'blank') && !rows.some((label) => text.endsWith(comparableLabel(label)));
  let first = start;
  while (first > start - headingLines && first > 0 && areHeadings(runs[first - 1] as Run)) first -= 1;
  return first;
}

/** Whether the run is the first row of a table, or the headings of one whose rows stand side by side. */
function begins({ layout, blocks }: FormTable, run: Run): boolean {
  const [block] = blocks;
  if (block === undefined) return false;
  if (layout === 'across') return headingShare(run.text, block) >= leastHeadings;
  const labels = block.rows[0]?.labels ?? [];
  return run.values.length > 0 && labels.some((label) => run.text.endsWith(comparableLabel(label)));
}

/** Lines above a table that may be its caption, and labels in front of its first row that are not the form's. */
const captionLines = 3;
const longestCaption = 60;
const cellSeparators = /[\t|｜│]/u;
const ruleBelow = /^[\s:=+-]*$/u;
const headings = sectionHeadings.map(comparableLabel);
/** A heading may have its number before it. */
const longestNumber = 3;

/** The table with what is printed right above it, below the heading of its section, and is no label of the form. */
export function captioned(candidate: Candidate, blocks: readonly Block[], used: ReadonlySet<number>): Printing {
  const known = new Set(knownLabels(candidate.table));
  const [first] = candidate.reading.runs;
  const own = first?.labels.filter((_, index) => !known.has(first.texts[index] ?? '')) ?? [];
  const above = linesAbove(candidate, blocks, used);
  const lines = [...above, ...own].map(({ text }) => tidy(text));
  const heading = lines.findLastIndex(isSectionHeading);
  return {
    candidate,
    caption: lines
      .slice(heading + 1)
      .slice(-captionLines)
      .join(' '),
    above: above.slice(heading + 1),
  };
}

function linesAbove({ table, reading }: Candidate, blocks: readonly Block[], used: ReadonlySet<number>): Paragraph[] {
  const known = new Set(knownLabels(table));
  const above: Paragraph[] = [];
  for (let index = topOf(reading) - 1; index >= 0 && !used.has(index) && above.length < captionLines; index -= 1) {
    const block = blocks[index];
    if (block?.kind !== 'paragraph') break;
    if (isHeadingRow(block.text, known)) continue;
    if (block.text.length > longestCaption) break;
    above.unshift(block);
  }
  return above;
}

/** Index of the block that a table's first row, or the headings in front of it, begin in. */
export function topOf({ runs: [first] }: TableReading): number {
  return Math.min(...[...(first?.labels ?? []), ...(first?.values ?? [])].map(({ block }) => block));
}

/** A row of a table printed in lines, with labels of the form and empty cells alone. */
function isHeadingRow(text: string, known: ReadonlySet<string>): boolean {
  const cells = text.split(cellSeparators);
  return cells.length > 1 && cells.every((cell) => ruleBelow.test(cell) || known.has(normalise(cell)));
}

function isSectionHeading(text: string): boolean {
  const line = normalise(text);
  return headings.some((heading) => line.endsWith(heading) && line.length <= heading.length + longestNumber);
}

const years = /(?<!\d)(20\d\d)\s*年/gu;
const lastYear = /上一?年度?(?:数据|情况|统计|表)|去年/u;
const model = /样表|样例|示例|模板|填表说明|填报说明|参考格式/u;
const organ = /[\p{Script=Han}]{2,20}(?:人民政府|委员会|街道办事处|办事处|管委会|分局|局|镇|乡|所)/gu;

/**
 * Which of several tables of a kind is the report's own. A caption that names another year or agency, or a model, sets a
 * table aside. Where more than one is left and they differ, no cell on which they differ is read.
 */
export function ownTable(printings: readonly Printing[], signs: OwnSigns): OwnTable | null {
  const year = signs.year ?? Math.max(0, ...printings.flatMap(({ caption }) => yearsIn(caption)));
  const own = printings.filter(({ caption }) => !isAnothers(caption, year, signs.title));
  const left = own.length > 0 ? own : printings;
  const [first] = left;
  if (first === undefined) return null;
  const aside = printings.filter((printing) => !left.includes(printing));
  const others = printings.filter((printing) => printing !== first).map(({ candidate }) => candidate);
  const differing = differingCells(left);
  const rows = differing.size === 0 ? first.candidate.reading.rows : withoutDiffering(left, differing);
  const isOwn = own.length > 0 || !left.every(({ caption }) => saysAnothers(caption, signs));
  const findings = [
    ...(isOwn ? [] : [notOwn(first)]),
    ...(differing.size === 0 ? [] : [competing(left, differing)]),
    ...(aside.length === 0 ? [] : [setAside(aside)]),
  ];
  return { candidate: first.candidate, rows, others, findings };
}

function isAnothers(caption: string, year: number, title: string | null): boolean {
  const named = yearsIn(caption);
  if (named.length > 0 && !named.includes(year)) return true;
  if (named.length === 0 && lastYear.test(caption)) return true;
  return model.test(caption) || (title !== null && namesAnother(caption, normalise(title)));
}

/** What a caption that is written for the report itself may speak of beside its year: how figures changed, and what it is based on. */
const noCaption = /较|[对相]?比|增长|同期|《|条例|修订|办法|通知|文件/u;
/** A table that is filled in to show how; notes on filling in may stand above the report's own. */
const sample = /样表|样例|示例|模板/u;
/** A year of which figures are given: as a whole, or from its first day. A day on which something was filled in is none. */
const coveredYears = /(?<!\d)(20\d\d)\s*年(?:度|(?!\s*\d{1,2}\s*月)|\s*1月1日)/gu;
/** An organ before the words of a table's title. */
const titledOrgan =
  /^(?:[一二三四五六]、)?([\p{Script=Han}]{2,20}(?:人民政府|委员会|办事处|管委会|局|镇|乡))(?:20\d\d年度?)?(?=收到|主动公开|因?政府信息公开|行政复议|依申请)/u;

/**
 * Whether the caption of an only table, or of an indicator annex, says for certain that it is another year's or agency's, or a model. More is asked than where
 * another table stands beside it: a sentence above a table may name any year and anybody.
 */
export function saysAnothers(caption: string, { title, year }: OwnSigns): boolean {
  if (noCaption.test(caption)) return false;
  if (sample.test(caption)) return true;
  const covered = Array.from(caption.matchAll(coveredYears), ([, covers]) => Number(covers));
  if (year !== null && covered.length > 0 && !covered.includes(year)) return true;
  const [, named] = titledOrgan.exec(caption) ?? [];
  return named !== undefined && title !== null && namesAnother(named, normalise(title));
}

function yearsIn(caption: string): number[] {
  return [...caption.matchAll(years)].map(([, year]) => Number(year));
}

function namesAnother(caption: string, title: string): boolean {
  const organs = [...caption.matchAll(organ)].map(([name]) => normalise(name));
  return organs.length > 0 && organs.every((name) => !title.includes(name));
}

/** Paths, `row.column`, at which the tables print differently. */
function differingCells(printings: readonly Printing[]): Set<string> {
  const [first, ...others] = printings.map(({ candidate }) => printsOf(candidate));
  const paths = new Set([...(first?.keys() ?? []), ...others.flatMap((prints) => [...prints.keys()])]);
  return new Set([...paths].filter((path) => others.some((prints) => prints.get(path) !== first?.get(path))));
}

/** What is printed in each cell; figures are compared as values, whatever form they are printed in. */
function printsOf({ reading }: Candidate): Map<string, string> {
  return new Map(
    Object.entries(reading.rows).flatMap(([row, cells]) =>
      Object.entries(cells).map(([column, { value, state, raw }]): [string, string] => [
        `${row}.${column}`,
        value === null ? `${state} ${raw}` : String(value),
      ]),
    ),
  );
}

function withoutDiffering(printings: readonly Printing[], differing: ReadonlySet<string>): TableReading['rows'] {
  const all = printings.map(({ candidate }) => candidate.reading.rows);
  return Object.fromEntries(
    Object.entries(all[0] ?? {}).map(([row, cells]) => [
      row,
      Object.fromEntries(
        Object.entries(cells).map(([column, cell]) => {
          const raw = all.map((rows) => rows[row]?.[column]?.raw ?? '').join(' | ');
          return [
            column,
            differing.has(`${row}.${column}`) ? { ...cell, raw, state: 'unreadable', value: null } : cell,
          ];
        }),
      ),
    ]),
  );
}

function competing(printings: readonly Printing[], differing: ReadonlySet<string>): Finding {
  const lines = printings.map(({ candidate }) => lineOf(candidate));
  const [first] = printings;
  return finding(competingTables, {
    cells: [...differing].map((path) => `${first?.candidate.table.key}.${path}`),
    zh: `同类表印有${lines.length}张(第${lines.join('、')}行),${differing.size}格不同,无法判定哪一张是本报告的。`,
    en: `Tables of this kind: ${lines.length} (lines ${lines.join(', ')}); ${differing.size} cells differ, and nothing tells which table is this report’s.`,
  });
}

function notOwn({ candidate, caption }: Printing): Finding {
  const { key } = candidate.table;
  const cells = Object.entries(candidate.reading.rows).flatMap(([row, columns]) =>
    Object.keys(columns).map((column) => `${key}.${row}.${column}`),
  );
  return finding(notOwnTable, {
    cells,
    zh: `第${lineOf(candidate)}行的表标为“${caption}”,可能不是本报告的数字;没有另一张同类表。`,
    en: `The table at line ${lineOf(candidate)} is captioned “${caption}”, so its figures may not be this report’s; there is no other table of its kind.`,
  });
}

function setAside(printings: readonly Printing[]): Finding {
  const quoted = printings.map(({ candidate, caption }) => `第${lineOf(candidate)}行“${caption}”`).join('、');
  const listed = printings.map(({ candidate, caption }) => `line ${lineOf(candidate)}, “${caption}”`).join('; ');
  return finding(tableSetAside, {
    cells: [],
    zh: `另有不属于本报告的同类表,未采用:${quoted}。`,
    en: `Tables of this kind that are not this report’s were left aside: ${listed}.`,
  });
}

function lineOf({ reading }: Candidate): number {
  return reading.decisions[0]?.line ?? 1;
}

function finding(
  { id, severity }: RuleHead,
  { cells, zh, en }: { readonly cells: readonly string[]; readonly zh: string; readonly en: string },
): Finding {
  const said = { cells: [...cells], expected: null, actual: null, message: { zh, en } };
  return { rule: id, severity, ...said, cause: 'suspected-parse' };
}
