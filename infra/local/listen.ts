import type { Server } from 'node:http';
import { refuseForeign } from './foreign.ts';

/** Local services are for this machine alone. */
export const localHost = '127.0.0.1';

/** A local service and the port it was asked to listen on; 0 takes any that is free. */
export interface PortRequest {
  /** As people call it: S3. */
  readonly service: string;
  readonly port: number;
  /** The option that chooses another port. */
  readonly option: string;
}

/** A service that listens. */
export interface LocalService {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Something else listens on the port. The message says which port, whose, and how to choose another. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';
  readonly request: PortRequest;

  constructor(request: PortRequest) {
    super(`Port ${request.port} for ${request.service} is in use. Choose another with ${request.option}.`);
    this.request = request;
  }
}

/** Starts listening, for this machine alone, and answers the port. Throws `PortInUse`. */
export function listen(server: Server, request: PortRequest): Promise<number> {
  refuseForeign(server);
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portError(error, request)));
    server.listen(request.port, localHost, () => resolve(portOf(server)));
  });
}

/** Stops listening and ends what connections are still open. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}

/** A taken port as `PortInUse`, any other error as it is. */
export function portError(error: unknown, request: PortRequest): unknown {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  return isTaken ? new PortInUse(request) : error;
}

/** The port a server listens on. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port');
  return address.port;
}
