import type { Bilingual } from '../../../schema/record/bilingual.ts';
import { ofOneScope } from '../../../schema/record/scope.ts';
import { notComparable, type YearCheck } from './year-check.ts';
import type { YearFigure } from './year-figure.ts';

/** A figure with the sign it has in a sum. */
export interface Term {
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
