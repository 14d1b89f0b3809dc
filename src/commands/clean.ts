import type { Command } from './command.js';

/** `octavo clean`: removes what is kept between builds. */
export const cleanCommand: Command = {
  name: 'clean',
  summary: 'removes what is kept between builds: .octavo/memory/; what is published stays',
  flags: [
    { name: 'source', short: 's', value: 'DIR', help: 'the folder of the book (default: the current one)' },
  ],
  run: async (...details) => (await import('./run-clean.js')).runClean(...details),
};
