import { z } from 'zod';

/**
 * Which words of a document named its agency: its title, an announcement in the text, who is said to have made it, a
 * name for which the text defines a short one, the signature, the contact given for questions, the subject of a
 * sentence, a field of the page, the name of the file, or only the sender's hint; the site of its address speaks only against another place.
 */
export const AgencyBasis = z.enum([
  'title',
  'announcement',
  'maker',
  'definition',
  'signature',
  'contact',
  'subject',
  'field',
  'file',
  'hint',
  'site',
]);
export type AgencyBasis = z.infer<typeof AgencyBasis>;

/** Which words named the year: the title, the statistics period (统计期限), or sentences that begin with it. */
const YearBasis = z.enum(['title', 'period', 'body']);

/** The time that figures are said to be of, as printed, with its first day, null where none is printed, and its last: ISO 8601. */
const PrintedPeriod = z.object({ words: z.string(), from: z.iso.date().nullable(), to: z.iso.date() });
export type PrintedPeriod = z.infer<typeof PrintedPeriod>;

/**
 * Days given for the publication that cannot be it, or of which only one can. `contradictsYear` where a day is before the
 * end of the report's year, and no statistics period tells that the year is right and the day the slip.
 */
const DoubtfulPublication = z.object({ days: z.array(z.iso.date()).min(1), contradictsYear: z.boolean() });
export type DoubtfulPublication = z.infer<typeof DoubtfulPublication>;

/**
 * What decided who reports on which year, for the rules that weigh it and for readers who doubt it. `otherYears` are
 * years that the title or the periods in the text name besides the report's; `provinceHint` is the province (two digits
 * of GB/T 2260) whose stack received the document. Null where nothing decided or nothing was said.
 * `agencyConfidence` is from 0 to 1 (`identity.agency` holds what is below its threshold); `agencyNamings` are all the
 * words that name an organ as reports name their own; `likelyDivisions` are names for which the printed place may be a slip.
 * `otherPeriod` is there where the figures are said to be of another time than a calendar year; `doubtfulPublication` holds days
 * given for the publication that cannot be it, or of which only one can; `draftWords` what a title calls a draft or a model by; `receivedInYear` the day on
 * which the document was received, where the report's year was not near its end.
 */
export const Evidence = z.object({
  agency: AgencyBasis.nullable(),
  agencyConfidence: z.number().min(0).max(1).nullable().default(null),
  agencyNamings: z.array(z.object({ from: AgencyBasis, words: z.string() })).default([]),
  likelyDivisions: z.array(z.string()).default([]),
  year: YearBasis.nullable(),
  otherYears: z.array(z.int()),
  otherPeriod: PrintedPeriod.optional(),
  doubtfulPublication: DoubtfulPublication.optional(),
  draftWords: z.string().optional(),
  receivedInYear: z.iso.date().optional(),
  publishedOn: z.enum(['document', 'hint']).nullable(),
  provinceHint: z.string().nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

/** Below this a report is not published under the agency's name unseen. */
export const leastConfidence = 0.5;

export const noEvidence: Evidence = {
  agency: null,
  agencyConfidence: null,
  agencyNamings: [],
  likelyDivisions: [],
  year: null,
  otherYears: [],
  publishedOn: null,
  provinceHint: null,
};
