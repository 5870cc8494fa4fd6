import { z } from 'zod';
import { startChild } from '../../child.ts';

/** One kind of request, sent again and again. */
export const Load = z.object({ port: z.int(), body: z.string(), connections: z.int(), seconds: z.number() });
export type Load = z.infer<typeof Load>;

const Throughput = z.object({
  perSecond: z.number(),
  /** Milliseconds of each request. */
  times: z.array(z.number()),
  bytes: z.int(),
});
export type Throughput = z.infer<typeof Throughput>;

/** How many requests are answered, asked from a process of its own. */
export async function measureThroughput(load: Load): Promise<Throughput> {
  const client = await startChild(new URL('load-process.ts', import.meta.url), load);
  await client.stop();
  return Throughput.parse(client.told);
}
