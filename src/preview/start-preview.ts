import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { findPackageRoot } from '../config/package-root.js';
import { isSystemError } from '../files/system-error.js';
import { createHandler } from './create-handler.js';
import { followBook } from './follow-book.js';
import { createGuard } from './guard-request.js';
import { formatHost, listHosts } from './local-hosts.js';
import { openLiveSite } from './open-live-site.js';
import type { PreviewRequest, RequestLimits } from './preview-request.js';
import { tuneHeap } from './tune-heap.js';

/** A preview that runs. */
export interface Preview {
  /** Of the book's home. */
  readonly url: string;
  readonly port: number;
  /** Ends at once, open pages or not. */
  readonly close: () => Promise<void>;
}

/** Milliseconds and bytes that a request may take: nobody at a browser needs more. */
const defaultLimits: RequestLimits = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  // Without it slow requests are looked for every half minute only.
  connectionsCheckingInterval: 2000,
  maxHeaderSize: 16_384,
};
/** Enough for every page that stays open (`live-channel.ts`), and for those that ask beside them. */
const mostConnections = 6000;

/**
 * Starts a preview. A text instead of one is the system's code of why it cannot listen (`EADDRINUSE`).
 *
 * 1. The server takes its port, so that the book knows its address; requests wait.
 * 2. The book is opened, and from then on shown.
 * 3. It is followed (`follow-book.ts`).
 * 4. Each new edition is told to the open pages and, once all is quiet, checked as a whole in the background.
 */
export async function startPreview(request: PreviewRequest): Promise<Preview | string> {
  tuneHeap();
  const { events, host, root, limits = defaultLimits } = request;
  const { server, open } = createWaitingServer(limits);
  const port = await listen(server, request);
  if (typeof port === 'string') return port;
  const origin = `http://${formatHost(host)}:${port}`;

  const live = openLiveSite(request, origin, readClient(), () => following.lookAgain());
  await live.look(null);
  open(createHandler(createGuard(listHosts(host)), live.site, live.own, events.onFailure));

  const following = followBook({
    ...{ root, poll: request.poll, look: live.look, folders: live.folders, isDue: live.isDue },
    onSettled: () => void live.check().catch(events.onFailure),
    ...events,
  });
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await following.stop();
  };
  return { url: origin + live.site.basePath(), port, close };
}

/** A server whose requests wait until there is someone to answer them. */
function createWaitingServer(limits: RequestLimits): {
  readonly server: Server;
  readonly open: (answer: RequestListener) => void;
} {
  let open: (answer: RequestListener) => void = () => undefined;
  const answer = new Promise<RequestListener>((resolve) => {
    open = resolve;
  });
  const server = createServer(limits, (request, response) => {
    void answer.then((listener) => listener(request, response));
  });
  server.maxConnections = mostConnections;
  return { server, open };
}

/** The script that pages run; the compiler puts it there. */
function readClient(): string {
  return readFileSync(join(findPackageRoot(), 'dist/browser/preview.js'), 'utf8');
}

/** Where to listen. */
interface ListenRequest {
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
async function listen(server: Server, request: ListenRequest): Promise<number | string> {
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
