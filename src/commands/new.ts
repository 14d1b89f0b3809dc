import { placeFlags } from './arguments/place-flags.js';
import type { Command } from './command.js';

/** `octavo new`: a further chapter. */
export const newCommand: Command = {
  name: 'new',
  operands: '[PATH]',
  summary: 'adds a chapter: next weight, next heading, today’s date',
  flags: [
    { name: 'source', short: 's', value: 'DIR', help: 'the folder of the book (default: the current one)' },
    ...placeFlags,
    { name: 'title', value: 'TEXT', help: 'its title; asked for on a terminal' },
    { name: 'part', value: 'TITLE', help: 'add a part, a section of its own, after the last one' },
    { name: 'chapter', help: 'begin a chapter (15) where another piece of one (14g) would follow' },
    { name: 'piece', help: 'add a piece (1b) where another chapter (2) would follow' },
    {
      name: 'kind',
      short: 'k',
      value: 'NAME',
      help: 'fill in templates/archetypes/NAME.md (default: default)',
    },
    { name: 'edit', also: ['editor'], help: 'open it in $EDITOR' },
    { name: 'dry-run', help: 'show what would be written' },
  ],
  run: async (...details) => (await import('./run-new.js')).runNew(...details),
};
