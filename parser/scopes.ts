import { TableKey } from '../schema/law/forms/form.ts';
import { dutyOf } from '../schema/law/vocabulary/organ-kinds.ts';
import {
  exceptingBelow,
  exceptingWords,
  gatheredFrom,
  negatedScope,
  organsBelow,
  scopeWords,
  statedOf,
  statingWords,
  widerFigures,
} from '../schema/law/vocabulary/scope-words.ts';
import type { Agency } from '../schema/record/agency.ts';
import { agencyKind, canonicalOrganOf } from '../schema/record/agency-id.ts';
import type { Indicator, Statistic, Tables } from '../schema/record/report.ts';
import {
  type Scope,
  type ScopeBasis,
  type Scopes,
  scopeOf,
  type ToldScope,
  unknownScope,
} from '../schema/record/scope.ts';
import { foldedText } from './prose/aligned-text.ts';
import type { NarrativeSection } from './prose/extract-indicators.ts';
import { anyOf } from './prose/sentences.ts';
import { readingsIn } from './rules/readings.ts';
import type { LabelledScope } from './table-scopes.ts';

/** All that may tell whose figures a report gives. */
export interface ScopedReport {
  readonly title: string | null;
  readonly agency: Pick<Agency, 'name' | 'divisionCode'> | null;
  readonly year: number | null;
  /** The preamble, and the sections with their headings. */
  readonly sections: readonly (NarrativeSection & { readonly heading: string })[];
  readonly tables: Tables;
  readonly statistics: readonly Statistic[];
  readonly indicators: readonly Indicator[];
  /** Figures that its sentences give for its own level of government. */
  readonly levelFigures: readonly Indicator[];
  /** What the labels of its tables tell. */
  readonly labelled: readonly LabelledScope[];
}

/**
 * Whose figures a report and each of its tables gives. A report tells it in its title or by a statement on its figures
 * (本报告数据为全市汇总); a table by a statement or label in its section (以上数据为市本级, (全市)), by its own labels, or in that a sentence
 * gives a figure of the table as that of a scope (全市共收到234件, and 234 are printed). What is told only of the tables,
 * all alike, is told of the report, unless a table prints figures of several scopes; a label tells it of its own table, and of the report where each table has one. A department on whose report nothing says otherwise gives its own figures, by law.
 * Where two disagree it is unknown.
 */
export function recogniseScopes(report: ScopedReport): Scopes {
  const stated = statements(report);
  const bySentences = figuresTold(report);
  const tables = TableKey.options.filter((key) => report.tables[key] !== undefined);
  const byLabels = grouped(
    report.labelled.flatMap(({ key, told }): [Part, ToldScope][] => (told.scope === 'unknown' ? [] : [[key, told]])),
  );
  const own = tables.map((key) => {
    const all = [stated, byLabels, bySentences].flatMap((told) => told.get(key) ?? []);
    return { key, scope: agreed(all), isLabelled: all.length > 0 && all.every(({ from }) => from === 'label') };
  });
  const told = [...inTitle(report), ...(stated.get('report') ?? [])];
  const all = [...told, ...own.flatMap(({ scope }) => scope ?? []), ...(bySentences.get('report') ?? [])];
  const isOfSeveral = report.labelled.some(({ told, printed }) => printed.some((scope) => scope !== told.scope));
  const isOfOneTable =
    all.length > 0 && all.every(({ from }) => from === 'label') && own.some(({ isLabelled }) => !isLabelled);
  const whole =
    (isOfSeveral || isOfOneTable ? null : (agreed(all) ?? (all.length === 0 ? byLaw(report) : null))) ?? unknownScope;
  return { report: whole, tables: Object.fromEntries(own.map(({ key, scope }) => [key, scope ?? whole])) };
}

/** What everything that tells a scope tells; null where nothing does, or two of it disagree. */
function agreed(told: readonly ToldScope[]): ToldScope | null {
  const [first] = told;
  return first !== undefined && told.every(({ scope }) => scope === first.scope) ? first : null;
}

