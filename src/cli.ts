#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { availableParallelism, constants } from 'node:os';
import process from 'node:process';
import { parseArguments } from './commands/arguments/parse-arguments.js';
import { buildCommand } from './commands/build.js';
import { checkCommand } from './commands/check.js';
import type { Command, Environment } from './commands/command.js';
import { configCommand } from './commands/config.js';
import { hugoCommands } from './commands/hugo-commands.js';
import { initCommand } from './commands/init.js';
import { listCommand } from './commands/list.js';
import { moveCommand } from './commands/move.js';
import { newCommand } from './commands/new.js';
import { renumberCommand } from './commands/renumber.js';
import { serveCommand } from './commands/serve.js';
import { createAsk } from './commands/terminal/create-ask.js';
import { formatCommandHelp, formatProgramHelp } from './commands/terminal/help.js';
import { tidyCommand } from './commands/tidy.js';
import { whyCommand } from './commands/why.js';
import { readProgramVersion } from './config/package-root.js';
import type { Palette } from './diagnostics/format.js';
import { nearestWord } from './text/nearest.js';

/**
 * The program: argv, environment, clock and exit code live here and nowhere else.
 *
 * 1. The first word names the command, `help COMMAND` its help; a mistyped one names the nearest. Flags alone build.
 * 2. Its flags are read against its table.
 * 3. It runs; what it returns is the exit code (0, 1 or 2).
 * 4. An interrupt undoes what is half done: exit 130.
 * 5. An exception is a fault of the program itself: exit 3 with the stack.
 */
const commands: readonly Command[] = [
  buildCommand,
  serveCommand,
  initCommand,
  newCommand,
  checkCommand,
  listCommand,
  configCommand,
  moveCommand,
  renumberCommand,
  tidyCommand,
  whyCommand,
];

const wrongUsage = 2;
const ownFault = 3;

async function main(argv: readonly string[]): Promise<number> {
  const [first, second] = argv;
  const asked = first === 'help' && second !== undefined ? [second, '--help'] : argv;
  const [word, ...rest] = isFlag(asked[0]) ? ['build', ...asked] : asked;
  if (word === undefined || word === 'help' || word === '--help' || word === '-h') {
    process.stdout.write(formatProgramHelp(commands, readProgramVersion()));
    return word === undefined ? wrongUsage : 0;
  }
  if (word === 'version' || word === 'env' || word === '--version') {
    process.stdout.write(`octavo ${readProgramVersion()}\n`);
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === word || candidate.also?.includes(word));
  return command === undefined ? failUsage(unknownCommand(word)) : runCommand(command, rest);
}

/** Flags alone build, as in Hugo; these two ask for something else. */
function isFlag(word: string | undefined): boolean {
  return word?.startsWith('-') === true && !['-h', '--help', '--version'].includes(word);
}

async function runCommand(command: Command, argv: readonly string[]): Promise<number> {
  const parsed = parseArguments(command.flags, argv);
  if (!parsed.ok) return failUsage(`${parsed.message} \`octavo ${command.name} --help\` lists the flags.`);
  if (parsed.flags['help'] === true) {
    process.stdout.write(formatCommandHelp(command));
    return 0;
  }
  const environment = createEnvironment();
  if (parsed.flags['quiet'] !== true) parsed.notes.forEach(environment.log);
  return command.run(parsed.flags, parsed.words, environment);
}

function failUsage(message: string): number {
  process.stderr.write(`octavo: ${message}\n`);
  return wrongUsage;
}

function unknownCommand(word: string): string {
  const answer = Object.hasOwn(hugoCommands, word) ? hugoCommands[word] : undefined;
  if (answer !== undefined) return `There is no command "${word}". ${answer}`;
  const names = commands.flatMap((command) => [command.name, ...(command.also ?? [])]);
  const nearest = nearestWord(word, names);
  const hint = nearest === null ? '`octavo --help` lists them.' : `Did you mean \`octavo ${nearest}\`?`;
  return `There is no command "${word}". ${hint}`;
}

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
    processors: availableParallelism(),
    print: (text) => void process.stdout.write(text),
    log: (text) => void process.stderr.write(`${text}\n`),
    progress: process.stderr.isTTY ? (text) => void process.stderr.write(`\r\u001b[K${text}`) : null,
    palette: createPalette(process.stderr),
    printPalette: createPalette(process.stdout),
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
  if (ended.error) process.stderr.write(`octavo: ${program} cannot be started: ${reasonOf(ended.error)}\n`);
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code === 'ENOENT' ? 'there is no such program.' : error.message;
}

function createPalette(stream: NodeJS.WriteStream): Palette {
  const colour = stream.isTTY && (process.env['NO_COLOR'] ?? '') === '';
  const paint = (code: number) => (text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { error: paint(31), warning: paint(33), strong: paint(1), dim: paint(2) };
}

// A reader that has seen enough (`octavo list | head`) closes the pipe: that is the end, and no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const stack = error instanceof Error ? error.stack : String(error);
  process.stderr.write(
    `${stack}\n\nThis is a fault of Octavo ${readProgramVersion()}, not of your book. ` +
      'Please report it with the lines above (`npm bugs octavo`).\n',
  );
  process.exitCode = ownFault;
}
