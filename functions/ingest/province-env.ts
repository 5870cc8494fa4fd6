import { z } from 'zod';

/** The province whose documents a stack receives, as two digits of GB/T 2260: a report of another's agency is doubted. */
export const ProvinceEnv = z.object({
  PROVINCE_CODE: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
});
export type ProvinceEnv = z.infer<typeof ProvinceEnv>;
