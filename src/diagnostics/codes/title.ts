import { entry } from '../entry.js';

/** Codes of the areas `title` and `image`: what chapters and pictures are called. */
export const titleCodes = {
  'title/missing': entry<{ fallback: string }>({
    severity: 'warning',
    message: ({ fallback }) => `The chapter has no title; its file name stands in: "${fallback}".`,
    hint: () => 'Write `title:` into its front matter.',
  }),
  'title/duplicate': entry<{ label: string; file: string }>({
    severity: 'warning',
    message: ({ label, file }) =>
      `"${label}" is also the name of ${file}: readers cannot tell the two apart.`,
    hint: () => 'Give one of them another title, or a heading of its own.',
  }),
  'image/missing-alt': entry<{ written: string }>({
    severity: 'warning',
    message: ({ written }) => `The image "${written}" has no text for those who cannot see it.`,
    hint: () => 'Say between the brackets what it shows: `![A press with its bar pulled](press.png)`.',
  }),
  'image/odd-alt': entry<{ alt: string; reason: string }>({
    severity: 'advice',
    message: ({ alt, reason }) => `The text "${alt}" of the image ${reason}.`,
    hint: () => 'Say in a sentence what it shows.',
  }),
  'image/unreadable': entry<{ name: string }>({
    severity: 'warning',
    message: ({ name }) => `The file "${name}" is no picture that a browser can show.`,
    hint: () =>
      'It is damaged, or its name promises another format: save it again, as PNG or JPEG for instance.',
  }),
  'content/duplicate-paragraph': entry<{ beginning: string; file: string; line: number }>({
    severity: 'warning',
    message: ({ beginning, file, line }) => `The paragraph "${beginning}…" is in ${file}:${line} as well.`,
    hint: () => 'Keep one of them.',
  }),
};
