import { readInteger } from '../formats/integer.js';
import type { PlainValue } from '../formats/plain.js';
import { readSwitch } from '../formats/switch.js';
import type { HighlightConfig } from '../model/config.js';
import type { ConfigKey, Settings } from './config-key.js';

/** What Hugo calls these settings of all listings (its manual, "Configure markup", highlight). */
export const highlightKeys: readonly ConfigKey[] = [
  key('codeFences', readSwitch, 'colours', '`true` or `false`'),
  key('lineNos', readNumbers, 'numbers', '`true`, `false`, `inline` or `table`'),
  { name: 'markup.highlight.lineNumbersInTable', apply: applyTable },
  key('lineNoStart', readInteger, 'start', 'a number'),
  key('hl_Lines', readLines, 'marked', 'line numbers such as `2-4 7`'),
  key('anchorLineNos', readSwitch, 'linkedNumbers', '`true` or `false`'),
  key('lineAnchors', readPrefix, 'linePrefix', 'the beginning of an id'),
];

/** @param read Null for a value that cannot be used. */
function key<Place extends keyof HighlightConfig>(
  name: string,
  read: (value: PlainValue) => HighlightConfig[Place] | null,
  place: Place,
  expected: string,
): ConfigKey {
  const apply: ConfigKey['apply'] = (settings, value) => {
    const found = read(value);
    if (found === null) return expected;
    settings.highlight = { ...settings.highlight, [place]: found };
    return null;
  };
  return { name: `markup.highlight.${name}`, apply };
}

/** Decides between the two forms where `lineNos` only says that there are numbers. */
function applyTable(settings: Settings, value: PlainValue): string | null {
  const on = readSwitch(value);
  if (on === null) return '`true` or `false`';
  if (settings.highlight?.numbers !== 'table' || on) return null;
  settings.highlight = { ...settings.highlight, numbers: 'inline' };
  return null;
}

function readNumbers(value: PlainValue): HighlightConfig['numbers'] | null {
  if (value === 'inline' || value === 'table') return value;
  const on = readSwitch(value);
  return on === null ? null : on ? 'table' : 'none';
}

function readLines(value: PlainValue): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function readPrefix(value: PlainValue): string | null {
  return typeof value === 'string' && /^[\p{L}\p{N}_:.-]*$/u.test(value) ? value : null;
}
