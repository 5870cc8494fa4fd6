import { z } from 'zod';

/**
 * One printed thing a finding is about. `path` is a record path, with `@2019` behind it where it is another year's and
 * `@before` where it is the earlier edition's, `@copy` where it is another copy's. `printed` is the figure, or the state of a cell without one; null where the
 * path leads to no single printed thing.
 */
export const Operand = z.object({ path: z.string(), printed: z.string().nullable() });
export type Operand = z.infer<typeof Operand>;
