import { readProgramVersion } from '../config/package-root.js';
import { isSystemError, systemReason } from '../files/system-error.js';
import { nearestWord } from '../text/nearest.js';
import { parseArguments } from './arguments/parse-arguments.js';
import { epubCommand, pdfCommand } from './book-files.js';
import { buildCommand } from './build.js';
import { checkCommand } from './check.js';
import { cleanCommand } from './clean.js';
import type { Command, Environment } from './command.js';
import { configCommand } from './config.js';
import { hugoCommands } from './hugo-commands.js';
import { initCommand } from './init.js';
import { listCommand } from './list.js';
import { moveCommand } from './move.js';
import { newCommand } from './new.js';
import { renumberCommand } from './renumber.js';
import { serveCommand } from './serve.js';
import { formatCommandHelp, formatProgramHelp } from './terminal/help.js';
import { tidyCommand } from './tidy.js';
import { whyCommand } from './why.js';

/** The commands, in the order of the help. */
export const commands: readonly Command[] = [
  buildCommand,
  serveCommand,
  initCommand,
  newCommand,
  checkCommand,
  listCommand,
  epubCommand,
  pdfCommand,
  configCommand,
  moveCommand,
  renumberCommand,
  tidyCommand,
  whyCommand,
  cleanCommand,
];

const wrongUsage = 2;
const ownFault = 3;

/**
 * Runs the program:
 *
 * 1. The first word names the command, `help COMMAND` its help; a mistyped one names the nearest. Flags alone build.
 * 2. Its flags are read against its table.
 * 3. It runs; what it returns is the exit code (0, 1 or 2).
 * 4. An exception is a fault of the program itself: exit 3 with the stack.
 */
export async function runProgram(argv: readonly string[], environment: Environment): Promise<number> {
  try {
    return await runWords(argv, environment);
  } catch (error) {
    if (isSystemError(error)) {
      // What the system refuses where no command expects it, such as a folder that may not be read.
      environment.log(`octavo: ${error.path === undefined ? '' : `${error.path}: `}${systemReason(error)}`);
      return 1;
    }
    const stack = error instanceof Error ? error.stack : String(error);
    environment.log(
      `${stack}\n\nThis is a fault of Octavo ${readProgramVersion()}, not of your book. ` +
        'Please report it with the lines above (`npm bugs octavo`).',
    );
    return ownFault;
  }
}

async function runWords(argv: readonly string[], environment: Environment): Promise<number> {
  const [first, second] = argv;
  const asked = first === 'help' && second !== undefined ? [second, '--help'] : argv;
  const [word, ...rest] = isFlag(asked[0]) ? ['build', ...asked] : asked;
  if (word === undefined || word === 'help' || word === '--help' || word === '-h') {
    environment.print(formatProgramHelp(commands, readProgramVersion()));
    return word === undefined ? wrongUsage : 0;
  }
  if (word === 'version' || word === 'env' || word === '--version') {
    environment.print(`octavo ${readProgramVersion()}\n`);
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === word || candidate.also?.includes(word));
  return command === undefined
    ? failUsage(unknownCommand(word), environment)
    : runCommand(command, rest, environment);
}

/** Flags alone build, as in Hugo; these two ask for something else. */
function isFlag(word: string | undefined): boolean {
  return word?.startsWith('-') === true && !['-h', '--help', '--version'].includes(word);
}

async function runCommand(
  command: Command,
  argv: readonly string[],
  environment: Environment,
): Promise<number> {
  const parsed = parseArguments(command.flags, argv);
  if (!parsed.ok)
    return failUsage(`${parsed.message} \`octavo ${command.name} --help\` lists the flags.`, environment);
  if (parsed.flags['help'] === true) {
    environment.print(formatCommandHelp(command));
    return 0;
  }
  if (parsed.flags['quiet'] !== true) parsed.notes.forEach(environment.log);
  return command.run(parsed.flags, parsed.words, environment);
}

function failUsage(message: string, environment: Environment): number {
  environment.log(`octavo: ${message}`);
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
