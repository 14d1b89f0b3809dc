import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callIncludes } from '../../../src/authoring/import/expand-includes.js';
import { findByName, indexNames } from '../../../src/authoring/import/find-by-name.js';
import { rewriteDialects } from '../../../src/authoring/import/rewrite-dialects.js';

const names = indexNames(['part/Ink Room.md', 'part/press.md', 'pics/bar.png', 'a/same.md', 'b/same.md']);
const rewrite = (text: string) =>
  callIncludes(
    rewriteDialects(text, {
      path: 'part/press.md',
      titleOf: () => null,
      find: (name) => findByName(name, 'part/press.md', names),
    }),
  );

/** What another program has, and what it becomes. */
const rewritten: readonly (readonly [string, string])[] = [
  ['See [[Ink Room]] or [[ink room|there]].', 'See [Ink Room](<Ink Room.md>) or [there](<Ink Room.md>).'],
  [
    '[[press#The Bar|bar]], [[#Here]], ![[bar.png|300]]',
    '[bar](press.md#the-bar), [Here](#here), ![](../pics/bar.png)',
  ],
  ['A %%remark%% here.', 'A <!--remark--> here.'],
  ['[TOC]\n\nText.', '\nText.'],
  ['## A {: #b .c}\n\nx\n{: .lead}\n\n- TOC\n{:toc}\n\ny', '## A {#b .c}\n\nx\n\n\ny'],
  ['[a](b.md){: .button} ![p](q.png){ width="300" }', '[a](b.md) ![p](q.png)'],
  ['# A {-}\n\n[old]{.smallcaps} [new]{.mark}', '# A\n\nold <mark>new</mark>'],
  ['x^[A *note* of [mine](a.md).] y', 'x[^inline-1] y\n\n[^inline-1]: A *note* of [mine](a.md).\n'],
  ['{% highlight c linenos %}\nint x;\n{% endhighlight %}', '```c {linenos=true}\nint x;\n```'],
  ['[a]({% link part/press.md %}) ![b]({{ site.baseurl }}/c.png)', '[a](press.md) ![b](/c.png)'],
  ['import A from "@a/b";\n\n<Tabs>\n<TabItem value="a" label="A">\nx\n</TabItem>\n</Tabs>', '\n#### A\nx\n'],
  ['{/* so */}', '<!-- so -->'],
  [
    '```js title="a.js" {1,4-6} showLineNumbers\nx\n```',
    '```js {title="a.js", linenos=true, hl_lines=[1,"4-6"]}\nx\n```',
  ],
  [
    '``` py linenums="5" hl_lines="2 3-4"\nx\n```',
    '``` py {linenos=true, linenostart=5, hl_lines=[2,"3-4"]}\nx\n```',
  ],
  ['```{.python .numberLines}\nx\n```', '```python {linenos=true}\nx\n```'],
  ['```js [a.js]\nx\n```\n\n```rust,ignore\ny\n```', '```js {title="a.js"}\nx\n```\n\n```rust\ny\n```'],
  ['--8<-- "a.md"', '{{% include "a.md" %}}'],
  ['<<< @/src/a.ts{1,3}', '```ts\n{{% include "src/a.ts" %}}\n```'],
  [
    '{{#include a.rs:2:5}} {{#include a.rs:bar}}',
    '{{% include file="a.rs" lines="2-5" %}} {{% include file="a.rs" part="bar" %}}',
  ],
];

for (const [written, ours] of rewritten) {
  test(`${JSON.stringify(written)} is written as ours`, () => assert.equal(rewrite(written), ours));
}

test('code, notes that are nowhere or twice, and what is ours stay', () => {
  const kept = [
    '`[[press]] %%a%%` ``{: .b}``',
    '```md\n[[press]]\n[TOC]\n!!! note\n```',
    'See [[nobody]] and [[same]].',
    '```js {title="a", hl_lines=[2]}\nx\n```',
    '```\nx\n```',
    '{{< figure src="a.png" >}} {{% b %}} {a} [c] (d) 50 %% [^1] x^2 [e](f.md)',
    '> [!NOTE] a\n> b',
    '<!-- [[press]] -->',
  ];
  for (const text of kept) assert.equal(rewrite(text), text);
});
