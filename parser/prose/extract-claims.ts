import type { SectionKey } from '../../schema/law/vocabulary/sections.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import { alignedText } from './aligned-text.ts';
import { changeClaims } from './change-claims.ts';
import type { Claim } from './claim.ts';
import { type PlacedFigure, sentenceFigures } from './claim.ts';
import { sectionsNotRead } from './extract-indicators.ts';
import { noThread, readFigures } from './read-figures.ts';
import type { Reporter } from './reporter.ts';
import { clauseSubjects, noSubject } from './sentence-scopes.ts';
import { clauses, printedSentence, sentences } from './sentences.ts';
import { partClaims, shareClaims } from './share-claims.ts';
import { speaksOfPlan } from './this-year.ts';

/** What is needed of a record. */
export type ClaimingRecord = Pick<ReportRecord, 'agency' | 'year' | 'preamble' | 'sections'>;

/** A paragraph without any of these relates no figures. */
const relating = /[%％]|其中|[(（][^)）]*\d|上年|上一年|去年|[较比与]20\d\d|申请中/u;

interface Setting {
  readonly section: SectionKey | null;
  readonly ordinal: number;
  readonly year: number | null;
  readonly agency: Reporter | null;
}

/**
 * What a record's sentences say of the relations between figures: shares, changes and parts. Like indicators they are
 * read only where the wording leaves no doubt; sections on problems and plans are not read.
 */
export function extractClaims({ agency, year, preamble, sections }: ClaimingRecord): Claim[] {
  const read = sections.filter(({ key }) => !sectionsNotRead.includes(key));
  const texts = [{ key: null, ordinal: 0, text: preamble }, ...read];
  return texts.flatMap(({ key, ordinal, text }) =>
    text
      .split('\n')
      .filter((line) => relating.test(line))
      .flatMap((line) => paragraphClaims(line, { section: key, ordinal, year, agency })),
  );
}

function paragraphClaims(printed: string, { section, ordinal, year, agency }: Setting): Claim[] {
  const aligned = alignedText(printed);
  const found: Claim[] = [];
  let thread = noThread;
  let earlier: PlacedFigure[] = [];
  let subjectBefore = noSubject;
  for (const sentence of sentences(aligned.text)) {
    const parts = clauses(sentence);
    const { statements, thread: next } = readFigures(sentence, parts, { section, year, thread });
    thread = next;
    const text = printedSentence(sentence, aligned, printed);
    const { subjects, last } = clauseSubjects(sentence, parts, {
      before: sentence.continues ? subjectBefore : noSubject,
      printed: text,
      reporter: agency,
    });
    subjectBefore = last;
    const figures = sentenceFigures(sentence, parts, statements, subjects);
    const context = sentence.continues ? earlier : [];
    earlier = [...context, ...figures];
    if (speaksOfPlan(sentence.text)) continue;
    const claims = [
      ...shareClaims(sentence.text, figures, context),
      ...changeClaims(sentence.text, figures, year),
      ...partClaims(figures, context),
    ];
    found.push(...claims.map(({ at: _, ...claim }): Claim => ({ ...claim, text, section: ordinal })));
  }
  return found;
}
