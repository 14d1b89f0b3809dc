import { describeRepeated } from '../describe-repeated.js';
import { entry } from '../entry.js';

/** Codes of the area `config`. */
export const configCodes = {
  'config/unreadable': entry<{ reason: string }>({
    severity: 'error',
    message: ({ reason }) => `The configuration cannot be read: ${reason}.`,
    hint: () => 'Check that it is a file, and who may read it.',
  }),
  'config/not-utf-8': entry<object>({
    severity: 'error',
    message: () => 'The configuration is not UTF-8 text.',
    hint: () => 'Save the file again with the encoding UTF-8.',
  }),
  'config/invalid-syntax': entry<{ format: string; reason: string }>({
    severity: 'error',
    message: ({ format, reason }) => `The configuration is not valid ${format}: ${reason}.`,
    hint: () => 'Check this line and the one above for quotes, brackets and indentation.',
  }),
  'config/duplicate-key': entry<{ key: string; line: number | null }>({
    severity: 'error',
    lenient: true,
    message: ({ key, line }) => describeRepeated(key, line),
    hint: () => 'The last one counts. Remove the others; capitals and small letters are the same.',
  }),
  'config/invalid-value': entry<{ key: string; value: string; expected: string }>({
    severity: 'error',
    lenient: true,
    message: ({ key, value, expected }) => `The value of \`${key}\` is ${value}; ${expected} is expected.`,
    hint: ({ key }) => `Correct the value, or remove \`${key}\` to get the default.`,
  }),
  'config/unknown-key': entry<{ key: string; nearest: string | null }>({
    severity: 'warning',
    message: ({ key }) => `\`${key}\` is not a setting of Octavo or Hugo.`,
    hint: ({ nearest }) =>
      nearest === null
        ? 'Values for your own templates belong under `params`.'
        : `Did you mean \`${nearest}\`? Values for your own templates belong under \`params\`.`,
  }),
  'config/unsupported-key': entry<{ keys: readonly string[] }>({
    severity: 'note',
    message: ({ keys }) =>
      keys.length === 1
        ? `\`${keys.join('')}\` is a setting of Hugo that Octavo does not read.`
        : `Octavo does not read ${keys.length} settings of Hugo: ${keys.map((key) => `\`${key}\``).join(', ')}.`,
    hint: ({ keys }) =>
      keys.length === 1
        ? 'It has no effect here; it can stay for Hugo.'
        : 'They have no effect here; they can stay for Hugo.',
  }),
  'config/not-per-language': entry<{ key: string; language: string }>({
    severity: 'warning',
    message: ({ key, language }) =>
      `\`languages.${language}.${key}\` has no effect: the whole book has one \`${key}\`.`,
    hint: ({ key }) => `Write \`${key}\` at the top of the configuration.`,
  }),
  'config/unknown-code': entry<{ name: string; nearest: string | null }>({
    severity: 'error',
    message: ({ name }) => `There is no diagnostic \`${name}\`.`,
    hint: ({ nearest }) =>
      nearest === null ? 'Codes are listed in the manual.' : `Did you mean \`${nearest}\`?`,
  }),
  'config/unknown-severity': entry<{ name: string; value: string; nearest: string | null }>({
    severity: 'error',
    message: ({ name, value }) => `\`${name}\` cannot have the severity ${value}.`,
    hint: ({ nearest }) =>
      `${nearest === null ? '' : `Did you mean \`${nearest}\`? `}Severities are \`error\`, \`warning\`, \`advice\`, \`note\` and \`off\`.`,
  }),
  'config/plugins-failed': entry<{ reason: string; file: string }>({
    severity: 'error',
    message: ({ reason }) => `The code of this book cannot be loaded: ${reason}`,
    hint: ({ file }) =>
      file.endsWith('.ts')
        ? 'TypeScript needs a Node.js that reads it by itself (22.18 or newer).'
        : `\`node ${file}\` shows where.`,
  }),
  'config/invalid-plugins': entry<{ key: string; expected: string }>({
    severity: 'error',
    message: ({ key, expected }) => `The code of this book has \`${key}\`, which is not ${expected}.`,
    hint: () => 'It exports by default an object with `remarkPlugins`, `filters` or both.',
  }),
};
