import { Agent, request } from 'node:http';
import { childInput, tell } from '../../child.ts';
import { Load, type Throughput } from './throughput.ts';

/** Sends requests from a process of its own, which has nothing else to do. Tells what came of it. */
tell(await sendFor(Load.parse(childInput())), async () => undefined);

/** Sends a request over so many connections, each waiting for its answer before it asks again. */
async function sendFor({ port, body, connections, seconds }: Load): Promise<Throughput> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let bytes = 0;
  const start = performance.now();
  const until = start + seconds * 1000;
  const one = async () => {
    while (performance.now() < until) {
      const asked = performance.now();
      bytes = await send(agent, port, body);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  const perSecond = (times.length / (performance.now() - start)) * 1000;
  agent.destroy();
  return { perSecond, times, bytes };
}

function send(agent: Agent, port: number, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const asked = request({ agent, port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => (response.statusCode === 200 ? resolve(bytes) : reject(new Error('not answered'))));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
