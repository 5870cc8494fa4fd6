import { z } from 'zod';

/** A rectangle on a page: points (1/72 inch) from the page's top left corner as seen. */
export const PageBox = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() });
export type PageBox = z.infer<typeof PageBox>;

/**
 * Where something was printed. Every count starts at 1.
 * `table`, `row`, `column` count the tables of the normalised document and the grid inside one (merged cells expanded);
 * copied text has no grid, so there `row` is the printed row of the statutory form and `column` the printed column.
 * `line` and `offset` (UTF-16 units, from 0) lead into the decoded text of the source.
 * Of a web page, `selector` is the CSS selector that finds the cell's element; of a PDF, `page` and `box` say where it is seen.
 */
export const Place = z.object({
  table: z.int().positive(),
  row: z.int().positive(),
  column: z.int().positive(),
  line: z.int().positive().optional(),
  offset: z.int().nonnegative().optional(),
  selector: z.string().optional(),
  page: z.int().positive().optional(),
  box: PageBox.optional(),
});
export type Place = z.infer<typeof Place>;

/**
 * What kind of thing stands in a cell:
 * `number` a figure · `blank` nothing is printed · `notApplicable` a printed mark such as `/` ·
 * `unreadable` something else stands in a number's place · `inferred` the relations leave exactly one value.
 */
export const CellState = z.enum(['number', 'blank', 'notApplicable', 'unreadable', 'inferred']);
export type CellState = z.infer<typeof CellState>;

/** One printed cell. `value` is a number exactly in the states `number` and `inferred`; a blank is not a zero. */
export const Cell = z
  .object({ value: z.number().nullable(), raw: z.string(), state: CellState, place: Place })
  .refine((cell) => (cell.value !== null) === (cell.state === 'number' || cell.state === 'inferred'), {
    error: 'a cell has a value exactly when its state is number or inferred',
  });
export type Cell = z.infer<typeof Cell>;