type Part = TableKey | 'report';
type Told = ReadonlyMap<Part, readonly ToldScope[]>;

function grouped(told: readonly (readonly [Part, ToldScope])[]): Told {
  const groups = Map.groupBy(told, ([part]) => part);
  return new Map([...groups].map(([part, all]) => [part, all.map(([, scope]) => scope)]));
}

/** A pattern that tells a scope by its group `words`. */
interface Telling {
  readonly scope: Scope;
  readonly from: ScopeBasis;
  readonly pattern: RegExp;
}

const inTitles = scopeWords
  .filter(({ scope }) => scope !== 'organ')
  .map(({ scope, words }): Telling => ({ scope, from: 'title', pattern: pattern(`(?<words>${anyOf(words)})`) }));

const stating = `(?<of>${anyOf(statedOf)})[^。;,\\d]{0,15}?${anyOf(statingWords)}[^。;,\\d]{0,15}?`;

const inSections: readonly Telling[] = [
  ...scopeWords.flatMap(({ scope, words }): Telling[] => [
    { scope, from: 'statement', pattern: pattern(`${stating}(?<words>${anyOf(words)})`) },
    { scope, from: 'label', pattern: pattern(`[(](?<words>${anyOf(words)})(?:数据|汇总|合计|情况|统计)*[)]`) },
  ]),
  {
    scope: 'territory',
    from: 'statement',
    pattern: pattern(
      `(?:综合|汇总)[^。;]{0,30}?(?<words>${anyOf(gatheredFrom)})[^。;]{0,60}(?:编制|编写|撰写|形成|而成)`,
    ),
  },
];

/** A statement on the report itself, which stands in any section. */
const ofReport = /报告|年报|^$/u;
/** A label stands beside a heading or table, not in the middle of prose. */
const longestLabelled = 40;
const excepting = new RegExp(anyOf(exceptingWords), 'u');
const belowLeftOut = new RegExp(exceptingBelow, 'u');
const negated = new RegExp(negatedScope, 'u');

function pattern(source: string): RegExp {
  return new RegExp(source, 'gu');
}

function inTitle({ title }: ScopedReport): ToldScope[] {
  return title === null ? [] : tellings(inTitles, { text: title, offset: null }).map(({ told }) => told);
}

function statements({ sections, tables }: ScopedReport): Told {
  return grouped(
    sections.flatMap(({ key, heading, paragraphs }) => {
      const table = TableKey.options.find((each) => each === key && tables[each] !== undefined);
      const printed = [{ text: heading, offset: null }, ...paragraphs];
      return printed.flatMap((each) =>
        tellings(inSections, each).flatMap(({ told, of }): [Part, ToldScope][] => {
          const isLabel = told.from === 'label';
          if (isLabel && (table === undefined || each.text.length > longestLabelled)) return [];
          return [[table === undefined || (!isLabel && ofReport.test(of)) ? 'report' : table, told]];
        }),
      );
    }),
  );
}

interface Printed {
  readonly text: string;
  /** Null where the place in the source is not known. */
  readonly offset: number | null;
}

/** What each pattern tells in a text, and what it says it of. A sentence that leaves something out tells nothing, but for the levels below one that it names. */
function tellings(all: readonly Telling[], { text, offset }: Printed): { told: ToldScope; of: string }[] {
  const folded = foldedText(text);
  return all.flatMap(({ scope, from, pattern: each }) =>
    [...folded.text.matchAll(each)].flatMap((match) => {
      const { words = '', of = '' } = match.groups ?? {};
      const at = match.index + match[0].lastIndexOf(words);
      const sentence = sentenceAround(folded.text, match.index);
      if (negated.test(folded.text.slice(0, at)) || (excepting.test(sentence) && !onlyBelowLeftOut(sentence, scope)))
        return [];
      const first = folded.at[at] ?? 0;
      const last = folded.at[at + words.length - 1] ?? first;
      const place = offset === null ? null : offset + first;
      return [{ told: { scope, from, words: text.slice(first, last + 1), offset: place }, of }];
    }),
  );
}

