import type { TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { CellFactsFragment, StatutoryFormQuery } from '../data/documents.generated.ts';
import { useReader } from '../words/words.ts';
import { Scroll } from './scroll.tsx';

type FormTable = StatutoryFormQuery['form']['tables'][number];
type Block = FormTable['blocks'][number];
type Row = Block['rows'][number];
type Column = Block['columns'][number];

interface StatutoryTableProps {
  readonly table: FormTable;
  readonly cells: ReadonlyMap<string, CellFactsFragment>;
  readonly chosen: string | null;
  readonly onChoose: (path: string) => void;
}

interface FiguresProps extends StatutoryTableProps {
  /** The figure that the Tab key stops at. */
  readonly stop: string | null;
  readonly onFocus: (path: string) => void;
}

/**
 * A statutory table with the headings, groups and order of the form, each figure a button that leads to its place in the original. The Tab key
 * stops at one figure of it, and the arrow keys go on from there: the longest table has some 150.
 */
export function StatutoryTable(props: StatutoryTableProps) {
  const { table, cells, chosen } = props;
  const { say } = useReader();
  const [focused, setFocused] = useState<string | null>(null);
  const paths = table.blocks.flatMap(({ rows, columns }) =>
    rows.flatMap((row) => columns.map((column) => pathOf(table, row, column))),
  );
  const printed = paths.filter((path) => cells.has(path));
  const stop = [focused, chosen].find((path) => path !== null && printed.includes(path)) ?? printed[0] ?? null;
  const figures = { ...props, stop, onFocus: setFocused };
  return (
    <Scroll label={say(table.name)}>
      <table class={`statutory statutory-${table.layout}`}>
        <caption class="unseen">{say(table.name)}</caption>
        {table.layout === 'across' ? <Across {...figures} /> : <Down {...figures} />}
      </table>
    </Scroll>
  );
}

const pathOf = (table: FormTable, row: Row, column: Column): string => `${table.key}.${row.key}.${column.key}`;

/** Arrow keys go to the next figure of the row or the column, Home and End to the first and last of the row. */
function moveByKey(event: TargetedKeyboardEvent<HTMLButtonElement>): void {
  const figure = event.currentTarget;
  const rows = [...(figure.closest('table')?.rows ?? [])]
    .map((row) => [...row.querySelectorAll<HTMLButtonElement>('.figure button')])
    .filter((figures) => figures.length > 0);
  const at = rows.findIndex((figures) => figures.includes(figure));
  const row = rows[at] ?? [];
  const column = row.indexOf(figure);
  const goals: Readonly<Record<string, HTMLButtonElement | undefined>> = {
    ArrowLeft: row[column - 1],
    ArrowRight: row[column + 1],
    ArrowUp: rows[at - 1]?.[column] ?? rows[at - 1]?.at(-1),
    ArrowDown: rows[at + 1]?.[column] ?? rows[at + 1]?.at(-1),
    Home: row[0],
    End: row.at(-1),
  };
  const goal = goals[event.key];
  if (goal === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  goal.focus();
}

/** Rows below each other. A block of table 二 begins with the item of art. 20 it answers; the headings of table 三 stand in three rows. */
function Down({ table, ...props }: FiguresProps) {
  const labels = Math.max(...table.blocks.flatMap(({ rows }) => rows.map(({ groups }) => groups.length + 1)));
  const figures = Math.max(...table.blocks.map(({ columns }) => columns.length));
  return (
    <>
      {table.blocks.map((block) => (
        <tbody key={block.caption ?? table.key}>
          {block.caption === null ? null : (
            <tr>
              <th class="item" colSpan={labels + figures} scope="colgroup" lang="zh">
                {block.caption}
              </th>
            </tr>
          )}
          <Headings table={table} block={block} labels={labels} figures={figures} />
          {block.rows.map((row, index) => (
            <tr key={row.key}>
              <RowLabels block={block} index={index} labels={labels} />
              {block.columns.map((column, at) => (
                <Figure
                  key={column.key}
                  {...props}
                  table={table}
                  row={row}
                  column={column}
                  span={spanOf(block, at, figures)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </>
  );
}

function Headings({
  table,
  block,
  labels,
  figures,
}: {
  table: FormTable;
  block: Block;
  labels: number;
  figures: number;
}) {
  const { say } = useReader();
  const depth = 1 + Math.max(...block.columns.map(({ groups }) => groups.length));
  return (
    <>
      {Array.from({ length: depth }, (_, level) => (
        <tr key={level}>
          {level === 0 && (
            <th class="corner" colSpan={labels} rowSpan={depth} lang="zh">
              {table.corner}
            </th>
          )}
          {block.columns.map((column, at) => {
            const { groups } = column;
            const text = groups[level];
            if (text !== undefined) {
              const before = block.columns[at - 1]?.groups[level];
              if (before === text) return null;
              const span = block.columns.slice(at).findIndex((other) => other.groups[level] !== text);
              return (
                <th key={column.key} scope="colgroup" colSpan={span < 0 ? block.columns.length - at : span} lang="zh">
                  {text}
                </th>
              );
            }
            if (level > groups.length) return null;
            return (
              <th key={column.key} scope="col" rowSpan={depth - level} colSpan={spanOf(block, at, figures)}>
                {say(column.name)}
              </th>
            );
          })}
        </tr>
      ))}
    </>
  );
}

/** The last column of a narrower block reaches to the table's edge, as the form prints it. */
function spanOf({ columns }: Block, at: number, figures: number): number {
  return at === columns.length - 1 ? figures - at : 1;
}

/** Labels of the groups that begin with this row, then its own. */
function RowLabels({ block, index, labels }: { block: Block; index: number; labels: number }) {
  const { lang, say } = useReader();
  const row = block.rows[index];
  if (row === undefined) return null;
  const begins = row.groups.flatMap((group, level) => {
    const path = row.groups.slice(0, level + 1).join('\n');
    const same = (other: Row | undefined) => other?.groups.slice(0, level + 1).join('\n') === path;
    if (same(block.rows[index - 1])) return [];
    const rows = block.rows.slice(index).findIndex((other) => !same(other));
    return [{ group, rows: rows < 0 ? block.rows.length - index : rows }];
  });
  return (
    <>
      {begins.map(({ group, rows }) => (
        <th key={group} class="group" scope="rowgroup" rowSpan={rows} lang="zh">
          {group}
        </th>
      ))}
      <th scope="row" class="label" colSpan={labels - row.groups.length} lang={lang}>
        {say(row.name)}
      </th>
    </>
  );
}

/** Groups side by side in one row of figures, as table 四. */
function Across({ table, ...props }: FiguresProps) {
  const { say } = useReader();
  const placed = table.blocks.flatMap(({ rows, columns }) => rows.map((row) => ({ row, columns })));
  const depth = 1 + Math.max(...placed.map(({ row }) => row.groups.length));
  return (
    <tbody>
      {Array.from({ length: depth }, (_, level) => (
        <tr key={level}>
          {placed.map(({ row, columns }, at) => {
            const group = row.groups[level];
            if (group !== undefined) {
              if (placed[at - 1]?.row.groups[level] === group) return null;
              const members = placed.filter((other) => other.row.groups[level] === group);
              return (
                <th
                  key={row.key}
                  scope="colgroup"
                  lang="zh"
                  colSpan={members.reduce((sum, other) => sum + other.columns.length, 0)}
                >
                  {group}
                </th>
              );
            }
            if (level > row.groups.length) return null;
            return (
              <th key={row.key} scope="colgroup" rowSpan={depth - level} colSpan={columns.length}>
                {say(row.name)}
              </th>
            );
          })}
        </tr>
      ))}
      <tr>
        {placed.flatMap(({ row, columns }) =>
          columns.map((column) => (
            <th key={`${row.key}.${column.key}`} scope="col" class="narrow">
              {say(column.name)}
            </th>
          )),
        )}
      </tr>
      <tr>
        {placed.flatMap(({ row, columns }) =>
          columns.map((column) => (
            <Figure key={`${row.key}.${column.key}`} {...props} table={table} row={row} column={column} span={1} />
          )),
        )}
      </tr>
    </tbody>
  );
}

interface FigureProps extends FiguresProps {
  readonly row: Row;
  readonly column: Column;
  readonly span: number;
}

function Figure({ table, cells, chosen, onChoose, stop, onFocus, row, column, span }: FigureProps) {
  const { words, say } = useReader();
  const path = pathOf(table, row, column);
  const cell = cells.get(path);
  if (cell === undefined)
    return (
      <td colSpan={span} class="figure figure-absent">
        <span class="unseen">{words.missingCell}</span>
        <span aria-hidden="true">·</span>
      </td>
    );
  const doubt = cell.findings.some(({ severity }) => severity === 'error')
    ? 'error'
    : cell.findings.some(({ severity }) => severity === 'warning')
      ? 'warning'
      : null;
  const name = `${say(row.name)}, ${say(column.name)}: ${cell.raw === '' ? '' : cell.raw} ${words.states[cell.state]}`;
  return (
    <td colSpan={span} class={`figure figure-${cell.state}${doubt === null ? '' : ` doubt-${doubt}`}`}>
      <button
        type="button"
        id={`cell-${path}`}
        aria-pressed={chosen === path}
        aria-label={name}
        tabIndex={path === stop ? 0 : -1}
        onClick={() => onChoose(path)}
        onFocus={() => onFocus(path)}
        onKeyDown={moveByKey}
      >
        {doubt === null ? null : (
          <span class={`beside-figure mark-${doubt}`} aria-hidden="true">
            {doubt === 'error' ? '▲' : '◐'}
          </span>
        )}
        <Printed cell={cell} />
      </button>
    </td>
  );
}

/** A cell as it was printed; what is no figure is shown by its own sign, so that it is never taken for zero. */
export function Printed({ cell }: { readonly cell: CellFactsFragment }) {
  const { words } = useReader();
  if (cell.state === 'blank') return <span class="sign">[{words.states.blank}]</span>;
  if (cell.state === 'unreadable')
    return <span class="sign">?{cell.raw === '' ? '' : ` ${cell.raw.slice(0, 12)}`}</span>;
  if (cell.state === 'inferred') return <span class="sign">≈ {cell.value}</span>;
  return <span>{cell.raw}</span>;
}
