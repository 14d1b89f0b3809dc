import { isMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import type { MarkdownConstructs, MathDelimiter } from '../model/config.js';
import type { ConfigKey, Settings } from './config-key.js';
import { flagKey } from './flag-key.js';

/** The keys that switch constructs of Markdown on and off (Hugo's manual, "Configure markup"). */
export const constructKeys: readonly ConfigKey[] = [
  toggle('markup.goldmark.extensions.definitionList', 'definitionLists'),
  toggle('markup.goldmark.extensions.strikethrough', 'strikethrough'),
  // Read behind `strikethrough`, which Hugo asks to be off where single tildes lower the text.
  flagKey('markup.goldmark.extensions.extras.delete.enable', (settings, on) => {
    if (on) turn(settings, 'strikethrough', true);
  }),
  toggle('markup.goldmark.extensions.linkify', 'autolinks'),
  toggle('markup.goldmark.extensions.extras.insert.enable', 'inserted'),
  toggle('markup.goldmark.extensions.extras.mark.enable', 'marked'),
  toggle('markup.goldmark.extensions.extras.subscript.enable', 'subscript'),
  toggle('markup.goldmark.extensions.extras.superscript.enable', 'superscript'),
  toggle('enableEmoji', 'emoji'),
  toggle('markup.goldmark.extensions.cjk.eastAsianLineBreaks', 'joinWide'),
  // Read behind the key of what it switches on.
  flagKey('markup.goldmark.extensions.cjk.enable', (settings, on) => {
    if (!on) turn(settings, 'joinWide', false);
  }),
  toggle('markup.goldmark.parser.attribute.title', 'headingAttributes'),
  toggle('markup.goldmark.parser.attribute.block', 'blockAttributes'),
  flagKey('markup.goldmark.extensions.passthrough.enable', (settings, on) => {
    settings.mathOn = on;
  }),
  { name: 'markup.goldmark.extensions.passthrough.delimiters', apply: applyDelimiters },
  // Our own short form: Hugo's delimiters, and the single dollar sign that most people write.
  flagKey('markdown.math', (settings, on) => {
    settings.mathOn = on;
    if (on) settings.mathDelimiters ??= [...hugoDelimiters, { open: '$', close: '$', display: false }];
  }),
];

/** As in Hugo, tables, task lists and footnotes apart, which are always on. */
export const defaultConstructs: Omit<MarkdownConstructs, 'math'> = {
  definitionLists: true,
  strikethrough: true,
  autolinks: true,
  inserted: false,
  marked: false,
  subscript: false,
  superscript: false,
  emoji: false,
  joinWide: false,
  headingAttributes: true,
  blockAttributes: false,
};

/** Hugo's own, for a book that names none. */
export const hugoDelimiters: readonly MathDelimiter[] = [
  { open: '\\[', close: '\\]', display: true },
  { open: '$$', close: '$$', display: true },
  { open: '\\(', close: '\\)', display: false },
];

type Switch = {
  [Place in keyof MarkdownConstructs]: MarkdownConstructs[Place] extends boolean ? Place : never;
}[keyof MarkdownConstructs];

function toggle(name: string, place: Switch): ConfigKey {
  return flagKey(name, (settings, on) => turn(settings, place, on));
}

function turn(settings: Settings, place: Switch, on: boolean): void {
  settings.constructs = { ...settings.constructs, [place]: on };
}

function applyDelimiters(settings: Settings, value: PlainValue): string | null {
  const expected = 'pairs of delimiters below `block` and `inline`, such as `[["$$", "$$"]]`,';
  if (!isMap(value)) return expected;
  const delimiters: MathDelimiter[] = [];
  for (const name of ['block', 'inline']) {
    const pairs = (value as PlainMap)[name] ?? [];
    if (!Array.isArray(pairs)) return expected;
    for (const pair of pairs) {
      if (!isPair(pair)) return expected;
      delimiters.push({ open: pair[0], close: pair[1], display: name === 'block' });
    }
  }
  settings.mathDelimiters = delimiters;
  return null;
}

function isPair(value: unknown): value is readonly [string, string] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((text) => typeof text === 'string' && text !== '')
  );
}
