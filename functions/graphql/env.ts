import { z } from 'zod';

/** How much the GraphQL function writes to its log. Where its records are: `TABLE_NAME`, or `TABLES` for those of many provinces. */
export const LogEnv = z.object({
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR', 'SILENT']).default('INFO'),
});
