import { z } from 'zod';

/** Which words of a document named its agency: its title, an announcement in the text, the signature, the text's subject, the contact given for questions, or only the sender's hint. */
export const AgencyBasis = z.enum(['title', 'announcement', 'signature', 'subject', 'contact', 'hint']);
export type AgencyBasis = z.infer<typeof AgencyBasis>;

/** Which words named the year: the title, the statistics period (统计期限), or sentences that begin with it. */
const YearBasis = z.enum(['title', 'period', 'body']);

/**
 * What decided who reports on which year, for the rules that weigh it and for readers who doubt it. `otherYears` are
 * years that the title or the periods in the text name besides the report's; `provinceHint` is the province (two digits
 * of GB/T 2260) whose stack received the document. Null where nothing decided or nothing was said.
 */
export const Evidence = z.object({
  agency: AgencyBasis.nullable(),
  year: YearBasis.nullable(),
  otherYears: z.array(z.int()),
  publishedOn: z.enum(['document', 'hint']).nullable(),
  provinceHint: z.string().nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

export const noEvidence: Evidence = { agency: null, year: null, otherYears: [], publishedOn: null, provinceHint: null };
