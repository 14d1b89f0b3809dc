import type { Server } from 'node:http';
import { isSystemError } from '../files/system-error.js';

/** Where to listen. */
export interface ListenRequest {
  readonly host: string;
  readonly port: number;
  /** Take this port or none. */
  readonly strictPort: boolean;
}

/** Ports tried after the one that was asked for. */
const tries = 50;

/**
 * Listens, on the next free port if the one asked for is taken. Returns the port, or the system's code (`EADDRINUSE`,
 * `EACCES`, `EADDRNOTAVAIL`) when that cannot be.
 */
export async function listen(server: Server, request: ListenRequest): Promise<number | string> {
  const last =
    request.strictPort || request.port === 0 ? request.port : Math.min(65535, request.port + tries);
  for (let port = request.port; ; port += 1) {
    const outcome = await tryPort(server, request.host, port);
    if (outcome !== 'EADDRINUSE' || port >= last) return outcome;
  }
}

function tryPort(server: Server, host: string, port: number): Promise<number | string> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error) => (isSystemError(error) ? resolve(error.code) : reject(error));
    server.once('error', onError);
    server.listen({ host, port }, () => {
      server.off('error', onError);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
