#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { availableParallelism, constants, homedir } from 'node:os';
import process from 'node:process';
import type { Environment } from './commands/command.js';
import { runProgram } from './commands/run-program.js';
import { createAsk } from './commands/terminal/create-ask.js';
import { createPalette, type TerminalText, toTerminal } from './commands/terminal/to-terminal.js';
import type { Palette } from './diagnostics/format.js';

// The process: argv, environment, clock, signals and exit code are read and set here and nowhere else.

/** What the process gives to a command. An interrupt undoes what is half done: exit 130. */
function createEnvironment(): Environment {
  const undos = new Set<() => void>();
  const interrupt = (signal: 'SIGINT' | 'SIGTERM') => {
    for (const undo of undos) undo();
    process.exit(128 + constants.signals[signal]);
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  return {
    folder: process.cwd(),
    now: Date.now(),
    clock: Date.now,
    variables: process.env,
    platform: process.platform,
    v8: process.versions.v8,
    home: homedir(),
    processors: availableParallelism(),
    print: (text) => write(process.stdout, toTerminal(text)),
    log: (text) => write(process.stderr, toTerminal(`${text}\n`)),
    progress: process.stderr.isTTY ? (text) => write(process.stderr, clearLine, toTerminal(text)) : null,
    palette: paletteOf(process.stderr),
    printPalette: paletteOf(process.stdout),
    columns: process.stdout.columns ?? process.stderr.columns ?? null,
    elapsed: () => performance.now(),
    ask:
      process.stdin.isTTY && process.stdout.isTTY
        ? createAsk(process.stdin, process.stdout, () => process.kill(process.pid, 'SIGINT'))
        : null,
    edit: openEditor,
    onInterrupt: (undo) => {
      undos.add(undo);
      return () => void undos.delete(undo);
    },
  };
}

/** `$VISUAL` or `$EDITOR`, with the flags that may stand in it (`code --wait`). */
async function openEditor(path: string): Promise<void> {
  const [program, ...flags] = (process.env['VISUAL'] || process.env['EDITOR'] || '').split(/\s+/);
  if (!program) {
    process.stderr.write('octavo: --edit opens what $EDITOR names, and it is not set.\n');
    return;
  }
  const ended = spawnSync(program, [...flags, path], { stdio: 'inherit' });
  if (ended.error)
    write(process.stderr, toTerminal(`octavo: ${program} cannot be started: ${reasonOf(ended.error)}\n`));
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code === 'ENOENT' ? 'there is no such program.' : error.message;
}

/** Back to the beginning of the line, which is emptied. */
const clearLine = '\r\u001b[K';

/** The only way to the streams for anything that a book may have a part in. */
function write(stream: NodeJS.WriteStream, ...pieces: readonly (TerminalText | typeof clearLine)[]): void {
  for (const piece of pieces) stream.write(piece);
}

function paletteOf(stream: NodeJS.WriteStream): Palette {
  return createPalette(stream.isTTY && (process.env['NO_COLOR'] ?? '') === '');
}

// A reader that has seen enough (`octavo list | head`) closes the pipe: that is the end, and no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
});

process.exitCode = await runProgram(process.argv.slice(2), createEnvironment());
