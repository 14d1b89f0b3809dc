import type { Command } from './command.js';

/** `octavo renumber`: weights in even steps, headings counted anew. */
export const renumberCommand: Command = {
  name: 'renumber',
  operands: '[SECTION]',
  summary: 'gives chapters weights in even steps, in the order they have',
  flags: [
    { name: 'source', short: 's', value: 'DIR', help: 'the folder of the book (default: the current one)' },
    { name: 'step', value: 'NUMBER', help: 'from one weight to the next (default: 10)' },
    { name: 'headings', help: 'recount the numbers in headings, and leave the weights' },
    { name: 'write', help: 'do it; without this flag the changes are only shown' },
  ],
  run: async (...details) => (await import('./run-renumber.js')).runRenumber(...details),
};
