import { entry } from '../entry.js';

/** Codes of the area `edit`: commands that change chapters. Whatever they report as an error, no file was changed. */
export const editCodes = {
  'edit/refused': entry<{ reason: string }>({
    severity: 'error',
    message: ({ reason }) => `The file was left alone: ${reason}.`,
    hint: () => 'Make this change by hand, or write the front matter as plain lines of `key: value`.',
  }),
  'edit/changed-meanwhile': entry<{ exists: boolean }>({
    severity: 'error',
    message: ({ exists }) =>
      exists ? 'The file was changed by somebody else just now.' : 'A file of this name is there already.',
    hint: () => 'Nothing was written. Run the command again, or give the new file another name.',
  }),
  'edit/outside': entry<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `"${path}" leads out of the book's folder, where nothing is written.`,
    hint: () => 'Name a file inside the book; links that lead out of it are not followed.',
  }),
  'edit/cannot-write': entry<{ reason: string }>({
    severity: 'error',
    message: ({ reason }) => `The file cannot be written: ${reason}.`,
    hint: () => 'All files are as they were before. Mend the cause and run the command again.',
  }),
  'edit/taken-back': entry<{ count: number }>({
    severity: 'note',
    message: ({ count }) =>
      `An earlier command was killed while it changed files: ${count === 1 ? 'the one' : `the ${count}`} that it had changed ${count === 1 ? 'is' : 'are'} as before.`,
    hint: () => 'Run that command again.',
  }),
};
