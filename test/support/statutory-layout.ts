import type { FormBlock, FormColumn, FormRow, FormTable } from '../../schema/law/forms/form.ts';
import type { Printed } from './render-report.ts';

/** A cell of a table as the form prints it. */
export interface LaidCell {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Whether a figure stands here, or its blank. */
  readonly isValue: boolean;
}

/** A table as the form prints it: each cell once, at the row and place where it begins. */
export interface LaidTable {
  readonly rows: readonly (readonly LaidCell[])[];
  readonly columns: number;
  /** Rows at the top that hold headings alone. */
  readonly headingRows: number;
}

const label = (text: string, columnSpan = 1, rowSpan = 1): LaidCell => ({ text, columnSpan, rowSpan, isValue: false });
const value = (text: string, columnSpan = 1): LaidCell => ({ text, columnSpan, rowSpan: 1, isValue: true });

/** Lays a table out with the merged cells of the form as issued. */
export function layOut(table: FormTable, printed: Printed): LaidTable {
  if (table.key === 'proactiveDisclosure') return layOutItems(table, printed);
  return table.layout === 'across' ? layOutAcross(table, printed) : layOutMatrix(table, printed);
}

function figure(table: FormTable, row: FormRow, { column, printed }: { column: FormColumn; printed: Printed }): string {
  return printed.get(`${table.key}.${row.key}.${column.key}`) ?? '';
}

/** Table 二: each item of article 20 under its caption; columns fewer than three share the width. */
function layOutItems(table: FormTable, printed: Printed): LaidTable {
  const rows = table.blocks.flatMap((block) => [
    [label(block.caption ?? '', 4)],
    [label('信息内容'), ...block.columns.map((column, index) => label(column.labels[0], widthOf(block, index)))],
    ...block.rows.map((row) => [
      label(row.labels[0]),
      ...block.columns.map((column, index) => value(figure(table, row, { column, printed }), widthOf(block, index))),
    ]),
  ]);
  return { rows, columns: 4, headingRows: 0 };
}

function widthOf({ columns }: FormBlock, index: number): number {
  return index === columns.length - 1 ? 3 - index : 1;
}

/** Table 三: three columns of labels, of which groups take the first two over all their rows. */
function layOutMatrix(table: FormTable, printed: Printed): LaidTable {
  const [block] = table.blocks;
  if (block === undefined) throw new Error(`${table.key} has no rows`);
  const [corner = '', ...heads] = table.furniture;
  const [first, ...middle] = block.columns;
  const last = middle.pop();
  const headings = [
    [label(corner, 3, 3), label(heads[0] ?? '', 7)],
    [label(first?.labels[0] ?? '', 1, 2), label(heads[1] ?? '', 5), label(last?.labels[0] ?? '', 1, 2)],
    middle.map((column) => label(column.labels[0])),
  ];
  const rows = block.rows.map((row) => [
    ...labelsOf(row, block),
    ...block.columns.map((column) => value(figure(table, row, { column, printed }))),
  ]);
  return { rows: [...headings, ...rows], columns: 10, headingRows: 3 };
}

/** Labels of groups that begin with this row, then its own over what width is left. */
function labelsOf(row: FormRow, block: FormBlock): LaidCell[] {
  const own = label(row.labels[0], 3 - row.groups.length);
  const opened = row.groups.flatMap((group, depth) => {
    const members = block.rows.filter((other) => other.groups[depth] === group);
    return members[0] === row ? [label(group, 1, members.length)] : [];
  });
  return [...opened, own];
}

/** Table 四: three groups of five under three rows of headings, and one row of figures. */
function layOutAcross(table: FormTable, printed: Printed): LaidTable {
  const [block] = table.blocks;
  if (block === undefined) throw new Error(`${table.key} has no rows`);
  const [direct, ...grouped] = block.rows;
  const five = (rowSpan: number) => block.columns.map((column) => label(column.labels[0], 1, rowSpan));
  const figures = block.rows.flatMap((row) =>
    block.columns.map((column) => value(figure(table, row, { column, printed }))),
  );
  const rows = [
    [label(direct?.labels[0] ?? '', 5), label(grouped[0]?.groups[0] ?? '', 10)],
    [...five(2), ...grouped.map((row) => label(row.labels[0], 5))],
    [...five(1), ...five(1)],
    figures,
  ];
  return { rows, columns: 15, headingRows: 3 };
}
