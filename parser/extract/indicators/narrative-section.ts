import type { SectionKey } from '../../../schema/law/vocabulary/sections.ts';
import type { Paragraph } from '../../read/document.ts';

/** A section as sentences are read from it. Ordinal 0 is the preamble, which has no key. Cells of tables are not among its paragraphs. */
export interface NarrativeSection {
  readonly ordinal: number;
  readonly key: SectionKey | null;
  readonly paragraphs: readonly Pick<Paragraph, 'text' | 'offset'>[];
}
