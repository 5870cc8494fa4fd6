import { z } from 'zod';
import type { Bilingual } from '../../record/bilingual.ts';
import type { SectionKey } from '../vocabulary/sections.ts';
import type { Relation, Succession } from './relation.ts';

/** The edition of the statutory form a table or a report follows, named for the first year it was issued for. */
export const FormId = z.enum(['2008', '2019', '2021']);
export type FormId = z.infer<typeof FormId>;

export const TableKey = z.enum(['proactiveDisclosure', 'applications', 'reviewAndLitigation']);
export type TableKey = z.infer<typeof TableKey>;

/** What a printed figure means: a count, a signed change (减12 is −12), or an amount of money stored in yuan. */
export type CellKind = 'count' | 'change' | 'amount';

/**
 * A printed label: the words of the form first, then wordings met in real reports. Typos need no entry of their own;
 * matching is by similarity. An entry is for a wording that says the same in other words.
 */
type Labels = readonly [string, ...string[]];

export interface FormColumn {
  readonly key: string;
  readonly name: Bilingual;
  readonly labels: Labels;
  readonly kind: CellKind;
  readonly unit: string;
  /** Headings it stands under, outermost first. */
  readonly groups?: readonly string[];
}

export interface FormRow {
  readonly key: string;
  readonly name: Bilingual;
  /** The row's own label, without the labels of the groups it stands in. */
  readonly labels: Labels;
  /** Labels of the groups it stands in, outermost first: printed once, before, beside or even after their rows. */
  readonly groups: readonly string[];
}

/** Rows under one set of column headings. Table 二 has one block an item of article 20; the other tables have one. */
export interface FormBlock {
  /** The line that opens the block, as 第二十条第(一)项. */
  readonly caption?: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
}

/**
 * A table of the form. `layout` says how it is printed: `down`, one printed row a form row; or `across`,
 * all rows side by side in one printed row of figures, their labels being headings above the columns (table 四).
 */
export interface FormTable {
  readonly key: TableKey;
  readonly name: Bilingual;
  readonly section: SectionKey;
  readonly layout: 'down' | 'across';
  readonly blocks: readonly FormBlock[];
  /** How its figures are related. One at least: a table of which nothing can be checked is not published. */
  readonly relations: readonly [Relation, ...Relation[]];
  /** How its figures follow from those of the year before. */
  readonly successions: readonly Succession[];
  /** What the corner above the row labels says. */
  readonly corner?: string;
  /** Other printed words of the table that carry no figure: corner cells, heading groups. */
  readonly furniture: readonly string[];
}

export interface FormSection {
  readonly ordinal: number;
  readonly key: SectionKey;
  readonly headings: Labels;
}

/** One edition of the statutory form, as data that the parser, the rules and GraphQL walk. */
export interface Form {
  readonly id: FormId;
  readonly name: Bilingual;
  /** The document that issued it. */
  readonly source: Bilingual;
  /** Report years it was issued for; late filers use it longer, so a form is never told from the year. */
  readonly years: { readonly from: number; readonly to: number | null };
  readonly sections: readonly FormSection[];
  /** Whether it prescribes the sections and their order, or they are those met most often. */
  readonly prescribesSections: boolean;
  readonly tables: readonly FormTable[];
}

/** Every cell path of a table, `row.column`, in the form's order. */
export function cellPaths(table: FormTable): string[] {
  return table.blocks.flatMap((block) =>
    block.rows.flatMap((row) => block.columns.map((column) => `${row.key}.${column.key}`)),
  );
}

/** Every label a table prints, in the form's order: captions, headings of columns, labels of rows and their groups, other words without a figure. */
export function printedLabels({ blocks, furniture }: FormTable): string[] {
  const ofBlocks = blocks.flatMap(({ caption, columns, rows }) => [
    ...(caption === undefined ? [] : [caption]),
    ...columns.flatMap((column) => column.labels),
    ...rows.flatMap((row) => [...row.labels, ...row.groups]),
  ]);
  return [...ofBlocks, ...furniture];
}
