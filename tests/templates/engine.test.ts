import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { createEngine, markSafe } from '../../src/templates/engine.js';
import { createFilters } from '../../src/templates/filters.js';
import { config, makeTemplates } from '../pages/make-site.js';

type Texts = Readonly<Record<string, string>>;

const subject = { file: 'content/a.md', message: 'while this page was rendered' };

function build(texts: Texts) {
  return createEngine(makeTemplates(texts), createFilters(config, markSafe));
}

/** The text of `page.html`, which must have no faults. */
async function print(text: string, data: object = {}, others: Texts = {}): Promise<string> {
  const { value, diagnostics } = build({ 'page.html': text, ...others });
  const outcome = await value.render('page.html', data);
  assert.deepEqual([...diagnostics, ...outcome.diagnostics], []);
  return outcome.value;
}

/** What compiling and rendering `page.html` report. */
async function findFaults(texts: Texts, data: object = {}): Promise<readonly Diagnostic[]> {
  const { value, diagnostics } = build(texts);
  const outcome = await value.render('page.html', data, subject);
  return [...diagnostics, ...outcome.diagnostics];
}

function at({ code, file, line, column }: Diagnostic): string {
  return `${code} ${file}:${line}:${column}`;
}

test('values are escaped, undefined, null and false print nothing, 0 prints', async () => {
  assert.equal(
    await print('{{ a }}|{{ b }}|{{ c }}{{ e }}|{{ d }}', { a: '<"&\'>', c: null, d: 0, e: false }),
    '&lt;&quot;&amp;&#39;&gt;|||0',
  );
});

test('safe HTML and the filter safe print as they are', async () => {
  assert.equal(
    await print('{{ a }}{{ b |> safe }}{{ b }}', { a: markSafe('<b>'), b: '<i>' }),
    '<b><i>&lt;i&gt;',
  );
});

test('objects without a prototype print', async () => {
  assert.equal(
    await print('{{ a }}', { a: Object.assign(Object.create(null), { x: 1 }) }),
    '{&quot;x&quot;:1}',
  );
});

test('text of the book is never read as a template', async () => {
  assert.equal(await print('{{ a }}', { a: '{{ 1 + 1 }}' }), '{{ 1 + 1 }}');
});

test('an address in a URL attribute is guarded without being asked', async () => {
  const data = { a: 'javascript:alert(1)', b: '/x/?a=1&b=2' };
  assert.equal(await print('<a href="{{ a }}"><img src={{ a }}>', data), '<a href="#"><img src=#>');
  assert.equal(
    await print('<a href="{{ b }}" title="{{ a }}">', data),
    '<a href="/x/?a=1&amp;b=2" title="javascript:alert(1)">',
  );
  assert.equal(await print('<a href="{{ if b }}{{ b }}{{ /if }}">', data), '<a href="/x/?a=1&amp;b=2">');
});

test('layouts, includes beside a template and from the root', async () => {
  const others = {
    'base.html': '<{{ content }}>',
    'partials/a.html': '{{ include "./b.html" { n: 1 } }}',
    'partials/b.html': 'b{{ n }}',
  };
  assert.equal(
    await print('{{ layout "base.html" }}{{ include "partials/a.html" }}{{ /layout }}', {}, others),
    '<b1>',
  );
});

test('an unclosed tag: where it begins', async () => {
  const [fault, ...rest] = await findFaults({ 'page.html': 'one\n  two {{ page.title \nthree' });
  assert.equal(fault && at(fault), 'template/unclosed templates/page.html:2:7');
  assert.match(fault?.message ?? '', /"page.title"/);
  assert.deepEqual(rest, []);
});

test('an `else` without its `if`', async () => {
  for (const text of ['a {{ else }}', '{{ if a }}{{ for b of c }}\n{{ else }}{{ /for }}{{ /if }}']) {
    const [fault] = await findFaults({ 'page.html': text });
    assert.match(String(fault?.message), /"else" ends a block that is not open/);
  }
});

test('an unclosed block: where it begins, even inside another', async () => {
  const [fault] = await findFaults({ 'page.html': '{{ if a }}\n{{ for b of c }}\n{{ b }}{{ /if }}' });
  assert.equal(fault && at(fault), 'template/unclosed templates/page.html:2:1');
  const [other] = await findFaults({ 'page.html': '\n {{ if a }}\nfoo' });
  assert.equal(other && at(other), 'template/unclosed templates/page.html:2:2');
});

test('an end without a beginning', async () => {
  const [fault] = await findFaults({ 'page.html': 'a\nb {{ /for }}' });
  assert.equal(fault && at(fault), 'template/syntax templates/page.html:2:3');
});

test('JavaScript that cannot be read: the tag, also after comments', async () => {
  const text =
    '{{# a comment #}}\n{{ set a = 1 }}\n{{# another\n one #}}<p>{{ a }}</p>\n<p>{{ a + }}</p>\n{{ a }}';
  const [fault] = await findFaults({ 'page.html': text });
  assert.equal(fault && at(fault), 'template/syntax templates/page.html:5:4');
});

