import type { ComponentChildren } from 'preact';
import { Scroll } from './scroll.tsx';

interface Column<Row> {
  readonly heading: string;
  /** What a row says under the heading; nothing where it says nothing. */
  readonly cell: (row: Row) => ComponentChildren;
  /** How it stands: `number`, `date`, `on-screen`. */
  readonly class?: string;
  /** Whether it names the row. */
  readonly isName?: boolean;
  /** Language of its words where it is not the reader's. */
  readonly lang?: string;
}

interface ListTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A table of a row each. On a telephone, where its columns would be cut, a row is its name and below it each cell beside its heading. */
export function ListTable<Row>({ label, columns, rows, keyOf }: ListTableProps<Row>) {
  return (
    <Scroll label={label}>
      <table class="list stacked">
        <caption class="unseen">{label}</caption>
        <thead>
          <tr>
            {columns.map(({ heading, class: look }) => (
              <th key={heading} scope="col" class={look}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ heading, cell, class: look, isName, lang }) =>
                isName ? (
                  <th key={heading} scope="row" class={look} lang={lang}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={heading} class={look} lang={lang} data-heading={heading}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
