import { z } from 'zod';
import { AwsEnv, ListsBehind } from '../../aws/env.ts';

const Table = z.object({ tableName: z.string().min(1), region: z.string().min(1) });

/** Provinces' tables, by the first two digits of their GB/T 2260 codes. */
export const Tables = z.record(z.string().regex(/^\d{2}$/), Table);
export type Tables = z.infer<typeof Tables>;

/** What the national gateway needs: `TABLES` is JSON, `{"51":{"tableName":"gongkai-sichuan-records","region":"cn-north-1"}}`. */
export const NationalEnv = AwsEnv.extend({
  TABLES: z.string().transform(parseJson).pipe(Tables),
  ...ListsBehind.shape,
});
export type NationalEnv = z.infer<typeof NationalEnv>;

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
}
