import type { TableKey } from '../../../schema/law/forms/form.ts';
import { type FormCell, placesOf } from '../../../schema/law/forms/placed-relations.ts';
import type { Succession } from '../../../schema/law/forms/relation.ts';
import type { Bilingual } from '../../../schema/record/bilingual.ts';
import type { TwoYears } from './across-years-rule.ts';
import { follows, type Term } from './follows.ts';
import { type TableOfYear, tableOfYear } from './table-of-year.ts';
import { notComparable, type YearCheck } from './year-check.ts';
import { figureAt, type YearFigure } from './year-figure.ts';

/** The same table of two years in a row, and how findings name it and a place in it. */
interface SuccessiveTables {
  readonly before: TableOfYear;
  readonly after: TableOfYear;
  readonly table: Bilingual;
  readonly where: (place: Bilingual) => Bilingual;
}

/**
 * Checks at every place what the later edition says of how its figures follow from the year before. Where the earlier one
 * does not say the same, they count different things: that is said, and nothing compared.
 */
function successionChecks(tables: SuccessiveTables): YearCheck[] {
  const { before, after, where } = tables;
  const shared = after.form.successions.filter(({ key }) => before.form.successions.some((other) => other.key === key));
  if (shared.length === 0) return [differentForms(tables)];
  return shared.flatMap(({ between, result, terms }) =>
    after.form.blocks.flatMap((block) =>
      placesOf(block, between).flatMap(({ name, cell }) => {
        const figure = (table: TableOfYear, key: string) => figuresAt(table, cell(key), between);
        const [found] = figure(after, result);
        const parts = terms.flatMap(({ sign, of, key }): Term[] =>
          figure(tables[of], key).map((part) => ({ sign, figure: part })),
        );
        if (found === undefined || parts.length < terms.length) return [];
        return [follows({ where: where(name), terms: parts, result: found })];
      }),
    ),
  );
}

function figuresAt(table: TableOfYear, cell: FormCell | null, between: Succession['between']): YearFigure[] {
  if (cell === null) return [];
  const { name } = between === 'rows' ? cell.row : cell.column;
  return [figureAt(table, { row: cell.row.key, column: cell.column.key, name })];
}

function differentForms({ before, after, table: { zh, en } }: SuccessiveTables): YearCheck {
  const [from, to] = [before.table.form, after.table.form];
  return notComparable({
    zh: `${zh}:${before.year}年用${from}年版格式,${after.year}年用${to}年版格式,口径不同,不作比较。`,
    en: `${en}: ${before.year} is on the form of ${from} and ${after.year} on that of ${to}, which count differently: not compared.`,
  });
}

interface TableOfTwoYears extends Pick<SuccessiveTables, 'where'> {
  readonly key: TableKey;
  readonly name: Bilingual;
}

/** The checks of one table of two reports; none where neither has it. */
export function tableSuccessions({ before, after }: TwoYears, { key, name, where }: TableOfTwoYears): YearCheck[] {
  const [last, next] = [tableOfYear(before, key), tableOfYear(after, key)];
  if (last !== null && next !== null) return successionChecks({ before: last, after: next, table: name, where });
  if (last === null && next === null) return [];
  const year = last === null ? before.year : after.year;
  return [
    notComparable({ zh: `${year}年报告没有${name.zh}。`, en: `The report of ${year} has no ${lower(name.en)}.` }),
  ];
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
