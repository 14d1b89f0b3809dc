import { entry } from '../entry.js';

/** Codes of the area `content`. */
export const contentCodes = {
  'content/inside-bundle': entry<{ file: string; bundle: string }>({
    severity: 'warning',
    message: ({ file, bundle }) => `${file} is not published: it lies in the bundle of ${bundle}.`,
    hint: () =>
      'Rename the "index.md" above it to "_index.md" to make that folder a section with pages of its own.',
  }),
};
