import { z } from 'zod';
import { Bilingual } from './bilingual.ts';

/** Why a document was rejected: what happened and what to do about it. Codes are listed in `vocabulary/reasons.ts`. */
export const Reason = z.object({ code: z.string(), message: Bilingual });
export type Reason = z.infer<typeof Reason>;
