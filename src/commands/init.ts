import type { Command } from './command.js';

/** `octavo init`: a new book. */
export const initCommand: Command = {
  name: 'init',
  operands: 'DIR',
  summary: 'makes a new book, or one from a folder of Markdown files',
  flags: [
    { name: 'title', value: 'TEXT', help: 'the title of the book (default: made from the folder’s name)' },
    {
      name: 'from',
      value: 'FOLDER',
      help: 'take the chapters of an mdBook, a GitBook, or any folder of text',
    },
    {
      name: 'from-hugo',
      value: 'DIR',
      help: 'tell what of the Hugo site in DIR switches, and change nothing else',
    },
  ],
  run: async (...details) => (await import('./run-init.js')).runInit(...details),
};
