import { readFileSync } from 'node:fs';
import type { NarrativeSection } from '../../../../parser/prose/extract-indicators.ts';
import type { SectionKey } from '../../../../schema/law/vocabulary/sections.ts';

/** Headings of a sample as its lines begin, with what the sections are about; null ends what is narrative. */
export type SampleHeadings = readonly (readonly [string, SectionKey])[];

export interface Sample {
  readonly text: string;
  readonly sections: readonly NarrativeSection[];
}

interface Line {
  readonly text: string;
  readonly offset: number;
}

function linesOf(text: string): Line[] {
  let offset = 0;
  return text.split('\n').map((line) => {
    const start = offset;
    offset += line.length + 1;
    return { text: line, offset: start };
  });
}

/** A sample cut at its printed headings, as the parser hands it over: a paragraph a line, the preamble with ordinal 0. */
export function sampleSections(file: string, headings: SampleHeadings): Sample {
  const text = readFileSync(new URL(`../../../../samples/${file}`, import.meta.url), 'utf8');
  const lines = linesOf(text);
  const starts = headings.map(([heading]) => lines.findIndex((line) => line.text.trim().startsWith(heading)));
  const sections = headings.map(([, key], index) => ({
    ordinal: index + 1,
    key,
    paragraphs: lines.slice((starts[index] ?? 0) + 1, starts[index + 1]),
  }));
  return { text, sections: [{ ordinal: 0, key: null, paragraphs: lines.slice(0, starts[0]) }, ...sections] };
}
