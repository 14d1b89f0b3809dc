import { bookFlags } from './arguments/options.js';
import type { Command } from './command.js';

/** `octavo config`: the settings that count. */
export const configCommand: Command = {
  name: 'config',
  operands: '[mounts]',
  summary: 'prints the settings of a book, or the folders that it is read from',
  flags: [
    ...bookFlags,
    { name: 'format', value: 'NAME', help: 'as yaml, toml or json (default: yaml; folders: json)' },
  ],
  run: async (...details) => (await import('./run-config.js')).runConfig(...details),
};
