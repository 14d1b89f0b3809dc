import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runSource } from './run-source.js';

/** The stretch of the template that an end points at, and its message. */
function faultIn(text: string, partials: Readonly<Record<string, string>> = {}) {
  const { end } = runSource(text, [], partials);
  if (end === null) return null;
  const { kind, message, file, offset = 0, length = 0 } = end;
  const whole = file === 'main.html' ? text : (partials[(file ?? '').replace('.html', '')] ?? '');
  return { kind, message, at: whole.slice(offset, offset + length) };
}

test('faults of reading name what cannot be read, and where', () => {
  const faults: readonly (readonly [template: string, message: string, at: string])[] = [
    ['<p>{{ if 1 }}', 'unclosed {{if}}: it has no {{end}}', '{{ if'],
    ['{{ end }}', 'unexpected {{end}}', ''],
    ['{{ $y }}', 'undefined variable "$y"', '$y'],
    ['{{ $y = 1 }}', 'undefined variable "$y"', '$y'],
    ['{{ wave 1 }}', 'function "wave" not defined', 'wave'],
    ['{{ strings.Wave 1 }}', 'unknown function "strings.Wave"', 'strings.Wave'],
    ['{{ "a }}', 'unterminated quoted string in an action', '"'],
    ['{{ 1 | 2 }}', 'non executable command in pipeline', '2'],
    ['{{ (1 }}', 'unclosed left paren', '}}'],
    ['{{ }}', 'missing value', '}}'],
    ['{{ break }}', '{{break}} outside {{range}}', 'break'],
    ['{{/* a', 'unclosed comment', ''],
    ['{{ 1x }}', 'bad number syntax', ''],
  ];
  for (const [template, message, at] of faults) {
    const found = faultIn(template);
    assert.equal(found?.kind, 'fault', template);
    if (template !== '{{ 1x }}') {
      assert.equal(found?.message, message);
      if (at !== '') assert.equal(found?.at, at);
    }
  }
});

test('faults of running name the command', () => {
  assert.deepEqual(faultIn('a {{ add 1 "x" }}')?.at, 'add 1 "x"');
  assert.deepEqual(faultIn('{{ .Nope }}'), {
    kind: 'fault',
    message: "can't evaluate field Nope in type Call",
    at: '.Nope',
  });
  assert.equal(
    faultIn('{{ range "abc" }}{{ end }}')?.message,
    "range can't iterate over a value of type string",
  );
  assert.equal(faultIn('{{ lower 1 2 }}')?.message, 'wrong number of args for lower: want 1 got 2');
  assert.equal(faultIn('{{ partial "none" . }}')?.message, 'partial "none" not found');
  const inside = faultIn('{{ partial "p" . }}', { p: 'x {{ errorf "no %s" "id" }}' });
  assert.deepEqual(inside, { kind: 'fault', message: 'no id', at: 'errorf "no %s" "id"' });
});

test('branches that end in different places, and a template that ends inside a tag, are faults', () => {
  assert.match(faultIn('<a {{ if 1 }}href="{{ end }}">')?.message ?? '', /end in different places/);
  assert.match(faultIn('<a {{ if 1 }}href="x{{ end }}">')?.message ?? '', /end in different places/);
  assert.match(faultIn('<div class="x')?.message ?? '', /ends inside the value of an attribute/);
  assert.match(faultIn('<script>let a')?.message ?? '', /ends inside <script>/);
  const address = '<a href="{{ if 1 }}/p{{ else }}/p?q={{ end }}{{ "x" }}">x</a>';
  assert.match(faultIn(address)?.message ?? '', /path or the query/);
});

test('a refused name does no harm until it is reached', () => {
  assert.equal(runSource('{{ if false }}{{ resources.GetRemote "x" }}{{ end }}a').text, 'a');
  assert.deepEqual(faultIn('a{{ resources.GetRemote "x" }}'), {
    kind: 'refused',
    message: 'resources.GetRemote',
    at: 'resources.GetRemote "x"',
  });
});
