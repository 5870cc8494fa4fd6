import type { ReportRecord } from '../../schema/record/report.ts';
import { alignedText } from './aligned-text.ts';
import { changeClaims } from './change-claims.ts';
import type { Claim } from './claim.ts';
import { type ParagraphSetting, readSentences, sectionsNotRead } from './read-sentences.ts';
import { partClaims, shareClaims } from './share-claims.ts';
import { speaksOfPlan } from './this-year.ts';

/** What is needed of a record. */
export type ClaimingRecord = Pick<ReportRecord, 'agency' | 'year' | 'preamble' | 'sections'>;

/** A paragraph without any of these relates no figures. */
const relating = /[%％]|其中|[(（][^)）]*\d|上年|上一年|去年|[较比与]20\d\d|申请中/u;

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
      .flatMap((line) => [...claimsOf(line, { section: key, year, agency })])
      .map((claim): Claim => ({ ...claim, section: ordinal })),
  );
}

function* claimsOf(line: string, setting: ParagraphSetting) {
  for (const { sentence, printed, figures, earlier } of readSentences(line, alignedText(line), setting)) {
    if (speaksOfPlan(sentence.text)) continue;
    const claims = [
      ...shareClaims(sentence.text, figures, earlier),
      ...changeClaims(sentence.text, figures, setting.year),
      ...partClaims(figures, earlier),
    ];
    for (const { at: _, ...claim } of claims) yield { ...claim, text: printed };
  }
}
