import type { FormColumn } from '../../schema/law/forms/form.ts';
import type { Finding } from '../../schema/record/finding.ts';
import { notOwnTable } from '../reading-rules.ts';
import { comparableLabel, normalise, tidy } from '../wording/normalise.ts';
import { isSimilar } from '../wording/similarity.ts';
import { type Atom, knownLabels } from './atoms.ts';
import type { Candidate, Run } from './runs.ts';

/** The year whose figures a label of a column or row says they are: the report's, another, a difference of two, or one by its number. */
export type LabelledYear = 'own' | 'other' | 'change' | number;

/** What a label may say beside the year. */
const counted =
  '(?:同期|处理决定|处理|办理|制发|废止|现行有效|有效|收费|采购|项目|受理|收到|申请|合计|总计|小计|数据|情况|总?数量|件数|总?金额|数|件)*';
const named = new RegExp(`^(20\\d\\d)(?:年度?|(?!$))${counted}$`, 'u');
const own = new RegExp(`^(?:本|今|当)年度?${counted}$`, 'u');
const other = new RegExp(`^(?:上一?年度?|去年度?|前年度?|同期)${counted}$`, 'u');
const change =
  /^(?:同比|环比|[较比与]?(?:上一?|去)年度?(?:同期)?相?比?)?(?:增长|增减|增加|减少|增幅|变化)(?:数量|数|率|情况|幅度)?$|^同比$/u;

/** What a label tells, as it is compared: null for one that says anything but the year and what is counted, and for a number alone, which is a figure. */
export function labelledYear(text: string): LabelledYear | null {
  const [, year] = named.exec(text) ?? [];
  if (year !== undefined) return Number(year);
  if (own.test(text)) return 'own';
  if (other.test(text)) return 'other';
  return change.test(text) ? 'change' : null;
}

/** Whether a printed heading is that of another year's figures than the form's label it resembles. */
export function isOtherYears(text: string, label: string): boolean {
  return tellsOther(text) && !tellsOther(label);
}

const sameLabel = 0.8;

/** A label that tells a year, and whether it is another than the report's. */
interface YearLabel {
  readonly atom: Atom;
  readonly isOther: boolean;
}

/**
 * Says of a table's cells that their figures stand under a head, or in a row, of another year or of a change (上年|本年, 增减): they
 * may not be the report's. Columns in which the form itself asks for them are left out. Null where there are none.
 */
export function othersYears({ table, reading }: Candidate, reportYear: number | null): Finding | null {
  const labels = yearLabels(reading.runs, knownLabels(table).filter(tellsOther), reportYear);
  if (labels.every(({ isOther }) => !isOther)) return null;
  const figures = new Map([...reading.taken].map((atom) => [atom.offset, atom]));
  const blocks = new Map(table.blocks.flatMap((block) => block.rows.map((row) => [row.key, block])));
  const found = Object.entries(reading.rows).flatMap(([row, cells]) =>
    Object.entries(cells).flatMap(([key, { place }]) => {
      const figure = figures.get(place.offset ?? -1);
      // In lines any label above a row may be that of the column which the form asks for.
      const near = blocks.get(row)?.columns.filter((column) => figure?.grid === null || column.key === key) ?? [];
      if (figure === undefined || near.some(asksForOthers)) return [];
      const label = labelOf(figure, labels, reading.runs);
      return label?.isOther ? [{ path: `${table.key}.${row}.${key}`, label }] : [];
    }),
  );
  return found.length === 0 ? null : notThisYears(found);
}

function asksForOthers({ kind, labels }: FormColumn): boolean {
  return kind === 'change' || labels.map(comparableLabel).some(tellsOther);
}

function tellsOther(label: string): boolean {
  return labelledYear(label) === 'other';
}

/** The form's own labels of other years tell nothing, nor do misspelt ones. */
function yearLabels(runs: readonly Run[], known: readonly string[], reportYear: number | null): YearLabel[] {
  const atoms = runs.flatMap(({ labels, values }) => [...labels, ...values.filter(({ kind }) => kind !== 'blank')]);
  const told = atoms.flatMap((atom) => {
    const text = normalise(atom.text);
    const year = labelledYear(text);
    return year === null || known.some((label) => isSimilar(label, text, sameLabel)) ? [] : [{ atom, year }];
  });
  const latest = Math.max(...told.map(({ year }) => (typeof year === 'number' ? year : 0)));
  return told.map(({ atom, year }) => ({
    atom,
    isOther: typeof year === 'number' ? year !== (reportYear ?? latest) : year !== 'own',
  }));
}

/** The label of a figure's row, else the lowest of its column. In lines it is not known which column a label is of: any may be its. */
function labelOf(figure: Atom, labels: readonly YearLabel[], runs: readonly Run[]): YearLabel | undefined {
  const { grid } = figure;
  if (grid === null) {
    const run = runs.find(({ values }) => values.includes(figure));
    return labels.find(({ atom, isOther }) => isOther && run?.labels.includes(atom));
  }
  const inGrid = labels.filter(({ atom }) => atom.block === figure.block && atom.grid !== null);
  const ofRow = inGrid.find(({ atom }) => atom.grid?.row === grid.row && atom.grid.column < grid.column);
  return ofRow ?? inGrid.findLast(({ atom }) => isOver(atom, grid));
}

function isOver({ grid, columnSpan }: Atom, below: { readonly row: number; readonly column: number }): boolean {
  if (grid === null || grid.row >= below.row) return false;
  return grid.column <= below.column && below.column < grid.column + columnSpan;
}

function notThisYears(found: readonly { readonly path: string; readonly label: YearLabel }[]): Finding {
  const words = [...new Set(found.map(({ label }) => `“${tidy(label.atom.text)}”`))];
  return {
    rule: notOwnTable.id,
    severity: notOwnTable.severity,
    cells: found.map(({ path }) => path),
    expected: null,
    actual: null,
    message: {
      zh: `有${found.length}格的数字标为${words.join('、')},可能不是本报告年度的数字。`,
      en: `Cells whose figures are labelled ${words.join(', ')}, and may not be of the report’s year: ${found.length}.`,
    },
    cause: 'suspected-parse',
  };
}
