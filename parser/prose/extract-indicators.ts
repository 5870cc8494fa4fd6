import type { SectionKey } from '../../schema/law/vocabulary/sections.ts';
import type { Indicator } from '../../schema/record/report.ts';
import type { Paragraph } from '../read/document.ts';
import { type AlignedText, alignedText } from './aligned-text.ts';
import { percentStatements } from './percent-statements.ts';
import { readAbsences } from './read-figures.ts';
import { type ParagraphSetting, readSentences, sectionsNotRead } from './read-sentences.ts';
import type { Reporter } from './reporter.ts';
import { noSubject, type PlacedScope, toldInSentence } from './sentence-scopes.ts';
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

function readParagraph(placed: Placed, setting: ParagraphSetting): FoundIndicator[] {
  const found: FoundIndicator[] = [];
  for (const read of readSentences(placed.paragraph.text, placed.aligned, setting)) {
    const { sentence, clauses, subjects, statements } = read;
    const percents = percentStatements(read, setting.year);
    for (const statement of [...statements, ...percents, ...readAbsences(sentence, clauses, setting)]) {
      const { start, end, figureStart, atHome } = statement;
      const inText = { ...statement, start: sentence.start + start, end: sentence.start + end };
      const clause = clauses.findIndex(({ start, end }) => figureStart >= start && figureStart < end);
      const { scope, isAnother } = subjects[clause] ?? noSubject;
      if (!isAnother) found.push({ indicator: indicator(inText, scope, placed), atHome });
    }
  }
  return found;
}

/**
 * The figures that a report states in its sentences, in the order of the text, each once (`distinctStatements`).
 * Only wordings of `vocabulary/indicator-phrases/` are read: an unread figure is better than a wrong one.
 * Figures that the text gives for another year than the report's `year`, or for another organ or a wider area than the
 * `agency`'s, are not read. With null, neither is judged.
 */
export function extractIndicators(
  sections: readonly NarrativeSection[],
  { year, agency }: { readonly year: number | null; readonly agency: Reporter | null },
): Indicator[] {
  const found = sections
    .filter((section) => !sectionsNotRead.includes(section.key))
    .flatMap((section) =>
      section.paragraphs.flatMap((paragraph) => {
        const placed = { section, paragraph, aligned: alignedText(paragraph.text) };
        return readParagraph(placed, { section: section.key, year, agency });
      }),
    );
  return distinctStatements(found);
}
