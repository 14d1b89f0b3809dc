import { entry } from '../entry.js';

/** A link that leads nowhere. */
export interface BrokenLink {
  readonly written: string;
  /** The likeliest thing that was meant, as it could be written, or null. */
  readonly nearest: string | null;
}

/** An address of the web, and what was wrong with the answer. */
export interface WebFault {
  readonly address: string;
  /** The rest of a sentence: "the server answers 404". */
  readonly reason: string;
}

const suggest = (nearest: string | null, otherwise: string) =>
  nearest === null ? otherwise : `Did you mean "${nearest}"?`;

/** Codes of the area `link`: where the links and images of chapters lead. */
export const linkCodes = {
  'link/not-found': entry<BrokenLink>({
    severity: 'error',
    lenient: true,
    message: ({ written }) => `The link "${written}" leads to no chapter and no file.`,
    hint: ({ nearest }) => suggest(nearest, 'Paths start at the folder of the file that holds the link.'),
  }),
  'link/unknown-address': entry<BrokenLink>({
    severity: 'warning',
    message: ({ written }) => `The link "${written}" leads to no address of this book.`,
    hint: ({ nearest }) => suggest(nearest, 'Leave it if another program serves that address.'),
  }),
  'link/held-back': entry<{ readonly written: string; readonly target: string }>({
    severity: 'error',
    lenient: true,
    message: ({ written, target }) => `The link "${written}" leads to ${target}, which is not published.`,
    hint: () => 'Publish that chapter (its draft and dates decide), or take the link out.',
  }),
  'link/no-such-fragment': entry<{
    readonly written: string;
    readonly fragment: string;
    readonly file: string;
    readonly nearest: string | null;
  }>({
    severity: 'error',
    lenient: true,
    message: ({ written, fragment, file }) =>
      `The link "${written}" leads to "#${fragment}", which ${file} does not have.`,
    hint: ({ nearest }) =>
      suggest(nearest && `#${nearest}`, 'Ids come from headings, or from `{#id}` after one.'),
  }),
  'link/reference-not-found': entry<BrokenLink>({
    severity: 'error',
    message: ({ written }) => `The reference "${written}" names no page.`,
    hint: ({ nearest }) =>
      suggest(nearest, 'It is looked up from the chapter, from content/, and by the name of a file.'),
  }),
  'link/empty-reference': entry<{ readonly name: string; readonly given: readonly string[] }>({
    severity: 'error',
    lenient: true,
    message: ({ name, given }) =>
      given.length === 0
        ? `The reference of \`${name}\` is empty: it names no page.`
        : `The reference has \`${given.join('`, `')}\` and no \`path\`: it names no page.`,
    hint: ({ name }) => `Write \`${name} "page"\`, or \`${name} path="page"\`.`,
  }),
  'link/no-such-language': entry<{
    readonly written: string;
    readonly language: string;
    readonly known: readonly string[];
  }>({
    severity: 'error',
    message: ({ written, language }) =>
      `The reference "${written}" asks for the language "${language}", which this book has not.`,
    hint: ({ known }) =>
      known.length === 1 ? `Its only one is ${known.join('')}.` : `It has ${[...known].sort().join(', ')}.`,
  }),
  'link/ambiguous-reference': entry<{ readonly written: string; readonly paths: readonly string[] }>({
    severity: 'error',
    message: ({ written, paths }) => `The reference "${written}" names ${paths.length} pages.`,
    hint: ({ paths }) => `Write the path: ${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ' …' : ''}.`,
  }),
  'link/unsafe-scheme': entry<{ readonly written: string; readonly scheme: string }>({
    severity: 'warning',
    message: ({ written, scheme }) => `The address "${written}" was left out: ${scheme}: is not allowed.`,
    hint: () => 'Links may be http, https, mailto, tel or relative; images http, https or relative.',
  }),
  'link/web-not-found': entry<WebFault>({
    severity: 'warning',
    message: ({ address, reason }) => `${address} leads nowhere: ${reason}.`,
    hint: () => 'Find its new place, link to a copy in an archive, or take the link out.',
  }),
  'link/web-moved': entry<{ readonly address: string; readonly to: string }>({
    severity: 'advice',
    message: ({ address, to }) => `${address} has moved for good to ${to}.`,
    hint: () => 'Write the new address.',
  }),
  'link/web-unclear': entry<WebFault>({
    severity: 'advice',
    message: ({ address, reason }) => `Whether ${address} is there cannot be told: ${reason}.`,
    hint: () => 'Look yourself, or check again later.',
  }),
  'link/undefined-reference': entry<{ readonly written: string }>({
    severity: 'warning',
    message: ({ written }) => `"${written}" refers to an address that is defined nowhere in the chapter.`,
    hint: () => 'Define it, `[name]: address`, or write a backslash before the bracket.',
  }),
  'link/unused-definition': entry<{ readonly written: string }>({
    severity: 'advice',
    message: ({ written }) => `Nothing refers to the definition "${written}".`,
    hint: () => 'Take it out, or correct the name in the link that was meant.',
  }),
  'link/duplicate-definition': entry<{ readonly written: string }>({
    severity: 'warning',
    message: ({ written }) =>
      `The name of "${written}" is defined before: this definition counts for nothing.`,
    hint: () => 'Give it another name.',
  }),
  'link/empty': entry<{ readonly written: string }>({
    severity: 'warning',
    message: ({ written }) => `"${written}" has no address.`,
    hint: () => 'Write the address, or take the brackets away.',
  }),
};
