import { isMap, type PlainValue } from '../../formats/plain.js';
import { readSwitch } from '../../formats/switch.js';
import type { MarkdownConstructs, MathDelimiter } from '../../model/markdown-config.js';
import { type ConfigKey, defineKey, defineRule } from '../config-key.js';
import type { Settings } from '../settings.js';
import { flag, valueKind } from './kinds.js';

type Construct = keyof Settings['constructs'];

/** Hugo's own, for a book that names none. */
const hugoDelimiters: readonly MathDelimiter[] = [
  { open: '\\[', close: '\\]', display: true },
  { open: '$$', close: '$$', display: true },
  { open: '\\(', close: '\\)', display: false },
];

const delimiters = valueKind(
  readDelimiters,
  'pairs of delimiters below `block` and `inline`, such as `[["$$", "$$"]]`,',
  { type: 'object', properties: { block: { type: 'array' }, inline: { type: 'array' } } },
);

/** The keys that switch constructs of Markdown on and off (Hugo's manual, "Configure markup"). */
export const constructKeys: readonly ConfigKey[] = [
  construct(
    'extensions.definitionList',
    'definitionLists',
    true,
    '[terms and what they mean](../chapters/markdown.md#terms-and-what-they-mean)',
  ),
  construct('extensions.strikethrough', 'strikethrough', true, '`~~struck~~` text'),
  // Read after `strikethrough`, which Hugo asks to be off where single tildes lower the text.
  rule(
    'markup.goldmark.extensions.extras.delete.enable',
    (settings, on) => on && turn(settings, 'strikethrough', true),
    '`true` is another way to the same: Hugo wants `strikethrough` off where `subscript` is on',
  ),
  construct('extensions.linkify', 'autolinks', true, 'addresses in the text become links'),
  construct('extensions.extras.insert.enable', 'inserted', false, '`++inserted++` text'),
  construct('extensions.extras.mark.enable', 'marked', false, '`==marked==` text'),
  construct('extensions.extras.subscript.enable', 'subscript', false, '`H~2~O`'),
  construct('extensions.extras.superscript.enable', 'superscript', false, '`2^nd^`'),
  defineKey('enableEmoji', 'constructs.emoji', flag, false, 'names between colons become emoji: `:tada:`'),
  construct(
    'extensions.cjk.eastAsianLineBreaks',
    'joinWide',
    false,
    "a line's end between two Chinese or Japanese characters is nothing",
  ),
  // Read after the key of what it switches off.
  rule(
    'markup.goldmark.extensions.cjk.enable',
    (settings, on) => on || turn(settings, 'joinWide', false),
    '`false` switches that off',
  ),
  construct('parser.attribute.title', 'headingAttributes', true, '`## Heading {#id .class}`'),
  construct('parser.attribute.block', 'blockAttributes', false, '`{.class}` on a line below a block'),
  defineKey(
    'markup.goldmark.extensions.passthrough.enable',
    'math.isOn',
    flag,
    false,
    "Hugo's way to the same",
  ),
  defineKey(
    'markup.goldmark.extensions.passthrough.delimiters',
    'math.delimiters',
    delimiters,
    hugoDelimiters,
    'pairs of delimiters below `block` and `inline`',
    { usual: '' },
  ),
  // Our own short form: Hugo's delimiters, and the single dollar sign that most people write.
  rule(
    'markdown.math',
    (settings, on) => {
      const { delimiters: given } = settings.math;
      const dollar: MathDelimiter = { open: '$', close: '$', display: false };
      const all = given === hugoDelimiters ? [...hugoDelimiters, dollar] : given;
      settings.math = { isOn: on, delimiters: on ? all : given };
    },
    '[formulas](../chapters/markdown.md#math) between `$…$`, `$$…$$`, `\\(…\\)`, `\\[…\\]`',
    '`false`',
  ),
];

function construct(name: string, place: Construct, usual: boolean, about: string): ConfigKey {
  return defineKey(`markup.goldmark.${name}`, `constructs.${place}`, flag, usual, about);
}

function rule(
  name: string,
  change: (settings: Settings, on: boolean) => unknown,
  about: string,
  usual = '',
): ConfigKey {
  const apply: ConfigKey['apply'] = (settings, value) => {
    const on = readSwitch(value);
    if (on !== null) change(settings, on);
    return on === null ? '`true` or `false`' : null;
  };
  return defineRule(name, flag.schema, apply, about, usual);
}

function turn(settings: Settings, place: Construct, on: boolean): void {
  settings.constructs = { ...settings.constructs, [place]: on };
}

function readDelimiters(value: PlainValue): MarkdownConstructs['math'] | null {
  if (!isMap(value)) return null;
  const found: MathDelimiter[] = [];
  for (const name of ['block', 'inline']) {
    const pairs = value[name] ?? [];
    if (!Array.isArray(pairs)) return null;
    for (const pair of pairs) {
      if (!isPair(pair)) return null;
      found.push({ open: pair[0], close: pair[1], display: name === 'block' });
    }
  }
  return found;
}

function isPair(value: unknown): value is readonly [string, string] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((text) => typeof text === 'string' && text !== '')
  );
}