/** 仅为市本级,不含各县区 says of the level what it is; 全市,不含各县区 does not say what it leaves. */
function onlyBelowLeftOut(sentence: string, scope: Scope): boolean {
  return scope !== 'territory' && belowLeftOut.test(sentence);
}

function sentenceAround(text: string, at: number): string {
  const end = text.indexOf('。', at);
  return text.slice(text.lastIndexOf('。', at) + 1, end === -1 ? text.length : end);
}

/**
 * Scopes of tables by the sentences that give their figures. A scope of whose figures one is not that of the table tells
 * nothing: the others may agree by chance. A zero is no evidence. Figures of the annex tell the report's, and so do most
 * of the sentences' where there are neither tables nor annex.
 */
function figuresTold(report: ScopedReport): Told {
  const compared = comparedFigures(report);
  const evidence = compared.filter(
    ({ part, scope, value }) =>
      value > 0 && compared.every((other) => other.part !== part || other.scope.scope !== scope.scope || other.agrees),
  );
  return grouped(evidence.map(({ part, scope }) => [part, scope]));
}

interface ComparedFigure {
  readonly part: Part;
  readonly scope: ToldScope;
  readonly value: number;
  /** The part prints the same figure. */
  readonly agrees: boolean;
}

/** Figures of sentences that tell their scope, beside what the tables or the annex print of the same. */
function comparedFigures({ tables, statistics, indicators: stated, levelFigures }: ScopedReport): ComparedFigure[] {
  const indicators = [...stated, ...levelFigures];
  const readings = readingsIn({ tables });
  const isBare = Object.keys(tables).length === 0 && statistics.length === 0;
  if (isBare && !mostTellScope(indicators)) return [];
  return indicators.flatMap(({ key, value, unit, approximate, scope = unknownScope }): ComparedFigure[] => {
    if (key === null || unit === '%' || approximate || scope.scope === 'unknown') return [];
    if (isBare) return [{ part: 'report', scope, value, agrees: true }];
    const cells = readings(key);
    const table = TableKey.options.find((each) => cells[0]?.cells[0]?.startsWith(`${each}.`));
    if (table !== undefined) return [{ part: table, scope, value, agrees: cells.some((cell) => cell.value === value) }];
    const row = statistics.find((statistic) => statistic.key === key && statistic.cell.value !== null);
    return row === undefined ? [] : [{ part: 'report', scope, value, agrees: row.cell.value === value }];
  });
}

/** Where a report is its sentences alone, most of its figures must tell whose they are. */
function mostTellScope(indicators: readonly Indicator[]): boolean {
  const counted = indicators.filter(({ key, value }) => key !== null && value > 0);
  return counted.filter((each) => scopeOf(each) !== 'unknown').length * 2 > counted.length;
}

const figuresOfMore = new RegExp(`${anyOf(widerFigures)}|${stating}${anyOf(organsBelow)}`, 'u');

/** Departments report on their own organ: Regulations of 2008, art. 31; of 2019, art. 49, first paragraph. */
const firstYearOfLaw = 2008;

function byLaw({ title, agency, year, indicators, levelFigures, sections }: ScopedReport): ToldScope | null {
  const isDepartment = agency !== null && dutyOf(agencyKind(agency), canonicalOrganOf(agency)) === 'department';
  const printed = [
    title ?? '',
    ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(({ text }) => text)]),
  ];
  const speaksOfMore =
    [...indicators, ...levelFigures].some((each) => ['ownLevel', 'territory'].includes(scopeOf(each))) ||
    printed.some((text) => figuresOfMore.test(foldedText(text).text));
  if (!isDepartment || speaksOfMore || year === null || year < firstYearOfLaw) return null;
  return { ...unknownScope, scope: 'organ', from: 'law' };
}
