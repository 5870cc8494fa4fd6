import { z } from 'zod';
import { TableEnv } from '../../infra/env.ts';

/** Settings of the GraphQL function. */
export const GraphqlEnv = TableEnv.extend({
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR', 'SILENT']).default('INFO'),
});
export type GraphqlEnv = z.infer<typeof GraphqlEnv>;
