import { entry } from '../entry.js';

/** What a mistyped name most likely means. */
export interface Guess {
  readonly nearest: string | null;
}

function suggest({ nearest }: Guess, otherwise: string): string {
  return nearest === null ? otherwise : `Did you mean "${nearest}"? ${otherwise}`;
}

/** Codes of the areas `template` (templates, their assets) and `accent`. */
export const templateCodes = {
  'template/syntax': entry<{ readonly reason: string }>({
    severity: 'error',
    message: ({ reason }) => `This template cannot be read: ${reason}.`,
    hint: () =>
      'Tags are {{ … }} and hold JavaScript expressions; blocks end with {{ /if }}, {{ /for }}, {{ /set }}.',
  }),
  'template/unclosed': entry<{ readonly tag: string }>({
    severity: 'error',
    message: ({ tag }) => `The tag "${tag}" is never closed.`,
    hint: () =>
      'Close a tag with }}, a block with its own end: {{ /if }}, {{ /for }}, {{ /set }}, {{ /function }}.',
  }),
  'template/unknown-filter': entry<{ readonly name: string } & Guess>({
    severity: 'error',
    message: ({ name }) => `There is no filter or method "${name}".`,
    hint: (details) =>
      suggest(details, 'Filters are listed in the manual; text and lists have JavaScript’s methods.'),
  }),
  'template/failed': entry<{ readonly reason: string }>({
    severity: 'error',
    message: ({ reason }) => `This tag failed: ${reason}.`,
    hint: () => 'A missing value prints nothing, but has no fields of its own: write page.params.a?.b.',
  }),
  'template/missing': entry<{ readonly name: string } & Guess>({
    severity: 'error',
    message: ({ name }) => `There is no template "${name}".`,
    hint: (details) =>
      suggest(details, 'Names start at templates/, or with ./ at the folder of the template itself.'),
  }),
  'template/outside': entry<{ readonly name: string }>({
    severity: 'error',
    message: ({ name }) => `The template name "${name}" leaves the folder templates/.`,
    hint: () => 'A template can only use templates below templates/.',
  }),
  'template/too-deep': entry<{ readonly chain: readonly string[] }>({
    severity: 'error',
    message: ({ chain }) => `Templates include each other without an end: ${chain.join(' → ')}.`,
    hint: () => 'Let an include depend on a condition that ends.',
  }),
  'template/missing-layout': entry<{ readonly layout: string; readonly tried: readonly string[] } & Guess>({
    severity: 'error',
    lenient: true,
    message: ({ layout, tried }) =>
      `The layout "${layout}" does not exist: there is no ${tried.join(' or ')} in templates/.`,
    hint: (details) => suggest(details, 'Add the template, or remove the key.'),
  }),
  'template/missing-asset': entry<{ readonly name: string } & Guess>({
    severity: 'error',
    message: ({ name }) => `There is no asset "${name}".`,
    hint: (details) => suggest(details, 'Assets lie in templates/assets/ and are named from there.'),
  }),
  'template/import-cycle': entry<{ readonly chain: readonly string[] }>({
    severity: 'error',
    message: ({ chain }) => `Stylesheets import each other in a circle: ${chain.join(' → ')}.`,
    hint: () => 'Remove one of the @import lines.',
  }),
  'template/unknown-text': entry<{ readonly name: string } & Guess>({
    severity: 'error',
    message: ({ name }) => `There is no interface text "${name}".`,
    hint: (details) => suggest(details, 'Texts stand in templates/i18n/, in a file for each language.'),
  }),
  'template/no-texts': entry<{ readonly language: string }>({
    severity: 'note',
    message: ({ language }) => `The interface is English: the theme has no words in \`${language}\`.`,
    hint: ({ language }) =>
      `Translate templates/i18n/en.yaml of the theme to templates/i18n/${language}.yaml of the book.`,
  }),
  'template/invalid-texts': entry<{ readonly reason: string }>({
    severity: 'error',
    message: ({ reason }) => `These interface texts cannot be read: ${reason}.`,
    hint: () => 'Each key has a text, plural forms such as one and other, or a group of further keys.',
  }),
  'template/unsupported': entry<{ readonly name: string }>({
    severity: 'warning',
    message: ({ name }) => `${name} is not evaluated.`,
    hint: () => 'The manual’s chapter on Hugo’s templates says what is evaluated, and what is shown instead.',
  }),
  'template/fault': entry<{ readonly name: string; readonly reason: string }>({
    severity: 'error',
    message: ({ name, reason }) => `The template of "${name}" fails: ${reason}.`,
    hint: () => 'Hugo stops here, too. The template and the line are named below the call.',
  }),
  'template/unreadable': entry<{ readonly reason: string }>({
    severity: 'warning',
    message: ({ reason }) => `This template of Hugo’s cannot be read: ${reason}.`,
    hint: () => 'No chapter calls it; Hugo would stop all the same.',
  }),
  'template/warned': entry<{ readonly message: string }>({
    severity: 'warning',
    message: ({ message }) => message,
    hint: () => 'A template of this site says so (warnf).',
  }),
  'template/refused-value': entry<{ readonly name: string; readonly kind: string; readonly value: string }>({
    severity: 'warning',
    message: ({ name, kind, value }) =>
      kind === 'vouched'
        ? `A parameter of "${name}" is printed as text, although the template vouches for it: ${value}`
        : `The ${kind} "${value}" in "${name}" is left out: it could run code or leave its place.`,
    hint: () =>
      'What a chapter says is not trusted with more than text, harmless addresses and plain styles.',
  }),
  'accent/unknown-colour': entry<{ readonly value: string } & Guess>({
    severity: 'warning',
    message: ({ value }) => `"${value}" is no CSS colour, so the chapter has no accent.`,
    hint: (details) => suggest(details, 'Use a CSS name (teal), #rrggbb, hsl() or oklch().'),
  }),
};
