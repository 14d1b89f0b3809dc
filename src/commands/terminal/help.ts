import { largest } from '../../lists/largest.js';
import { type FlagSpec, helpFlag } from '../arguments/options.js';
import type { Command } from '../command.js';

/** The text of `octavo --help`. */
export function formatProgramHelp(commands: readonly Command[], version: string): string {
  const width = largest(commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    `Octavo ${version}: books from Markdown chapters`,
    '',
    'usage: octavo COMMAND [FLAGS]',
    '',
    ...lines,
    '',
    'octavo COMMAND --help lists the flags of a command.',
    '',
  ].join('\n');
}

/** The text of `octavo COMMAND --help`. */
export function formatCommandHelp(command: Command): string {
  const flags = [...command.flags, helpFlag];
  const names = flags.map(formatFlagNames);
  const width = largest(names.map((name) => name.length));
  const lines = flags.map((flag, index) => `  ${(names[index] ?? '').padEnd(width)}  ${flag.help}`);
  const operands = command.operands === undefined ? '' : ` ${command.operands}`;
  return [`usage: octavo ${command.name}${operands} [FLAGS]`, '', command.summary, '', ...lines, ''].join(
    '\n',
  );
}

function formatFlagNames(flag: FlagSpec): string {
  const short = flag.short === undefined ? '    ' : `-${flag.short}, `;
  return `${short}--${flag.name}${formatValue(flag)}`;
}

function formatValue({ value, bareValue }: FlagSpec): string {
  if (value === undefined) return '';
  return bareValue === undefined ? ` ${value}` : `[=${value}]`;
}
