import type { Command } from './command.js';

/** `octavo why`: what a page is, and what makes it so. */
export const whyCommand: Command = {
  name: 'why',
  operands: 'PAGE',
  summary: 'explains a page: address, place, template, dates, and where each comes from',
  flags: [
    { name: 'source', short: 's', value: 'DIR', help: 'the folder of the book (default: the current one)' },
    { name: 'clock', value: 'DATE', help: 'take DATE (ISO 8601) as now' },
    { name: 'json', help: 'as a JSON array' },
  ],
  run: async (...details) => (await import('./run-why.js')).runWhy(...details),
};
