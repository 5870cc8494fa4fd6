import { z } from 'zod';

/** How much the GraphQL function writes to its log. Where its records are: `TABLE_NAME`, or `TABLES` for those of many provinces. */
export const LogEnv = z.object({
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR', 'SILENT']).default('INFO'),
});

/** Who holds this token may change things: for the stack of one machine alone, which makes one up at every start. */
export const DevelopmentEnv = z.object({ DEVELOPMENT_TOKEN: z.string().min(20).optional() });