test('an unknown filter: its name, with the nearest, even where it never runs', async () => {
  const text = '<p>\n{{ if false }}{{ page.title |> trim |> uper }}{{ /if }}';
  const [fault] = await findFaults({ 'page.html': '{{ set x = 1 |> dat }}', 'other.html': text }, {});
  assert.equal(fault && at(fault), 'template/unknown-filter templates/page.html:1:17');
  assert.match(fault?.hint ?? '', /"date"/);
  const [other] = await findFaults({ 'page.html': text });
  assert.equal(other && at(other), 'template/unknown-filter templates/page.html:2:40');
  assert.equal(other?.length, 4);
});

test('a method that the value lacks', async () => {
  const [fault] = await findFaults({ 'page.html': 'a\n{{ n |> toUpperCase }}' }, { n: 5 });
  assert.equal(fault && at(fault), 'template/failed templates/page.html:2:9');
});

test('a value that fails, in a partial: the tag there, and the page', async () => {
  const texts = {
    'page.html': 'x\n{{ include "partials/a.html" }}',
    'partials/a.html': '<p>\n  {{ page.a.b }}',
  };
  const [fault] = await findFaults(texts, { page: {} });
  assert.equal(fault && at(fault), 'template/failed templates/partials/a.html:2:3');
  assert.deepEqual(fault?.related, [subject]);
});

test('without waiting, layouts and includes print the same', async () => {
  const others = {
    'base.html': '<b>{{ content }}{{ if foot }}{{ foot }}{{ /if }}</b>',
    'a.html': '<i>{{ word }}</i>',
    'page.html':
      '{{ layout "base.html" }}{{ include "a.html" { word: "A & B" } }}{{ slot foot }}f{{ /slot }}{{ /layout }}',
  };
  const { value, diagnostics } = build(others);
  const now = value.renderNow('page.html', {});
  assert.deepEqual([...diagnostics, ...now.diagnostics], []);
  assert.equal(now.value, '<b><i>A &amp; B</i>f</b>');
  assert.equal(now.value, (await value.render('page.html', {})).value);
});

test('a value that fails, in a layout', async () => {
  const texts = {
    'page.html': '{{ layout "base.html" }}x{{ /layout }}',
    'base.html': '{{ content }}\n\n{{ a.b.c }}',
  };
  const [fault] = await findFaults(texts, { a: {} });
  assert.equal(fault && at(fault), 'template/failed templates/base.html:3:1');
});

test('a missing partial and a missing layout, with the nearest', async () => {
  const [fault] = await findFaults({
    'page.html': 'a\n b {{ include "partials/hed.html" }}',
    'partials/head.html': '',
  });
  assert.equal(fault && at(fault), 'template/missing templates/page.html:2:4');
  assert.match(fault?.hint ?? '', /"partials\/head.html"/);
  const [layout] = await findFaults({ 'page.html': '\n{{ layout "bse.html" }}{{ a }}{{ /layout }}' });
  assert.equal(layout && at(layout), 'template/missing templates/page.html:2:1');
});

test('names that lead out of templates/', async () => {
  for (const name of ['../x.html', 'a/../../x.html', '/etc/passwd', 'C:\\x', 'file:///etc/passwd']) {
    const [fault] = await findFaults({ 'page.html': `{{ include ${JSON.stringify(name)} }}` });
    assert.equal(fault && at(fault), 'template/outside templates/page.html:1:1', name);
  }
});

test('templates that include each other: the circle by its names', async () => {
  const [fault, ...rest] = await findFaults({
    'page.html': '{{ include "a.html" }}',
    'a.html': ' {{ include "b.html" }}{{ include "b.html" }}',
    'b.html': '\n{{ include "a.html" }}',
  });
  assert.equal(fault && at(fault).split(' ')[0], 'template/too-deep');
  assert.match(fault?.message ?? '', /page.html → a.html → b.html → a.html/);
  assert.deepEqual(rest, []);
});

test('recursion that ends is allowed', async () => {
  const text = '{{ n }}{{ if n > 0 }}{{ include "page.html" { n: n - 1 } }}{{ /if }}';
  assert.equal(await print(text, { n: 5 }), '543210');
});

test('a fault is reported once, whatever the number of pages; a broken template once too', async () => {
  const { value, diagnostics } = build({ 'page.html': '{{ a.b.c }}', 'broken.html': '{{ 1 + }}' });
  assert.equal(diagnostics.length, 1);
  const counts = [];
  for (const name of ['page.html', 'page.html', 'broken.html']) {
    counts.push((await value.render(name, { a: {} }, subject)).diagnostics.length);
  }
  assert.deepEqual(counts, [1, 0, 0]);
});
