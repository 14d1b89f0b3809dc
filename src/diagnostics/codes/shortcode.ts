import { entry } from '../entry.js';

/** Codes of the area `shortcode`: calls such as `{{< figure … >}}` in chapters (content rule 13). */
export const shortcodeCodes = {
  'shortcode/unknown': entry<{
    readonly name: string;
    readonly nearest: string | null;
    /** The file of its template in a theme that is not used. */
    readonly unused: string | null;
  }>({
    severity: 'error',
    lenient: true,
    message: ({ name }) => `There is no shortcode "${name}".`,
    hint: ({ name, nearest, unused }) =>
      unused !== null
        ? `Its template would be ${unused}, of a theme that the site does not use: name it in the configuration, \`theme = "${/^[^/]+\/([^/]+)/.exec(unused)?.[1] ?? ''}"\`.`
        : nearest === null
          ? `Its template would be templates/shortcodes/${name}.html. To print the call itself, write {{</* ${name} */>}}.`
          : `Did you mean "${nearest}"?`,
  }),
  'shortcode/inline': entry<{ readonly name: string }>({
    severity: 'error',
    lenient: true,
    message: ({ name }) => `The inline shortcode "${name}" is left out: no template is read from a chapter.`,
    hint: ({ name }) => {
      const plain = name.replace(/\.inline$/, '');
      return `Put a template into templates/shortcodes/${plain}.html, and call it {{< ${plain} >}}.`;
    },
  }),
  'shortcode/unclosed': entry<{ readonly name: string }>({
    severity: 'error',
    message: ({ name }) => `The shortcode "${name}" is never closed.`,
    hint: ({ name }) => `Write {{< /${name} >}} after its text, or {{< ${name} … />}} for one without text.`,
  }),
  'shortcode/unopened': entry<{ readonly name: string; readonly expected: string | null }>({
    severity: 'error',
    message: ({ name }) => `"/${name}" closes a shortcode that is not open.`,
    hint: ({ expected }) =>
      expected === null ? 'Take it out, or open the shortcode before it.' : `Open here is "${expected}".`,
  }),
  'shortcode/mismatched': entry<{ readonly name: string; readonly closed: string }>({
    severity: 'error',
    lenient: true,
    message: ({ name, closed }) => `The shortcode "${name}" is closed by "/${closed}".`,
    hint: ({ name }) => `Write {{< /${name} >}}.`,
  }),
  'shortcode/takes-no-text': entry<{ readonly name: string }>({
    severity: 'error',
    message: ({ name }) => `The shortcode "${name}" is closed, but takes no text.`,
    hint: ({ name }) => `Write {{< ${name} … >}} alone.`,
  }),
  'shortcode/unterminated': entry<{ readonly what: 'call' | 'string' | 'comment'; readonly name: string }>({
    severity: 'error',
    message: ({ what, name }) => {
      if (what === 'comment') return 'The comment of a shortcode never ends.';
      return what === 'string'
        ? `A text in quotes never ends in the shortcode "${name}".`
        : `The call of the shortcode "${name}" never ends.`;
    },
    hint: ({ what }) => {
      if (what === 'comment') return 'It ends with */>}} or */%}}, as it began.';
      return what === 'string'
        ? 'Text in double quotes ends on its line; text in back quotes (`…`) may run over several.'
        : 'Calls end with >}} or %}}, as they began.';
    },
  }),
  'shortcode/mixed-parameters': entry<{ readonly name: string; readonly parameter: string }>({
    severity: 'error',
    message: ({ name, parameter }) =>
      `The shortcode "${name}" has named parameters and others: "${parameter}" is not like those before it.`,
    hint: () => 'Name all of them (key="value"), or none.',
  }),
  'shortcode/syntax': entry<{ readonly name: string; readonly reason: string }>({
    severity: 'error',
    message: ({ name, reason }) =>
      name === ''
        ? `A shortcode cannot be read: ${reason}.`
        : `The shortcode "${name}" cannot be read: ${reason}.`,
    hint: () => 'Put values in double quotes. To print the call itself, write {{</* … */>}}.',
  }),
  'shortcode/missing-parameter': entry<{ readonly name: string; readonly parameter: string }>({
    severity: 'error',
    message: ({ name, parameter }) => `The shortcode "${name}" needs ${parameter}.`,
    hint: ({ name }) =>
      `The manual’s page on shortcodes, or templates/shortcodes/${name}.html, tells what it takes.`,
  }),
  'shortcode/too-much': entry<{ readonly limit: number }>({
    severity: 'error',
    message: ({ limit }) => `The shortcodes of this chapter make more than ${limit} characters.`,
    hint: () => 'Call fewer of them, or take calls out of each other.',
  }),
  'shortcode/refused': entry<{ readonly name: string; readonly reason: string }>({
    severity: 'error',
    message: ({ name, reason }) => `The shortcode "${name}" says: ${reason}`,
    hint: ({ name }) => `This comes from templates/shortcodes/${name}.html.`,
  }),
};
