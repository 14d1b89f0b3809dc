import { placeFlags } from './arguments/place-flags.js';
import type { Command } from './command.js';

/** `octavo move`: a chapter, or a section with all that is in it, to another place. */
export const moveCommand: Command = {
  name: 'move',
  operands: 'WHAT',
  summary: 'moves a chapter or section after or before another one, or into a section',
  flags: [
    { name: 'source', short: 's', value: 'DIR', help: 'the folder of the book (default: the current one)' },
    ...placeFlags,
    { name: 'into', value: 'SECTION', help: 'after the last chapter of this section, which may be empty' },
    { name: 'across-volumes', help: 'from one volume of a library into another, without asking' },
    { name: 'write', help: 'do it; without this flag the changes are only shown' },
  ],
  run: async (...details) => (await import('./run-move.js')).runMove(...details),
};
