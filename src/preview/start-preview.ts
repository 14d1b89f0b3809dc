import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { findPackageRoot } from '../config/package-root.js';
import { createHandler } from './create-handler.js';
import { createGuard } from './guard-request.js';
import { listen } from './listen.js';
import { formatHost, listHosts } from './local-hosts.js';
import { openLiveSite } from './open-live-site.js';
import { createPace, type Look } from './pace-looks.js';
import type { PreviewRequest } from './preview-request.js';
import { watchBook } from './watch-book.js';

/** A preview that runs. */
export interface Preview {
  /** Of the book's home. */
  readonly url: string;
  readonly port: number;
  /** Ends at once, open pages or not. */
  readonly close: () => Promise<void>;
}

/** Milliseconds and bytes that a request may take: nobody at a browser needs more. */
const limits = { headersTimeout: 10_000, requestTimeout: 20_000, maxHeaderSize: 16_384 };
const mostConnections = 256;
/** Milliseconds between two looks at the clock. */
const alarmEvery = 1000;

/**
 * Starts a preview. A text instead of one is the system's code of why it cannot listen (`EADDRINUSE`).
 *
 * 1. The server takes its port, so that the book knows its address; requests wait.
 * 2. The book is opened, and from then on shown.
 * 3. Its folders are watched. What changes while the watch is set up is found by a look at everything.
 * 4. Each new edition is told to the open pages and, once all is quiet, checked as a whole in the background.
 */
export async function startPreview(request: PreviewRequest): Promise<Preview | string> {
  const { clock, events, host, root } = request;
  const { server, open } = createWaitingServer();
  const port = await listen(server, request);
  if (typeof port === 'string') return port;
  const origin = `http://${formatHost(host)}:${port}`;

  const live = openLiveSite(request, origin, readClient(), () => pace.hear(null));
  const onSettled = () => void live.check().catch(events.onFailure);
  const look: Look = async (changed) => {
    const hasChanged = await live.look(changed);
    // A changed configuration may name others.
    watch.follow(live.folders());
    return hasChanged;
  };
  const pace = createPace({ look, onSettled, onFailure: events.onFailure });
  await live.look(null);
  open(createHandler(createGuard(listHosts(host)), live.site, live.own, events.onFailure));

  const onReady = () => pace.hear(null);
  const watch = watchBook(root, { onWord: pace.hear, onReady, onPolling: events.onPolling });
  watch.follow(live.folders());
  const stopAlarm = startAlarm(
    () => live.validUntil(),
    clock,
    () => pace.hear(null),
  );
  const close = async () => {
    pace.stop();
    stopAlarm();
    server.close();
    server.closeAllConnections();
    await watch.close();
  };
  return { url: origin + live.site.basePath(), port, close };
}

/** A server whose requests wait until there is someone to answer them. */
function createWaitingServer(): {
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

/** Calls `ring` when the time has come for a chapter that waits for its date. Returns the way to stop it. */
function startAlarm(dueAt: () => number | null, clock: () => number, ring: () => void): () => void {
  const timer = setInterval(() => {
    const due = dueAt();
    if (due !== null && clock() >= due) ring();
  }, alarmEvery);
  return () => clearInterval(timer);
}
