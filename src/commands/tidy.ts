import type { Command } from './command.js';

/** `octavo tidy`: paragraphs without hard-wrapped lines. */
export const tidyCommand: Command = {
  name: 'tidy',
  operands: '[WHAT…]',
  summary: 'joins hard-wrapped lines, split words and mixed quotes',
  flags: [
    { name: 'source', short: 's', value: 'DIR', help: 'the folder of the book (default: the current one)' },
    { name: 'sentences', help: 'one line a sentence, where one line a paragraph is usual' },
    { name: 'write', help: 'do it; without this flag the changes are only shown' },
  ],
  run: async (...details) => (await import('./run-tidy.js')).runTidy(...details),
};
