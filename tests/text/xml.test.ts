import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeFor } from '../../src/text/escape.js';
import { escapeDoubtfulInXml, escapeHtmlInXml, joinXml, xml } from '../../src/text/xml.js';

test('only what is escaped for XML goes into XML', () => {
  const item = xml`<item n="${1}">${escapeFor('xml', 'a & b')}</item>`;
  assert.equal(joinXml([item, item]), '<item n="1">a &amp; b</item><item n="1">a &amp; b</item>');
  // @ts-expect-error A plain string is not escaped.
  assert.equal(xml`<item>${'<'}</item>`, '<item><</item>');
  // @ts-expect-error What is escaped for HTML is not escaped for XML.
  assert.equal(xml`<item>${escapeFor('text', '<')}</item>`, '<item>&lt;</item>');
});

test('text that is read as HTML once the XML is undone is still that text', () => {
  assert.equal(escapeHtmlInXml('Write <script> & go'), 'Write &amp;lt;script&amp;gt; &amp;amp; go');
});

test('text that is read as HTML or not has no tag for either, and an ampersand for both', () => {
  assert.equal(escapeDoubtfulInXml('Ink & Paper'), 'Ink &amp; Paper');
  assert.equal(escapeDoubtfulInXml('<b> is &lt;b>'), '&amp;lt;b&gt; is &amp;amp;lt;b&gt;');
  assert.equal(escapeDoubtfulInXml('2 < 3'), '2 &lt; 3');
});
