import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findLive } from '../../program/find-live.js';
import { draws } from '../../support/draws.js';
import { renderShortcodes } from '../render-shortcodes.js';

/** Templates as a book's owner writes them in good faith: values in text, in attributes, in addresses. */
const own = {
  text: '<div class="own">{{ shortcode.get(0, "a") }}</div>',
  attribute:
    '<p title="{{ shortcode.get(0, "a") }}" lang=\'{{ shortcode.get(1, "b") }}\'>{{ shortcode.inner }}</p>',
  inner: '<p title="{{ shortcode.inner }}">x</p>',
  content: '<section>{{ shortcode.content }}</section>',
  address: '<a href="{{ shortcode.get(0, "a") }}">x</a><img src="{{ shortcode.get(0, "a") }}" alt="">',
  line: '<p>{{ shortcode.line(shortcode.get(0, "a")) }}{{ shortcode.markdown(shortcode.get(0, "a")) }}</p>',
  plain: '<img alt="{{ shortcode.plain(shortcode.get(0, "a")) }}" src="/x.png">',
  code: '{{ shortcode.code(shortcode.get(0, "a"), shortcode.get(0, "a"), shortcode.get(0, "a")) }}',
};

const values = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '\\" onclick=\\"alert(1)',
  'javascript:alert(1)',
  ' java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '[a](javascript:alert(1))',
  '<octavo-insert n="0"></octavo-insert>',
  'OCTAVOSHORTCODE0Z',
  '&#34;&#62;&#60;script&#62;alert(1)',
  '</title></style><svg onload=alert(1)>',
  '```\n<script>alert(1)</script>',
  '{{ 1 + 1 }}',
];
const value = fc.constantFrom(...values);
const names = [
  ...Object.keys(own),
  'figure',
  'details',
  'qr',
  'highlight',
  'ref',
  'relref',
  'youtube',
  'vimeo',
  'instagram',
  'x',
  'param',
];
const keys = [
  'a',
  'src',
  'alt',
  'caption',
  'title',
  'link',
  'attr',
  'attrlink',
  'class',
  'id',
  'summary',
  'text',
  'rel',
  ...['target', 'width', 'height', 'loading', 'name', 'open', 'start', 'user', 'level', 'scale'],
  ...['path', 'lang', 'outputFormat', 'type', 'options'],
];
const withText = new Set(['attribute', 'inner', 'content', 'details', 'qr', 'highlight']);

/** A parameter in quotes that nothing in it can end. */
const quote = (text: string) => `\`${text.replaceAll('`', '')}\``;
const parameters = fc.oneof(
  fc.array(value, { maxLength: 2 }).map((list) => list.map(quote).join(' ')),
  fc
    .array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: 4 })
    .map((list) => list.map(([key, text]) => `${key}=${quote(text)}`).join(' ')),
);

const { body } = fc.letrec<{ body: string; call: string }>((tie) => ({
  call: fc
    .tuple(fc.constantFrom(...names), parameters, tie('body'), fc.constantFrom('<>', '%%'))
    .map(([name, given, inside, [open, shut]]) =>
      withText.has(name)
        ? `{{${open} ${name} ${given} ${shut}}}${inside}{{${open} /${name} ${shut}}}`
        : `{{${open} ${name} ${given} ${shut}}}`,
    ),
  body: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    value,
    tie('call'),
    fc.tuple(tie('call'), value).map(([call, text]) => `${call} ${text}`),
    tie('call').map((call) => `[x](${call} "${call}")`),
    tie('call').map((call) => `![${call}](/x.png)`),
    tie('call').map((call) => `## ${call} {#${call}}`),
    tie('call').map((call) => `\`\`\`${call}\n${call}\n\`\`\``),
    tie('call').map((call) => `<b title="${call}">${call}</b>`),
    tie('call').map((call) => `[^${call}]\n\n[^${call}]: ${call}`),
  ),
}));

/** The drawing of a QR code, whose handlers would be found by themselves; texts that look like addresses of script. */
const harmless =
  /^<svg>$|^<\w+ (?:title|lang|alt|ariaLabel|className|id|rel|name|target|width|height|loading)=/;

test('nothing that a chapter says in, around or by a shortcode becomes live', async () => {
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const { html, summary } = await renderShortcodes(`${text}\n\n${text}`, {
        own,
        params: { '<script>': '<script>' },
      });
      const found = [html, summary]
        .flatMap((made) => findLive(made, []))
        .filter((live) => !harmless.test(live));
      assert.deepEqual(found, [], html);
    }),
    draws(40),
  );
});

test('the test can see what is live', async () => {
  const { html } = await renderShortcodes('{{< text `<img onerror=x>` >}}', {
    own: { text: '{{ shortcode.get(0) |> safe }}' },
  });
  assert.notDeepEqual(findLive(html, []), []);
});
