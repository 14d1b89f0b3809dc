import { entry } from '../entry.js';

/** Codes of the area `content`. */
export const contentCodes = {
  'content/unknown-menu-parent': entry<{ menu: string; parent: string; entry: string }>({
    severity: 'warning',
    message: ({ menu, parent, entry }) =>
      `The entry "${entry}" of the menu "${menu}" belongs below "${parent}", which is no entry.`,
    hint: () => 'Name the identifier or else the name of another entry; until then one is made up.',
  }),
  'content/other-format': entry<{ file: string; format: string }>({
    severity: 'warning',
    message: ({ file, format }) => `${file} is left out: it is a chapter in ${format}, which is not read.`,
    hint: () => 'Convert it to Markdown, for instance with pandoc.',
  }),
  'content/inside-bundle': entry<{ file: string; bundle: string }>({
    severity: 'warning',
    message: ({ file, bundle }) => `${file} is not published: it lies in the bundle of ${bundle}.`,
    hint: () =>
      'Rename the "index.md" above it to "_index.md" to make that folder a section with pages of its own.',
  }),
};
