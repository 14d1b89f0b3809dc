import { bookFlags } from './arguments/options.js';
import type { Command } from './command.js';

/** `octavo check`: what is wrong, or could be better, in the book. */
export const checkCommand: Command = {
  name: 'check',
  operands: '[PATH…]',
  summary: 'looks for faults: links, images, front matter, order, typography',
  flags: [
    ...bookFlags,
    { name: 'fix', help: 'mend what can be mended without asking, then look again' },
    { name: 'dry-run', help: 'with --fix: show the changes and write nothing' },
    {
      name: 'dialects',
      help: 'with --fix: also write as ours what MkDocs, Obsidian and others have of their own',
    },
    { name: 'only', value: 'CODE', help: 'this code, or all of an area: text/split-word, or text' },
    { name: 'since', value: 'REV', help: 'only chapters that differ from this revision of git' },
    { name: 'all', help: 'show every finding with its lines, however many there are' },
    { name: 'external', help: 'ask the web for every link that leads there' },
    { name: 'fail-on', value: 'LEVEL', help: 'exit with 1 from error (default), warning or advice on' },
    { name: 'baseline', value: 'FILE', help: 'pass over the findings in FILE, an earlier check --json' },
    { name: 'json', help: 'print the findings as JSON' },
    { name: 'sarif', help: 'print the findings as SARIF 2.1.0' },
  ],
  run: async (...details) => (await import('./run-check.js')).runCheck(...details),
};
