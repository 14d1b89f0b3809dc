import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkHtml from 'remark-html';
import { unified } from 'unified';
import { createHandlers } from '../../../src/markdown/html/handlers.js';
import { printBlocks } from '../../../src/markdown/html/print-blocks.js';
import { schema } from '../../../src/markdown/html/schema.js';
import { draws } from '../../support/draws.js';

const processor = unified().use(remarkHtml, { handlers: createHandlers(() => undefined), sanitize: schema });

const value = fc.string({
  unit: fc.constantFrom('a', 'ß', '“', ' ', '\n', '\t', '<', '>', '&', '"', "'", '`', '&amp;'),
  maxLength: 8,
});
const url = fc.constantFrom(
  ...['/part/a/', '#n1', '../b.html?x=1', 'https://example.org/a_(b)', 'javascript:x', '//host/', 'a:b', ''],
  ...['/a b/', '/ä/', '/%41/', '/a"b/', '/?a&b', 'mailto:a@example.org', '/a\\b'],
);
const title = fc.constantFrom(null, null, undefined, 'T');
const properties = fc.constantFrom({}, { id: 'a' }, { id: 'a"&' }, { id: 'ä-1', className: ['b'] });
const data = fc.option(
  fc.oneof(
    fc.record({ hProperties: properties }),
    fc.constantFrom({ hName: 'u' }, { hName: 'script' }, {}),
    // Nodes do not share them.
    fc.constant(null).map(() => ({ hChildren: [] })),
  ),
  { nil: undefined, freq: 8 },
);

/** Trees as parsers and plugins make them, and others. */
const { block } = fc.letrec<Record<'block' | 'phrasing' | 'item', Nodes>>((tie) => {
  const node = (type: string, fields: Record<string, fc.Arbitrary<unknown>> = {}) =>
    // Whatever it is called, it has what nodes of that type have.
    fc.record({ type: fc.constant(type), data, ...fields }) as unknown as fc.Arbitrary<Nodes>;
  const inside = (kind: 'block' | 'phrasing' | 'item') => ({
    children: fc.array(tie(kind), { maxLength: 3 }),
  });
  const leaves = [
    node('text', { value }),
    node('inlineCode', { value }),
    node('break'),
    node('html', { value }),
  ];
  return {
    phrasing: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      ...leaves.map((arbitrary, index) => ({ arbitrary, weight: [9, 2, 2, 1][index] ?? 1 })),
      ...['emphasis', 'strong', 'delete'].map((type) => node(type, inside('phrasing'))),
      node('link', { url, title, ...inside('phrasing') }),
      node('image', { url, title, alt: value }),
    ),
    item: node('listItem', {
      spread: fc.constantFrom(true, false, null),
      checked: fc.option(fc.boolean(), { nil: null, freq: 6 }),
      ...inside('block'),
    }),
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { arbitrary: node('paragraph', inside('phrasing')), weight: 6 },
      node('heading', { depth: fc.integer({ min: 1, max: 6 }), ...inside('phrasing') }),
      node('thematicBreak'),
      node('code', { value }),
      node('html', { value }),
      node('table', {
        children: fc.array(node('tableRow', { children: fc.array(node('tableCell', inside('phrasing'))) })),
      }),
      node('blockquote', inside('block')),
      node('list', {
        ordered: fc.boolean(),
        start: fc.constantFrom(null, 0, 1, 7),
        spread: fc.constantFrom(true, false, null),
        ...inside('item'),
      }),
      node('definition', { url, identifier: value, label: value }),
    ),
  };
});

test('what is printed directly is what remark-html prints', () => {
  let direct = 0;
  const { numRuns, ...seed } = draws(1000);
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (children) => {
      // Blocks only, as in any document.
      const tree = { type: 'root', children } as Root;
      const printed: unknown[] = [];
      // remark-html adds the boxes of tasks to the very children that it is given.
      const html = printBlocks(structuredClone(tree), (others) => {
        printed.push(...others.children);
        return processor.stringify(structuredClone(others));
      });
      direct += printed.length < children.length ? 1 : 0;
      assert.equal(html, processor.stringify(structuredClone(tree)));
    }),
    { numRuns, ...seed },
  );
  assert.ok(direct > numRuns / 20, `${direct} of ${numRuns} trees have blocks that are printed directly`);
});

test('prose is printed directly, and anything else is not', () => {
  const paragraph = (child: object) => ({
    type: 'root',
    children: [{ type: 'paragraph', children: [child] }],
  });
  // Trees as parsers make them, but for their positions.
  const print = (child: object) => printBlocks(paragraph(child) as Root, () => 'otherwise');
  assert.equal(print({ type: 'text', value: 'a < b & c' }), '<p>a &#x3C; b &#x26; c</p>\n');
  assert.equal(print({ type: 'link', url: '/part/', children: [] }), '<p><a href="/part/"></a></p>\n');
  for (const odd of [
    { type: 'html', value: '<b>' },
    { type: 'image', url: '/a.png', alt: '' },
    { type: 'link', url: 'javascript:alert(1)', children: [] },
    { type: 'text', value: 'a', data: { hName: 'u' } },
  ])
    assert.equal(print(odd), 'otherwise', odd.type);
});
