import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rewriteGitbook } from '../../../src/authoring/import/rewrite-gitbook.js';

const titles: Readonly<Record<string, string>> = { 'a/ink.md': 'The Ink Room', 'a/press/': 'The Press' };

const rewrite = (...lines: readonly string[]) =>
  rewriteGitbook(lines.join('\n'), { path: 'a/here.md', titleOf: (path) => titles[path] ?? null }).split(
    '\n',
  );

test('hints become call-outs, with all that is in them, and end where they ended', () => {
  assert.deepEqual(
    rewrite(
      '{% hint style="danger" %}',
      'Mind the **bar**.',
      '',
      '```',
      '{% hint %}',
      '```',
      '{% endhint %}',
      'On.',
    ),
    ['> [!CAUTION]', '> Mind the **bar**.', '>', '> ```', '> {% hint %}', '> ```', '', 'On.'],
  );
  assert.deepEqual(
    rewrite('* one', '  {% hint style="info" %}', '  Two.', '  {% endhint %}', '', '* three'),
    ['* one', '  > [!NOTE]', '  > Two.', '', '* three'],
  );
});

test('a reference shows the title of its page; tabs become headings below the one before', () => {
  assert.deepEqual(
    rewrite(
      '{% content-ref url="ink.md" %}',
      '[ink.md](ink.md)',
      '{% endcontent-ref %}',
      '[press/](press/) [x](x)',
    ),
    ['[The Ink Room](ink.md)', '[The Press](press/) [x](x)'],
  );
  assert.deepEqual(
    rewrite(
      '## Setting',
      '{% tabs %}',
      '{% tab title="By hand" %}',
      'Slow.',
      '{% endtab %}',
      '{% endtabs %}',
    ),
    ['## Setting', '### By hand', '', 'Slow.'],
  );
});

test('pictures in HTML, embedded pages, files and listings', () => {
  assert.deepEqual(
    rewrite(
      '<figure><img src="../.gitbook/assets/a b.png" alt="A bar"><figcaption><p>The "bar"</p></figcaption></figure>',
      '<img src="x.png" data-size="line"> and `<img src="y.png">`',
      '{% embed url="https://example.org/x" %}',
      '{% file src="plan.pdf" %}',
      '{% code title="a.js" lineNumbers="true" %}',
      '```js',
      '<img src="z.png">',
      '```',
      '{% endcode %}',
    ),
    [
      '![A bar](<../.gitbook/assets/a b.png> "The \\"bar\\"")',
      '![](<x.png>) and `<img src="y.png">`',
      '<https://example.org/x>',
      '[plan.pdf](<plan.pdf>)',
      '`a.js`',
      '',
      '```js',
      '<img src="z.png">',
      '```',
    ],
  );
});

test('blocks without a counterpart, and text without any, stay as they are', () => {
  for (const text of ['{% openapi src="x" %}', 'Ten {% per cent %} of', '{% raw', '<image>']) {
    assert.deepEqual(rewrite(text), [text]);
  }
});
