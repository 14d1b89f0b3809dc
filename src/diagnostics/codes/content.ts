import { entry } from '../entry.js';

/** Codes of the area `content`. */
export const contentCodes = {
  'content/merge-marks': entry<{ mark: string }>({
    severity: 'error',
    lenient: true,
    message: ({ mark }) => `The line begins with "${mark}": a merge in git is not finished here.`,
    hint: () => 'Keep one of the two versions, and take out the lines with the marks.',
  }),
  'content/unknown-menu-parent': entry<{ menu: string; parent: string; entry: string }>({
    severity: 'warning',
    message: ({ menu, parent, entry }) =>
      `The entry "${entry}" of the menu "${menu}" belongs below "${parent}", which is no entry.`,
    hint: () => 'Name the identifier or else the name of another entry; until then one is made up.',
  }),
  'content/nested-volume': entry<{ pattern: string; section: string }>({
    severity: 'warning',
    message: ({ pattern, section }) =>
      `The pattern "${pattern}" of \`volumes\` names the section "${section}", which is inside a volume; it is a part of that volume.`,
    hint: () => 'Volumes do not nest: let the pattern name one level only, such as `research/*/*`.',
  }),
  'content/no-volume': entry<{ pattern: string }>({
    severity: 'warning',
    message: ({ pattern }) => `The pattern "${pattern}" of \`volumes\` names no section.`,
    hint: () => 'Write the path of the sections below content/, with `*` for one folder: `research/*/*`.',
  }),
  'content/live-copies': entry<{ count: number }>({
    severity: 'note',
    message: ({ count }) =>
      count === 1
        ? 'This file below content/ is published as it is, and may run scripts in the browser of whoever opens it.'
        : `${count} files below content/, of which this is the first, are published as they are, and may run scripts in the browser of whoever opens one.`,
    hint: () =>
      'HTML and drawings with scripts are taken for yours, as those in static/ are. Leave them out where others write your chapters.',
  }),
  'content/other-format': entry<{ file: string; format: string }>({
    severity: 'warning',
    message: ({ file, format }) => `${file} is left out: it is a chapter in ${format}, which is not read.`,
    hint: () => 'Convert it to Markdown, for instance with pandoc.',
  }),
  'content/inside-bundle': entry<{ file: string; bundle: string }>({
    severity: 'warning',
    message: ({ file, bundle }) => `${file} is not published: it is in the bundle of ${bundle}.`,
    hint: () =>
      'Rename the "index.md" above it to "_index.md" to make that folder a section with pages of its own.',
  }),
};
