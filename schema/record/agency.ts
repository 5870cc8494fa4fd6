import { z } from 'zod';

/** Level of the division an agency belongs to (Constitution, art. 30), `central` for the State Council's own organs. */
export const AgencyLevel = z.enum(['central', 'province', 'prefecture', 'county', 'township']);
export type AgencyLevel = z.infer<typeof AgencyLevel>;

/**
 * An administrative organ that reports. `divisionCode` and `provinceCode` are GB/T 2260; null where the document
 * does not say enough to tell which of several divisions is meant. `id` begins with the two digits of the province
 * (`00` when unknown), so an id alone says which province's table holds the agency.
 */
export const Agency = z.object({
  id: z.string().regex(/^\d{6}-[0-9a-f]{12}$/),
  name: z.string().min(1),
  divisionCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  provinceCode: z
    .string()
    .regex(/^\d{2}$/)
    .nullable(),
  level: AgencyLevel.nullable(),
});
export type Agency = z.infer<typeof Agency>;
