import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { TestContext } from 'node:test';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { repository } from '../house/source-files.js';

export const program = join(repository, 'dist/cli.js');

/** How a run of the program ended. */
export interface Run {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the bundled program as a user would, in `folder`. */
export function spawnOctavo(folder: string, argv: readonly string[], env: Record<string, string> = {}): Run {
  const run = spawnSync(process.execPath, [program, ...argv], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

/**
 * Runs the program in a thread that all runs of a test process share, without a terminal: the same as a process of its own,
 * at a tenth of the time. With variables, which belong to a process, it is one.
 */
export function runOctavo(folder: string, argv: readonly string[], env: Record<string, string> = {}): Run {
  if (Object.keys(env).length > 0) return spawnOctavo(folder, argv, env);
  thread ??= startThread();
  const { port, ended } = thread;
  Atomics.store(ended, 0, 0);
  port.postMessage({ folder, argv });
  Atomics.wait(ended, 0, 0);
  const run: Run | undefined = receiveMessageOnPort(port)?.message;
  if (run === undefined) throw new Error('The thread of the program gave no answer.');
  return run;
}

let thread: ReturnType<typeof startThread> | undefined;

function startThread() {
  const ended = new Int32Array(new SharedArrayBuffer(4));
  const { port1: port, port2 } = new MessageChannel();
  const worker = new Worker(new URL('./program-thread.js', import.meta.url), {
    workerData: { port: port2, ended },
    transferList: [port2],
  });
  worker.unref();
  port.unref();
  return { port, ended };
}

/** An empty folder that goes with the test. */
export function makeFolder(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A book of the given files (path relative to the book → text or bytes), written in their order. */
export function makeBook(context: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = makeFolder(context);
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Every file below a folder, by path, as Latin-1 text, so that a difference can be shown. */
export function readTree(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.sort().map((file) => [file.slice(folder.length + 1), readFileSync(file, 'latin1')]),
  );
}
