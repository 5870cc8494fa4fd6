import { buildApp } from 'fauxqs';
import { refuseForeign } from './foreign.ts';
import { type LocalService, localHost, type PortRequest, portError, portOf } from './listen.ts';

/**
 * SQS in memory. What was in a queue when the process ended is found again from the bucket (`recover.ts`).
 * The server under this is S3 and SNS too, in memory without bound: those are not served.
 */
export async function startSqs(request: PortRequest): Promise<LocalService> {
  const app = buildApp({ logger: false });
  app.addHook('onRequest', async ({ headers }, reply) => {
    if (!String(headers['x-amz-target']).startsWith('AmazonSQS.'))
      await reply.code(404).send('This port is SQS alone.');
  });
  refuseForeign(app.server);
  try {
    await app.listen({ port: request.port, host: localHost });
  } catch (error) {
    throw portError(error, request);
  }
  return { endpoint: `http://${localHost}:${portOf(app.server)}`, close: () => app.close() };
}
