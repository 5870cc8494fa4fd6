import { z } from 'zod';
import { Bilingual } from './bilingual.ts';

/**
 * Why a document was rejected: what happened and what to do about it. Codes are listed in `vocabulary/reasons.ts`;
 * `detail` is what of the document it speaks of, such as the attachment that a page links to.
 */
export const Reason = z.object({ code: z.string(), message: Bilingual, detail: z.string().optional() });
export type Reason = z.infer<typeof Reason>;
