import type { SectionKey } from '../../schema/law/vocabulary/sections.ts';
import type { Indicator } from '../../schema/record/report.ts';
import type { Paragraph } from '../read/document.ts';
import { type AlignedText, alignedText } from './aligned-text.ts';
import { percentStatements } from './percent-statements.ts';
import { noThread, readAbsences, readFigures } from './read-figures.ts';
import { type ParagraphSetting, type ReadSentence, readSentences, sectionsNotRead } from './read-sentences.ts';
import type { Reporter } from './reporter.ts';
import { type ClauseSubject, noSubject, type PlacedScope, toldInSentence } from './sentence-scopes.ts';
import { clauses, type Sentence } from './sentences.ts';
import { distinctStatements, type FoundIndicator, type Statement } from './statement.ts';

/** A section as sentences are read from it. Ordinal 0 is the preamble, which has no key. Cells of tables are not among its paragraphs. */
export interface NarrativeSection {
  readonly ordinal: number;
  readonly key: SectionKey | null;
  readonly paragraphs: readonly Pick<Paragraph, 'text' | 'offset'>[];
}

type PrintedParagraph = NarrativeSection['paragraphs'][number];

interface Placed {
  readonly section: NarrativeSection;
  readonly paragraph: PrintedParagraph;
  readonly aligned: AlignedText;
}

/** `start` and `end` are indices of the aligned text. */
function indicator(
  statement: Statement,
  scope: PlacedScope | null,
  { section, paragraph, aligned }: Placed,
): Indicator {
  const first = aligned.at[statement.start] ?? 0;
  const last = aligned.at[statement.end - 1] ?? first;
  const { key, value, unit, approximate } = statement;
  const text = paragraph.text.slice(first, last + 1);
  return {
    key,
    label: null,
    value,
    unit,
    approximate,
    text,
    section: section.ordinal,
    offset: paragraph.offset + first,
    scope: toldInSentence(scope, aligned, paragraph),
  };
}

/** Statements of a sentence as indicators: those in clauses with a subject that is asked for. */
function indicatorsOf(
  statements: readonly Statement[],
  { sentence, clauses: parts, subjects }: Pick<ReadSentence, 'sentence' | 'clauses' | 'subjects'>,
  { placed, isAsked }: { readonly placed: Placed; readonly isAsked: (subject: ClauseSubject) => boolean },
): FoundIndicator[] {
  return statements.flatMap((statement) => {
    const { figureStart, atHome } = statement;
    const clause = parts.findIndex(({ start, end }) => figureStart >= start && figureStart < end);
    const subject = subjects[clause] ?? noSubject;
    if (!isAsked(subject)) return [];
    const [start, end] = [sentence.start + statement.start, sentence.start + statement.end];
    return [{ indicator: indicator({ ...statement, start, end }, subject.scope, placed), atHome }];
  });
}

const isReporters = ({ isAnother }: ClauseSubject) => !isAnother;

function readParagraph(placed: Placed, setting: ParagraphSetting): FoundIndicator[] {
  return [...readSentences(placed.paragraph.text, placed.aligned, setting)].flatMap((read) => {
    const { sentence, clauses: parts, statements } = read;
    const all = [...statements, ...percentStatements(read, setting.year), ...readAbsences(sentence, parts, setting)];
    return indicatorsOf(all, read, { placed, isAsked: isReporters });
  });
}

/** Stands for the words of a level, which are no part of what a figure counts. */
const masked = '甲';

/** A sentence in which the words for the reporter's own level are hidden, so that what stands beside them is read as beside any subject; null where it has none. */
function withoutLevels(sentence: Sentence, subjects: readonly ClauseSubject[]): Sentence | null {
  const levels = subjects.flatMap(({ scope }) => (scope?.scope === 'ownLevel' ? [scope] : []));
  if (levels.length === 0) return null;
  const text = levels.reduce((before, { start, end }) => {
    const [from, to] = [start - sentence.start, end - sentence.start];
    return from < 0 ? before : before.slice(0, from) + masked.repeat(to - from) + before.slice(to);
  }, sentence.text);
  return { ...sentence, text };
}

const isOwnLevel = ({ scope, isAnother }: ClauseSubject) => !isAnother && scope?.scope === 'ownLevel';

function readLevels(placed: Placed, setting: ParagraphSetting): FoundIndicator[] {
  if (!speaksOfLevel.test(placed.paragraph.text)) return [];
  return [...readSentences(placed.paragraph.text, placed.aligned, setting)].flatMap(({ sentence, subjects }) => {
    const seen = withoutLevels(sentence, subjects);
    if (seen === null) return [];
    const parts = clauses(seen);
    const { statements } = readFigures(seen, parts, { ...setting, thread: noThread });
    return indicatorsOf(statements, { sentence, clauses: parts, subjects }, { placed, isAsked: isOwnLevel });
  });
}

const speaksOfLevel = /本级|级各?行政机关|政府及其/u;

/**
 * The figures that a report's sentences give for its own level of government (市本级收到56件), read as `extractIndicators` reads others. They are its
 * indicators where the report is of that level; else they only tell of which scope a table is that prints the same.
 */
export function extractLevelFigures(sections: readonly NarrativeSection[], reported: Reported): Indicator[] {
  return readSections(sections, reported, readLevels);
}

/** Figures of sentences with those of the report's own level that are not among them, in the order of the text. */
export function withLevelFigures(indicators: readonly Indicator[], levels: readonly Indicator[]): Indicator[] {
  const isThere = (level: Indicator) => indicators.some(({ key, value }) => key === level.key && value === level.value);
  return [...indicators, ...levels.filter((level) => !isThere(level))].toSorted(
    (a, b) => a.section - b.section || a.offset - b.offset,
  );
}

/**
 * The figures that a report states in its sentences, in the order of the text, each once (`distinctStatements`).
 * Only wordings of `vocabulary/indicator-phrases/` are read: an unread figure is better than a wrong one.
 * Figures that the text gives for another year than the report's `year`, or for another organ or a wider area than the
 * `agency`'s, are not read. With null, neither is judged.
 */
export function extractIndicators(sections: readonly NarrativeSection[], reported: Reported): Indicator[] {
  return readSections(sections, reported, readParagraph);
}

/** Of which year the report is, and whose. */
interface Reported {
  readonly year: number | null;
  readonly agency: Reporter | null;
}

function readSections(
  sections: readonly NarrativeSection[],
  { year, agency }: Reported,
  read: (placed: Placed, setting: ParagraphSetting) => FoundIndicator[],
): Indicator[] {
  const found = sections
    .filter((section) => !sectionsNotRead.includes(section.key))
    .flatMap((section) =>
      section.paragraphs.flatMap((paragraph) => {
        const placed = { section, paragraph, aligned: alignedText(paragraph.text) };
        return read(placed, { section: section.key, year, agency });
      }),
    );
  return distinctStatements(found);
}
