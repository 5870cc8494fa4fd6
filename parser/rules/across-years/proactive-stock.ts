import type { FormColumn, FormId, FormRow } from '../../../schema/forms/form.ts';
import type { AcrossYearsRule, TwoYears } from './across-years-rule.ts';
import { follows, type Term } from './follows.ts';
import { type TableOfYear, tableOfYear } from './table-of-year.ts';
import { notComparable, type YearCheck } from './year-check.ts';
import { figureAt } from './year-figure.ts';

/** A column of one of the two years, and its sign in the sum. */
interface StockTerm {
  readonly sign: 1 | -1;
  readonly of: 'before' | 'after';
  readonly column: string;
}

/** How the stock in a column of the later year follows. */
interface StockRelation {
  readonly result: string;
  readonly terms: readonly StockTerm[];
}

/** By the form of table 二; it holds for every row that has the columns. */
const relations: Partial<Record<FormId, StockRelation>> = {
  '2019': {
    result: 'previousItems',
    terms: [
      { sign: 1, of: 'before', column: 'previousItems' },
      { sign: 1, of: 'before', column: 'change' },
    ],
  },
  '2021': {
    result: 'inForce',
    terms: [
      { sign: 1, of: 'before', column: 'inForce' },
      { sign: 1, of: 'after', column: 'issued' },
      { sign: -1, of: 'after', column: 'repealed' },
    ],
  },
};

interface Tables {
  readonly before: TableOfYear;
  readonly after: TableOfYear;
}

function checkRow(tables: Tables, relation: StockRelation, place: RowWithColumns): YearCheck[] {
  const result = columnNamed(place, relation.result);
  const terms = relation.terms.flatMap(({ sign, of, column }): Term[] => {
    const found = columnNamed(place, column);
    return found === null ? [] : [{ sign, figure: figureOf(tables[of], place.row, found) }];
  });
  if (result === null || terms.length < relation.terms.length) return [];
  const where = { zh: `表二“${place.row.name.zh}”`, en: `Table 2, “${place.row.name.en}”` };
  return [follows({ where, terms, result: figureOf(tables.after, place.row, result) })];
}

interface RowWithColumns {
  readonly row: FormRow;
  readonly columns: readonly FormColumn[];
}

function columnNamed({ columns }: RowWithColumns, key: string): FormColumn | null {
  return columns.find((column) => column.key === key) ?? null;
}

function figureOf(table: TableOfYear, row: FormRow, column: FormColumn) {
  return figureAt(table, { row: row.key, column: column.key, name: column.name });
}

function rowsOf({ form }: TableOfYear): RowWithColumns[] {
  return form.blocks.flatMap(({ rows, columns }) => rows.map((row) => ({ row, columns })));
}

/** The forms count different things: items and their change in 2019, documents in force in 2021. No figure of one follows from the other. */
function formBreak({ before, after }: Tables): YearCheck {
  const [from, to] = [before.table.form, after.table.form];
  return notComparable({
    zh: `表二:${before.year}年用${from}年版格式,${after.year}年用${to}年版格式,口径不同,不作比较。`,
    en: `Table 2: ${before.year} is on the form of ${from} and ${after.year} on that of ${to}, which count differently: not compared.`,
  });
}

function check({ before, after }: TwoYears): readonly YearCheck[] {
  const [last, next] = [tableOfYear(before, 'proactiveDisclosure'), tableOfYear(after, 'proactiveDisclosure')];
  if (last === null && next === null) return [];
  if (last === null || next === null) {
    const year = last === null ? before.year : after.year;
    return [notComparable({ zh: `${year}年报告没有表二。`, en: `The report of ${year} has no table 2.` })];
  }
  const tables = { before: last, after: next };
  const relation = relations[next.table.form];
  if (relation === undefined || last.table.form !== next.table.form) return [formBreak(tables)];
  return rowsOf(next).flatMap((place) => checkRow(tables, relation, place));
}

/** The stocks of table 二 follow from year to year; a change of form between the two years is said, not compared. */
export const proactiveStock: AcrossYearsRule = {
  id: 'across-years.proactive-stock',
  title: { zh: '表二的存量逐年衔接', en: 'The stocks of table 2 follow from year to year' },
  severity: 'warning',
  source: {
    zh: '2019年版表二:上一年项目数量、本年增/减;2021年版表二:制发、废止、现行有效件数',
    en: 'Table 2, form of 2019: last year’s items and change; form of 2021: issued, repealed and in force',
  },
  forms: ['2019', '2021'],
  check,
  examples: {
    passing: {
      about: {
        zh: '营口市2020年582项减224项,次年上一年项目数量358项',
        en: 'Yingkou 2020: 582 items less 224, and last year’s items are 358 the year after',
      },
      before: { form: '2019', year: 2020, rows: { 'proactiveDisclosure.licensing': [582, -224, 144222] } },
      after: { form: '2019', year: 2021, rows: { 'proactiveDisclosure.licensing': [358, 5, 150011] } },
    },
    failing: {
      about: {
        zh: '2021年版:上年现行有效40件,本年制发7件、废止3件,现行有效应为44件',
        en: 'Form of 2021: 40 in force, 7 issued and 3 repealed make 44',
      },
      before: { form: '2021', year: 2021, rows: { 'proactiveDisclosure.normativeDocuments': [5, 1, 40] } },
      after: { form: '2021', year: 2022, rows: { 'proactiveDisclosure.normativeDocuments': [7, 3, 40] } },
    },
  },
};
