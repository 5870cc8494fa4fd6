import { buildApp } from 'fauxqs';
import { localHost, type PortRequest, portError, portOf } from './listen.ts';
import type { LocalService } from './s3-server.ts';

/** SQS in memory. What was in a queue when the process ended is found again from the bucket (`recover.ts`). */
export async function startSqs(request: PortRequest): Promise<LocalService> {
  const app = buildApp({ logger: false });
  try {
    await app.listen({ port: request.port, host: localHost });
  } catch (error) {
    throw portError(error, request);
  }
  return { endpoint: `http://${localHost}:${portOf(app.server)}`, close: () => app.close() };
}
