import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { listen, localHost, stop } from '../../infra/local/listen.ts';

/** One call to DynamoDB as it went over the wire. Units are what DynamoDB says it consumed of the table itself. */
export interface TappedCall {
  /** `Query`, `PutItem`, … as in the action of a policy. */
  readonly action: string;
  readonly index: string | null;
  readonly units: number;
}

export interface DynamoTap {
  readonly endpoint: string;
  /** Calls since the last time, which starts the next. */
  read(): TappedCall[];
  close(): Promise<void>;
}

const Asked = z.looseObject({ IndexName: z.string().optional() });
const Units = z.looseObject({ CapacityUnits: z.number().default(0) });
const Answered = z.looseObject({ ConsumedCapacity: z.union([Units, z.array(Units)]).optional() });

/**
 * Stands between a client and DynamoDB, passes everything on, and keeps what was asked: whatever the code in between does.
 * The target is asked for with each call, so that it may start after the tap.
 */
export async function startDynamoTap(target: () => string): Promise<DynamoTap> {
  let calls: TappedCall[] = [];
  const server = createServer(async (request, response) => {
    const asked = Asked.parse(JSON.parse(await text(request)));
    const body = JSON.stringify({ ...asked, ReturnConsumedCapacity: 'TOTAL' });
    const answer = await fetch(target(), { method: 'POST', headers: passedOn(request.headers), body });
    const answered = await answer.text();
    const action = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    calls.push({ action, index: asked.IndexName ?? null, units: unitsOf(answered) });
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(answered);
  });
  const port = await listen(server, { service: 'DynamoDB tap', port: 0, option: 'none' });
  return {
    endpoint: `http://${localHost}:${port}`,
    read() {
      const read = calls;
      calls = [];
      return read;
    },
    close: () => stop(server),
  };
}

/** Headers of a request that are not about the connection it came on. */
function passedOn(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const connection = ['host', 'connection', 'content-length'];
  const passed = Object.entries(headers).filter(([name]) => !connection.includes(name));
  return Object.fromEntries(passed.map(([name, value]) => [name, String(value)]));
}

function unitsOf(answered: string): number {
  const { ConsumedCapacity = [] } = Answered.parse(JSON.parse(answered));
  return [ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
}
