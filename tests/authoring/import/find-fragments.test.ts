import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFragments } from '../../../src/authoring/import/find-fragments.js';
import { loadParser } from '../../../src/markdown/parse/load-parser.js';

const parse = await loadParser('satteri');
const find = (text: string, dropped: string | null = null) =>
  Object.fromEntries(findFragments(text, dropped, parse));

test('an anchor leads to its heading, the one behind it, or that of its section', () => {
  const text = [
    '---\ntitle: T\n---\n\n<a id="start"></a>\nA line.\n',
    '<!-- Old. -->\n\n<a id="ink"></a>\n<a name=\'paint\'></a>\n\n## The Ink\n',
    'Text with <a id="inside">an anchor</a>.\n\n<a id="drawing"></a>\n\n![x](x.png)\n',
    '## <a id="oil"></a>The Oil {#linseed .c}\n\n## The Ink\n\n<div id="no"></div><a id="end"></a>\n',
  ].join('\n');
  assert.deepEqual(find(text), {
    start: '',
    ink: 'the-ink',
    paint: 'the-ink',
    inside: 'the-ink',
    drawing: 'the-ink',
    oil: 'linseed',
    end: 'the-ink-1',
  });
});

test('the title that went is the beginning; an id that a heading has is no anchor', () => {
  assert.deepEqual(find('<a id="the-ink"></a>\n\n## The Ink\n', 'My Book'), { 'my-book': '' });
  assert.deepEqual(find('`<a id="x">`\n\n```\n<a id="y">\n```\n'), {});
});

test('ids are those of the page, where two headings want the same one, or hold a picture', () => {
  const text = '## Ink 1\n\n## Ink\n\n## Ink\n\n<a id="old"></a>\n\n## ![Oil](oil.png)\n\n<a id="end"></a>\n';
  assert.deepEqual(find(text.replace('<a id="old"></a>\n\n', '<a id="old"></a>Text.\n\n')), {
    old: 'ink-2',
    end: 'oil',
  });
});
