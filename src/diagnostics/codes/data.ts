import { entry } from '../entry.js';

/** Codes of the area `data`. */
export const dataCodes = {
  'data/invalid-syntax': entry<{ format: string; reason: string }>({
    severity: 'error',
    message: ({ format, reason }) => `This is not valid ${format}: ${reason}.`,
    hint: () => 'Check this line and the one above for quotes, brackets and indentation.',
  }),
  'data/duplicate': entry<{ name: string; other: string }>({
    severity: 'error',
    message: ({ name, other }) => `\`site.data.${name}\` is what ${other} says already.`,
    hint: () => 'Rename one of the two files.',
  }),
};
