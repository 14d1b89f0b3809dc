import { bookFlags, type FlagSpec } from './arguments/options.js';
import type { Command } from './command.js';

const outputFlag: FlagSpec = {
  name: 'output',
  short: 'o',
  value: 'PATH',
  help: 'the file, or the folder if it ends with / or is one; else books/',
};
const choiceFlags: readonly FlagSpec[] = [
  { name: 'part', value: 'PATH', isList: true, help: 'one section with all below it, such as part-1' },
  { name: 'volume', value: 'PATH', isList: true, help: 'one volume of a library' },
  { name: 'language', value: 'KEY', isList: true, help: 'one language of a book in several' },
  { name: 'json', help: 'print what was made as JSON' },
  { name: 'quiet', help: 'say nothing but errors' },
];

/** `octavo epub`: the book as a file to take along. */
export const epubCommand: Command = {
  name: 'epub',
  summary: 'makes the book an EPUB to read on a phone or an e-reader',
  flags: [...bookFlags, outputFlag, ...choiceFlags],
  run: async (flags, words, environment) => {
    const { runBookFiles } = await import('./run-book-files.js');
    return runBookFiles('epub', { flags, words, environment });
  },
};

/** `octavo pdf`: the book as a file to print or to cite. */
export const pdfCommand: Command = {
  name: 'pdf',
  summary: 'makes the book a PDF with page numbers, by a Chromium that is there',
  flags: [
    ...bookFlags,
    outputFlag,
    {
      name: 'size',
      value: 'SIZE',
      help: 'a5 (default), 6x9, a4, letter, or WIDTHxHEIGHT such as 135mmx210mm',
    },
    ...choiceFlags,
  ],
  run: async (flags, words, environment) => {
    const { runBookFiles } = await import('./run-book-files.js');
    return runBookFiles('pdf', { flags, words, environment });
  },
};
