import fc from 'fast-check';

/** A raw file whose head holds `keys`, each once, in some odd way of writing. */
export interface AnyFile {
  readonly raw: string;
  readonly keys: readonly string[];
}

const word = fc.stringMatching(/^[a-zé]{1,8}$/);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const number = fc.integer({ min: -50, max: 9000 }).map(String);
const body = fc.constantFrom('', '\nText.\n', 'a: 1\n---\n\n- x\n', '\n\n2. strive\n\n"five links.”');
const lineEnd = fc.constantFrom('\n', '\r\n');
const names = ['title', 'weight', 'date', 'description', 'c', 'heading', 'Tags', 'x-own'];

type Shape = (value: { word: string; words: string; number: string }) => string;

const yamlShapes: readonly Shape[] = [
  ({ words }) => `: ${words}`,
  ({ number }) => `:   ${number}   # a ${number}`,
  ({ words }) => `: "${words} # no comment"`,
  ({ words }) => `: 'it''s ${words}'  # but this`,
  () => ':',
  () => ': # to do',
  ({ words, word }) => `: |\n  ${words}\n\n  # ${word}`,
  ({ words, word }) => `: >-\n    ${words}\n    ${word}`,
  ({ words, word }) => `:\n  - ${words}\n  # between\n  - "${word}"`,
  ({ words, word }) => `:\n- ${words}\n- ${word}`,
  ({ word }) => `: [${word}, "a, ]b"]`,
  ({ word }) => `: [\n    ${word},\n    '#x',\n  ]`,
  ({ words }) => `: ${words}\n  goes on`,
  ({ word, number }) => `:\n  deep: ${number}\n  ${word}: {a: [1]}`,
];

const tomlShapes: readonly Shape[] = [
  ({ words }) => ` = "${words} # no comment"`,
  ({ number }) => `=${number} # a ${number}`,
  ({ words }) => ` = '${words}'`,
  ({ words, word }) => ` = """\n${words}\nk = "${word}"\n"""`,
  ({ word }) => ` = ["${word}", "a, ]b"]`,
  ({ word }) => ` = [\n  "${word}", # one\n  "b",\n]`,
  () => ' = 2025-10-13',
  () => ' = true',
];

const jsonShapes: readonly Shape[] = [
  ({ words }) => `: "${words} } \\" {"`,
  ({ number }) => `: ${number}`,
  ({ word }) => `: ["${word}", "a, ]b"]`,
  ({ word, number }) => `: {"${word}": [${number}]}`,
  ({ word }) => `: [\n    "${word}"\n  ]`,
  () => ':null',
];

const value = fc.record({ word, words, number });
const chosenNames = fc.shuffledSubarray(names);

function entries(shapes: readonly Shape[], names: readonly string[]): fc.Arbitrary<readonly string[]> {
  const one = (name: string) =>
    fc.tuple(fc.constantFrom(...shapes), value).map(([shape, values]) => shape(values).replace(/^/, name));
  return fc.tuple(...names.map(one));
}

const noise = fc.constantFrom('', '', '# a comment: not a key\n', '\n');

function fenced(fence: string, shapes: readonly Shape[], after: fc.Arbitrary<string>): fc.Arbitrary<AnyFile> {
  return chosenNames.chain((keys) =>
    fc
      .tuple(entries(shapes, keys), fc.array(noise, { minLength: 9, maxLength: 9 }), after)
      .map(([list, gaps, tail]) => {
        const head = list.map((entry, index) => `${gaps[index]}${entry}\n`).join('');
        return { raw: `${fence}\n${head}${gaps[8]}${tail}${fence}\n`, keys };
      }),
  );
}

const yaml = fenced('---', yamlShapes, fc.constant(''));
const tomlTail = fc.constantFrom(
  '',
  '[params]\nown = "x"\n',
  '\n# about it\n[[resources]] # list\nsrc = "a"\n',
);
const toml = fenced('+++', tomlShapes, tomlTail);
const json = chosenNames.chain((keys) =>
  fc
    .tuple(
      entries(
        jsonShapes,
        keys.map((key) => `"${key}"`),
      ),
      fc.constantFrom(', ', ',\n  '),
    )
    .map(([list, comma]) => {
      const lead = comma.slice(1);
      return {
        raw: `{${lead}${list.join(comma)}${lead.trimEnd() === '' && list.length > 0 ? '\n' : ''}}\n`,
        keys,
      };
    }),
);

/** Files with a head in YAML, TOML or JSON, with either line end, and with or without a byte order mark. */
export const anyFile: fc.Arbitrary<AnyFile> = fc
  .tuple(fc.oneof(yaml, toml, json), body, lineEnd, fc.boolean())
  .map(([{ raw, keys }, text, end, marked]) => ({
    raw: (marked ? '\ufeff' : '') + (raw + text).replaceAll('\n', end),
    keys,
  }));
