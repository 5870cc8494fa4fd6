import { connect } from 'node:net';

/** Longest wait for a server that neither answers nor hangs up, in milliseconds. */
const patienceMs = 1000;

/** What a server answers to bytes that are no request of any client: '' where it hangs up. */
export function sendRaw(endpoint: string, bytes: string): Promise<string> {
  return send(endpoint, bytes, false);
}

/** Sends bytes and hangs up, as a client does that is ended half-way. */
export async function sendAndHangUp(endpoint: string, bytes: string): Promise<void> {
  await send(endpoint, bytes, true);
}

function send(endpoint: string, bytes: string, hangUp: boolean): Promise<string> {
  const { hostname, port } = new URL(endpoint);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const answer: Buffer[] = [];
    socket.setTimeout(patienceMs, () => socket.destroy());
    socket.on('data', (piece) => answer.push(piece));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(answer).toString('latin1')));
    socket.write(bytes);
    if (hangUp) socket.end();
  });
}

/** The head and the body of a request as they stand on the wire. */
export function rawRequest(line: string, headers: Readonly<Record<string, string>>, body = ''): string {
  const length = String(Buffer.byteLength(body));
  const named = { host: '127.0.0.1', connection: 'close', 'content-length': length, ...headers };
  const lines = Object.entries(named).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}
