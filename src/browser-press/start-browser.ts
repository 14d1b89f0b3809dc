import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** An answer or event of the browser: what it holds depends on the method. */
export type Fields = Readonly<Record<string, unknown>>;

/** A browser that is driven over a pipe (the DevTools protocol); every promise is rejected with a `BrowserFailure` once it fails. */
export interface Browser {
  readonly send: (method: string, parameters?: Fields, session?: string) => Promise<Fields>;
  /** Calls for each event until the function that is returned is called. */
  readonly listen: (hear: (method: string, parameters: Fields) => void) => () => void;
  /** `156`. */
  readonly version: number;
  /** Whether it runs without its sandbox, since it could not start with it. */
  readonly isBare: boolean;
  /** Ends it and removes its profile. */
  readonly close: () => Promise<void>;
}

/** Why a browser is of no more use. */
export interface BrowserFailure extends Error {
  readonly isOfBrowser: true;
}

export function isBrowserFailure(error: unknown): error is BrowserFailure {
  return error instanceof Error && 'isOfBrowser' in error;
}

/** How to start one. */
export interface BrowserOptions {
  /** Registers what must be undone when the user interrupts; returns the way to take it back. */
  readonly onInterrupt: (undo: () => void) => () => void;
  /** Milliseconds without a word after which it counts as dead. */
  readonly patience: number;
}

/**
 * Starts a browser without a window, with an empty profile that is removed afterwards. Its sandbox stays on where it can: as
 * root in a container it cannot.
 */
export async function startBrowser(path: string, options: BrowserOptions): Promise<Browser> {
  try {
    return await start(path, false, options);
  } catch (error) {
    if (!isBrowserFailure(error) || !/sandbox/i.test(error.message)) throw error;
    return start(path, true, options);
  }
}

const FLAGS: readonly string[] = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  // A shared-memory folder of 64 MB, as containers have, is too small for a long book.
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  // Besides the refusal of every request that the book does not answer (`print-html.ts`).
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

async function start(
  path: string,
  isBare: boolean,
  { onInterrupt, patience }: BrowserOptions,
): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'octavo-press-'));
  const child = spawn(
    path,
    [...FLAGS, ...(isBare ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`, 'about:blank'],
    // A group of its own, so that all its processes can be ended.
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], detached: true },
  );
  const end = () => {
    killGroup(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
  const release = onInterrupt(end);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const wire = connect(child, patience);
  const close = async () => {
    // It may be gone already.
    await wire.send('Browser.close').catch(() => undefined);
    killGroup(child);
    await ended;
    end();
    release();
  };
  try {
    const { product } = await wire.send('Browser.getVersion');
    return { ...wire, isBare, version: Number(/\/(\d+)/.exec(String(product))?.[1] ?? 0), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of them are gone.
  }
}

interface Waiting {
  readonly resolve: (answer: Fields) => void;
  readonly reject: (failure: Error) => void;
}

/** Commands and answers as JSON, each ended by a zero byte, on the file descriptors 3 and 4. */
function connect(child: ChildProcess, patience: number): Pick<Browser, 'send' | 'listen'> {
  // The two are pipes, as `stdio` above says.
  const [to, from] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const waiting = new Map<number, Waiting>();
  const hearing = new Set<(method: string, parameters: Fields) => void>();
  let [words, failure, sent]: [string, Error | null, number] = ['', null, 0];
  const fail = (reason: string) => {
    const told = [reason, words.trim().split('\n').at(-1) ?? ''].filter((part) => part !== '').join(': ');
    failure ??= Object.assign(new Error(told), { isOfBrowser: true as const });
    clearTimeout(silence);
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  };
  const silence = setTimeout(() => fail(`it said nothing for ${patience / 60_000} minutes`), patience);
  silence.unref();
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2000);
  });
  child.once('error', ({ message }) => fail(message));
  child.once('close', (code, signal) => fail(`it ended (${signal ?? code})`));
  to.on('error', () => undefined);
  readMessages(from, ({ id, method, params, result, error }) => {
    silence.refresh();
    const asked = typeof id === 'number' ? waiting.get(id) : undefined;
    if (asked === undefined) {
      for (const hear of hearing) hear(String(method), (params ?? {}) as Fields);
      return;
    }
    waiting.delete(Number(id));
    if (error === undefined) asked.resolve((result ?? {}) as Fields);
    else asked.reject(Object.assign(new Error(JSON.stringify(error)), { isOfBrowser: true as const }));
  });
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (failure !== null) return reject(failure);
        sent += 1;
        waiting.set(sent, { resolve, reject });
        to.write(`${JSON.stringify({ id: sent, method, params, sessionId })}\0`);
      }),
    listen: (hear) => {
      hearing.add(hear);
      return () => void hearing.delete(hear);
    },
  };
}

function readMessages(from: Readable, hear: (message: Fields) => void): void {
  let parts: Buffer[] = [];
  from.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const text = Buffer.concat([...parts, chunk.subarray(start, end)]).toString();
      [parts, start] = [[], end + 1];
      hear(JSON.parse(text));
    }
    parts.push(chunk.subarray(start));
  });
}
