import { z } from 'zod';

/** The same words for a Chinese and an English reader. */
export const Bilingual = z.object({ zh: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof Bilingual>;
