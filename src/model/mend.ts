/** What pages set right of extracted text without touching the file, by name (`text.mend`). */
export const mendKinds = [
  'bullets',
  'equals',
  'letters',
  'lines',
  'notes',
  'numbers',
  'pages',
  'quotes',
  'titles',
  'verse',
] as const;

export type MendKind = (typeof mendKinds)[number];

/** Whether each kind is mended: everywhere, nowhere, or in chapters by patterns for their path. */
export type MendSwitches = Readonly<Record<MendKind, boolean | readonly string[]>>;

/** All of them everywhere. */
export const allMends: MendSwitches = {
  bullets: true,
  equals: true,
  letters: true,
  lines: true,
  notes: true,
  numbers: true,
  pages: true,
  quotes: true,
  titles: true,
  verse: true,
};
