import type { SectionKey } from '../../schema/law/vocabulary/sections.ts';
import type { AlignedText } from './aligned-text.ts';
import { type PlacedFigure, sentenceFigures } from './claim.ts';
import { noThread, readFigures } from './read-figures.ts';
import type { Reporter } from './reporter.ts';
import { type ClauseSubject, clauseSubjects, noSubject } from './sentence-scopes.ts';
import { type Clause, clauses, printedSentence, type Sentence, sentences } from './sentences.ts';
import type { Statement } from './statement.ts';

/** Sections whose figures are plans, or are read from the annex itself. */
export const sectionsNotRead: readonly (SectionKey | null)[] = ['problemsAndImprovements', 'statistics'];

/** Where a paragraph stands: in which section, of which year's report, and of whose. With null, year and organ are not judged. */
export interface ParagraphSetting {
  readonly section: SectionKey | null;
  readonly year: number | null;
  readonly agency: Reporter | null;
}

/** A sentence as it was read, once for all that is made of it: indicators, shares, changes, parts. */
export interface ReadSentence {
  readonly sentence: Sentence;
  /** As printed, with its brackets and spaces. */
  readonly printed: string;
  readonly clauses: readonly Clause[];
  /** Whose figures each clause gives, in the order of `clauses`. */
  readonly subjects: readonly ClauseSubject[];
  /** Figures that are known indicators of the report's year. */
  readonly statements: readonly Statement[];
  /** Every figure, in order. */
  readonly figures: readonly PlacedFigure[];
  /** Figures of the sentences that this one goes on about. */
  readonly earlier: readonly PlacedFigure[];
}

/** The sentences of a paragraph, `printed` and aligned, in order. What one speaks of and whose figures it gives goes on to those that continue it. */
export function* readSentences(
  printed: string,
  aligned: AlignedText,
  { section, year, agency }: ParagraphSetting,
): Generator<ReadSentence> {
  let thread = noThread;
  let before: readonly PlacedFigure[] = [];
  let subjectBefore = noSubject;
  for (const sentence of sentences(aligned.text)) {
    const parts = clauses(sentence);
    const text = printedSentence(sentence, aligned, printed);
    const { subjects, last } = clauseSubjects(sentence, parts, {
      before: sentence.continues ? subjectBefore : noSubject,
      printed: text,
      reporter: agency,
    });
    const { statements, thread: next } = readFigures(sentence, parts, { section, year, thread });
    const figures = sentenceFigures(sentence, parts, statements, subjects);
    const earlier = sentence.continues ? before : [];
    yield { sentence, printed: text, clauses: parts, subjects, statements, figures, earlier };
    thread = next;
    subjectBefore = last;
    before = [...earlier, ...figures];
  }
}
