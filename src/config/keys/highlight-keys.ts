import { readInteger } from '../../formats/integer.js';
import type { PlainValue } from '../../formats/plain.js';
import { readSwitch } from '../../formats/switch.js';
import type { JsonSchema } from '../../model/json-schema.js';
import type { HighlightConfig } from '../../model/markdown-config.js';
import { type ConfigKey, defineKey, defineRule } from '../config-key.js';
import type { Settings } from '../settings.js';
import { flag, valueKind } from './kinds.js';

const lines: JsonSchema = { type: ['string', 'integer'] };

/** What Hugo calls these settings of all listings (its manual, "Configure markup", highlight). */
export const highlightKeys: readonly ConfigKey[] = [
  defineKey(
    'markup.highlight.codeFences',
    'markdown.highlight.colours',
    flag,
    true,
    'colour [listings](../chapters/markdown.md#code) by their language',
  ),
  defineKey(
    'markup.highlight.lineNos',
    'markdown.highlight.numbers',
    valueKind(readNumbers, '`true`, `false`, `inline` or `table`', {
      enum: [true, false, 'inline', 'table'],
    }),
    'none',
    'number the lines: `true` or `table`, or `inline`',
    { usual: '`false`' },
  ),
  defineRule(
    'markup.highlight.lineNumbersInTable',
    flag.schema,
    chooseForm,
    '`false` makes `lineNos: true` mean `inline`',
    '`true`',
  ),
  defineKey(
    'markup.highlight.lineNoStart',
    'markdown.highlight.start',
    valueKind(readInteger, 'a number', { type: 'integer' }),
    1,
    'number of the first line',
  ),
  defineKey(
    'markup.highlight.hl_Lines',
    'markdown.highlight.marked',
    valueKind(readLines, 'line numbers such as `2-4 7`', lines),
    '',
    'lines to set off in every listing: `2-4 7`',
    { usual: '' },
  ),
  defineKey(
    'markup.highlight.anchorLineNos',
    'markdown.highlight.linkedNumbers',
    flag,
    false,
    'make each number a link to its line',
  ),
  defineKey(
    'markup.highlight.lineAnchors',
    'markdown.highlight.linePrefix',
    valueKind(readPrefix, 'the beginning of an id', { type: 'string' }),
    '',
    'what the ids of those lines begin with',
    { usual: '' },
  ),
];

/** Decides between the two forms where `lineNos` only says that there are numbers. */
function chooseForm(settings: Settings, value: PlainValue): string | null {
  const on = readSwitch(value);
  if (on === null) return '`true` or `false`';
  const { highlight } = settings.markdown;
  if (highlight.numbers !== 'table' || on) return null;
  settings.markdown = { ...settings.markdown, highlight: { ...highlight, numbers: 'inline' } };
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
