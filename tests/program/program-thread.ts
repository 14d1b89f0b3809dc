import { homedir } from 'node:os';
import process from 'node:process';
import { type MessagePort, workerData } from 'node:worker_threads';
import type { Environment } from '../../src/commands/command.js';
import { runProgram } from '../../src/commands/run-program.js';

/** What a run is started with. */
interface RunRequest {
  readonly folder: string;
  readonly argv: readonly string[];
}

// `run-octavo.ts` starts this thread with these two.
const { port, ended } = workerData as { readonly port: MessagePort; readonly ended: Int32Array };
const plain = (text: string) => text;
const palette = { error: plain, warning: plain, strong: plain, dim: plain };

port.on('message', async ({ folder, argv }: RunRequest) => {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const start = performance.now();
  const environment: Environment = {
    folder,
    now: Date.now(),
    clock: Date.now,
    variables: process.env,
    platform: process.platform,
    v8: process.versions.v8,
    home: homedir(),
    processors: 1,
    print: (text) => void stdout.push(text),
    log: (text) => void stderr.push(`${text}\n`),
    progress: null,
    palette,
    printPalette: palette,
    columns: null,
    elapsed: () => performance.now() - start,
    ask: null,
    edit: () => Promise.reject(new Error('An editor needs a process of its own: spawnOctavo.')),
    onInterrupt: () => () => undefined,
  };
  const code = await runProgram(argv, environment);
  port.postMessage({ code, stdout: stdout.join(''), stderr: stderr.join('') });
  Atomics.store(ended, 0, 1);
  Atomics.notify(ended, 0);
});
