import { writeFullDayTime } from '../../time/full-day-time.js';
import { describeRepeated } from '../describe-repeated.js';
import { entry } from '../entry.js';

/** A key of the front matter and the value that is wrong, both as the author wrote them. */
export interface KeyedValue {
  readonly key: string;
  readonly value: string;
}

/** Part of a value that YAML takes for something else, and the entry as it is meant. */
export interface LostPart {
  readonly key: string;
  readonly lost: string;
  readonly instead: string;
}

/** Codes of the area `front-matter`. */
export const frontMatterCodes = {
  'front-matter/not-utf-8': entry<{ encoding: string | null }>({
    severity: 'error',
    message: ({ encoding }) => `The file is not UTF-8 text${encoding === null ? '' : ` but ${encoding}`}.`,
    hint: () => 'Save the file again with the encoding UTF-8.',
  }),
  'front-matter/unclosed': entry<{ fence: string }>({
    severity: 'error',
    message: ({ fence }) => `The front matter that opens with \`${fence}\` here is never closed.`,
    hint: ({ fence }) =>
      fence === '{'
        ? 'Close every brace and every quote.'
        : `Put a line with \`${fence}\` after its last key; a page that begins with a rule can write it \`***\`.`,
  }),
  'front-matter/mistyped-fence': entry<{ written: string }>({
    severity: 'error',
    message: ({ written }) => `The line \`${written}\` is not a front matter fence, but keys follow it.`,
    hint: () => 'A fence is exactly three hyphens (`---`) or three plus signs (`+++`).',
  }),
  'front-matter/unknown-language': entry<{ language: string }>({
    severity: 'error',
    message: ({ language }) => `Front matter in \`${language}\` is not read.`,
    hint: () => 'Write `---` alone for YAML, `+++` for TOML, `{` for JSON; front matter never runs code.',
  }),
  'front-matter/org-keywords': entry<{ keyword: string }>({
    severity: 'error',
    message: ({ keyword }) =>
      `The Org keyword \`${keyword}\` opens the file; Org front matter is not supported.`,
    hint: () => 'Write the front matter in YAML, between two lines of `---`.',
  }),
  'front-matter/invalid-syntax': entry<{ format: string; reason: string; advice: string | null }>({
    severity: 'error',
    message: ({ format, reason }) => `The front matter is not valid ${format}: ${reason}.`,
    hint: ({ format, advice }) =>
      advice !== null
        ? advice
        : format === 'YAML'
          ? 'Quote values that hold `: ` or ` #`, or that begin with a sign; indent with spaces.'
          : `Check the line above, too: ${format} needs every quote and bracket closed.`,
  }),
  'front-matter/duplicate-key': entry<{ key: string; line: number | null }>({
    severity: 'error',
    lenient: true,
    message: ({ key, line }) => describeRepeated(key, line),
    hint: () =>
      'The last one counts. `octavo check --fix` removes the others; capitals and small letters are the same.',
  }),
  'front-matter/too-large': entry<{ characters: number }>({
    severity: 'error',
    message: ({ characters }) =>
      `The front matter has ${characters} characters; at most 65,536 are read, and 1,000 blank ones in a row.`,
    hint: () => 'Check where it is closed; data of this size belong into a file of their own.',
  }),
  'front-matter/invalid-weight': entry<{ value: string }>({
    severity: 'error',
    lenient: true,
    message: ({ value }) => `The weight \`${value}\` is not a whole number.`,
    hint: () => 'Write digits only, such as `weight: 30`; a chapter without weight comes last.',
  }),
  'front-matter/invalid-date': entry<KeyedValue>({
    severity: 'error',
    lenient: true,
    message: ({ key, value }) => `The value \`${value}\` of \`${key}\` is not a date.`,
    hint: ({ value }) => {
      const instead = writeFullDayTime(value);
      if (instead !== null) return `Hours count to 24: write \`${instead}\`.`;
      return 'Write it as `2025-10-13` or `2025-10-13T09:30:00+02:00`.';
    },
  }),
  'front-matter/invalid-draft': entry<KeyedValue>({
    severity: 'error',
    lenient: true,
    message: ({ key, value }) => `The value \`${value}\` of \`${key}\` says neither yes nor no.`,
    hint: () => 'Write `true` or `false`; until then the chapter counts as a draft.',
  }),
  'front-matter/invalid-type': entry<KeyedValue & { expected: string }>({
    severity: 'error',
    lenient: true,
    message: ({ key, value, expected }) => `The value of \`${key}\` is ${value}; ${expected} is expected.`,
    hint: ({ key }) => `Change the value, or rename \`${key}\` if it is a key of your own.`,
  }),
  'front-matter/lost-colour': entry<KeyedValue>({
    severity: 'warning',
    message: ({ key, value }) => `\`${key}\` is empty: YAML takes \`${value}\` for a comment.`,
    hint: ({ key, value }) => `Put the colour into quotes: \`${key}: "${value}"\`.`,
  }),
  'front-matter/cut-value': entry<LostPart>({
    severity: 'warning',
    message: ({ key, lost }) => `The value of \`${key}\` ends before \`${lost}\`, a comment to YAML.`,
    hint: ({ instead }) => `Put the value into quotes: \`${instead}\`.`,
  }),
  'front-matter/lost-mark': entry<LostPart>({
    severity: 'warning',
    message: ({ key, lost }) =>
      `The value of \`${key}\` loses \`${lost}\`, which is ${lost.startsWith('&') ? 'an anchor' : 'a tag'} to YAML.`,
    hint: ({ instead }) => `Put it into quotes: \`${instead}\`.`,
  }),
  'front-matter/invalid-target': entry<{ written: string; nearest: string | null }>({
    severity: 'error',
    lenient: true,
    message: ({ written }) => `The target of a cascade cannot be ${written}; its values reach no page.`,
    hint: ({ nearest }) =>
      `${nearest === null ? '' : `Did you mean \`${nearest}\`? `}A target has \`path\`, \`kind\` or \`environment\`, each with a pattern such as \`/part-1/**\`, or \`sites.matrix.languages\`.`,
  }),
  'front-matter/absolute-url': entry<KeyedValue>({
    severity: 'error',
    message: ({ key, value }) => `The address \`${value}\` of \`${key}\` leaves the book.`,
    hint: ({ key }) => `Write \`${key}\` without scheme and host: \`/part-1/chapter/\`.`,
  }),
  'front-matter/draft-conflict': entry<{ draft: boolean; published: boolean }>({
    severity: 'warning',
    message: ({ draft, published }) =>
      `\`published: ${published}\` contradicts \`draft: ${draft}\`, which decides: the chapter is ${draft ? 'held back' : 'published'}.`,
    hint: () => 'Keep one of the two keys.',
  }),
  'front-matter/unread-draft': entry<KeyedValue>({
    severity: 'warning',
    message: ({ key, value }) => `\`${key}: ${value}\` does not hold the chapter back.`,
    hint: () => 'Write `draft: true` to keep it unpublished.',
  }),
  'front-matter/unread-key': entry<{ key: string; instead: string }>({
    severity: 'warning',
    message: ({ key }) => `\`${key}\` is a key of Hugo's that Octavo does not read.`,
    hint: ({ instead }) => instead,
  }),
  'front-matter/unknown-output': entry<{ name: string; nearest: string | null }>({
    severity: 'warning',
    message: ({ name }) => `\`${name}\` is no output format; it is passed over.`,
    hint: ({ nearest }) =>
      `${nearest === null ? '' : `Did you mean \`${nearest}\`? `}A page can have \`html\`, \`markdown\` and, if it lists others, \`rss\`.`,
  }),
  'front-matter/unknown-key': entry<{ key: string; nearest: string }>({
    severity: 'warning',
    message: ({ key, nearest }) => `The key \`${key}\` means nothing; was \`${nearest}\` meant?`,
    hint: () => 'Correct it. Keys of your own are safe below `params:`.',
  }),
  'front-matter/unread-shared-key': entry<{ key: string; count: number }>({
    severity: 'advice',
    message: ({ key, count }) => `The key \`${key}\` is in ${count} chapters, and nothing reads it.`,
    hint: () => 'A template of yours can show it as `page.params`; else it may stay for other programs.',
  }),
  'front-matter/empty-description': entry<object>({
    severity: 'advice',
    message: () => 'The description is empty; the beginning of the text stands in.',
    hint: () => 'Say in a sentence what the chapter is about, or take the key out.',
  }),
};
