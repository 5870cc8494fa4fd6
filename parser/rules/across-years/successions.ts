import type { TableKey } from '../../../schema/law/forms/form.ts';
import { type FormCell, placesOf } from '../../../schema/law/forms/placed-relations.ts';
import type { Succession } from '../../../schema/law/forms/relation.ts';
import type { Bilingual } from '../../../schema/record/bilingual.ts';
import { ofOneScope } from '../../../schema/record/scope.ts';
import {
  figureAt,
  notComparable,
  type TableOfYear,
  type TwoYears,
  tableOfYear,
  type YearCheck,
  type YearFigure,
} from './across-years-rule.ts';

/** A figure with the sign it has in a sum. */
interface Term {
  readonly sign: 1 | -1;
  readonly figure: YearFigure;
}

/** A figure of the later year that follows from others. */
export interface Following {
  readonly where: Bilingual;
  readonly terms: readonly Term[];
  readonly result: YearFigure;
}

const isUnknown = ({ state }: YearFigure): boolean => state === null || state === 'unreadable';
const isBlank = ({ state }: YearFigure): boolean => state === 'blank' || state === 'notApplicable';

/**
 * Checks that the terms amount to the result. A figure that is missing or cannot be read leaves nothing to compare; so does a
 * blank, unless the sums agree with it counted as 0; and so do figures of different scopes.
 */
export function follows({ where, terms, result }: Following): YearCheck {
  const figures = [result, ...terms.map(({ figure }) => figure)];
  if (!ofOneScope(figures.map(({ scope }) => scope))) return notComparable(lacking(where, figures, otherScope));
  const unknown = figures.filter(isUnknown);
  if (unknown.length > 0) return notComparable(lacking(where, unknown, missing));
  const expected = terms.reduce((sum, { sign, figure }) => sum + sign * (figure.value ?? 0), 0);
  const actual = result.value ?? 0;
  const blanks = figures.filter(isBlank);
  if (blanks.length === figures.length) return notComparable(lacking(where, blanks, blank));
  if (expected === actual) return { outcome: 'pass' };
  if (blanks.length > 0) return notComparable(lacking(where, blanks, blank));
  return { outcome: 'fail', figures, expected, actual, message: disagreement({ where, terms, result }, expected) };
}

const missing: Bilingual = { zh: '缺失或无法读取', en: 'missing or unreadable' };
const otherScope: Bilingual = { zh: '两年统计范围不同', en: 'the years are of different scopes' };
const blank: Bilingual = { zh: '空白', en: 'blank' };

function lacking(where: Bilingual, figures: readonly YearFigure[], why: Bilingual): Bilingual {
  const list = (language: keyof Bilingual, separator: string): string =>
    figures.map((figure) => named(figure, language)).join(separator);
  return { zh: `${where.zh}:${why.zh}(${list('zh', '、')})。`, en: `${where.en}: ${why.en} (${list('en', '; ')}).` };
}

function disagreement({ where, terms, result }: Following, expected: number): Bilingual {
  const sides = (language: keyof Bilingual): [string, string] => [
    sumInWords(terms, language, expected),
    `${named(result, language)} ${result.value}`,
  ];
  const [zh, en] = [sides('zh'), sides('en')];
  return { zh: `${where.zh}:${zh[0]},而${zh[1]}。`, en: `${where.en}: ${en[0]}, but ${en[1]}.` };
}

function sumInWords(terms: readonly Term[], language: keyof Bilingual, sum: number): string {
  const words = terms.map(({ sign, figure }, index) => {
    const written = `${named(figure, language)} ${figure.value}`;
    return index === 0 ? written : `${sign === 1 ? '+' : '−'} ${written}`;
  });
  return words.length === 1 ? words.join('') : `${words.join(' ')} = ${sum}`;
}

function named({ year, name }: YearFigure, language: keyof Bilingual): string {
  return language === 'zh' ? `${year}年${name.zh}` : `${name.en} ${year}`;
}

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
