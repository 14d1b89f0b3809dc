import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runSource } from './run-source.js';

/** How a template ends: its kind and message. */
function endOf(text: string, partials: Readonly<Record<string, string>> = {}): string {
  const { end } = runSource(text, [], partials);
  return end === null ? 'done' : `${end.kind}: ${end.message}`;
}

test('a run ends after a million steps, a megabyte, or a hundred templates within each other', () => {
  const deep = '{{ range seq 900 }}{{ range seq 900 }}{{ range seq 900 }}x{{ end }}{{ end }}{{ end }}';
  assert.match(endOf(deep), /^limit: more than/);
  assert.match(endOf('{{ range 9000000000000 }}{{ end }}'), /^limit: more than 1000000 steps/);
  assert.match(
    endOf('{{ $t := strings.Repeat 900000 "x" }}{{ $t }}{{ $t }}'),
    /^limit: more than 1000000 char/,
  );
  const ping = { ping: '{{ partial "pong" . }}', pong: '{{ partial "ping" . }}' };
  assert.match(
    endOf('{{ partial "ping" . }}', ping),
    /^limit: more than 100 partials deep: main → ping → pong/,
  );
  assert.match(
    endOf('{{ define "a" }}{{ template "a" }}{{ end }}{{ template "a" }}'),
    /^limit: more than 100/,
  );
  assert.equal(endOf('{{ range seq 1000 }}x{{ end }}'), 'done');
});

test('values that would fill the memory are not made', () => {
  assert.match(endOf('{{ seq 100001 }}'), /^fault: size of result exceeds limit/);
  assert.match(endOf('{{ strings.Repeat 1000001 "x" }}'), /^fault: strings.Repeat/);
  const doubling =
    '{{ $t := "xxxxxxxxxx" }}{{ range seq 60 }}{{ $t = printf "%s%s" $t $t }}{{ end }}{{ len $t }}';
  assert.match(endOf(doubling), /^limit: a text of more than/);
  const lists = '{{ $l := slice 1 2 }}{{ range seq 60 }}{{ $l = append $l $l }}{{ end }}{{ len $l }}';
  assert.match(endOf(lists), /^limit: a list of more than/);
  assert.equal(runSource('{{ printf "%999999999d" 1 }}').text, '1');
});

test('patterns take linear time', () => {
  const text = `{{ findRE "^(a+)+$" (printf "%sb" (strings.Repeat 20000 "a")) }}`;
  assert.equal(endOf(text), 'done');
});

test('brackets within brackets end in a message', () => {
  assert.match(endOf(`{{ ${'('.repeat(50_000)}1${')'.repeat(50_000)} }}`), /^(?:limit|fault): /);
});

test('no name reaches a prototype', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty']) {
    assert.equal(runSource(`[{{ (dict "a" 1).${name} }}]`).text, '[]');
    assert.match(endOf(`{{ .${name} }}`), /^fault: can't evaluate field/);
    assert.match(endOf(`{{ (slice 1).${name} }}`), /^fault: can't evaluate field/);
    assert.match(endOf(`{{ ${name} 1 }}`), /^fault: function/);
    assert.equal(runSource(`[{{ index (dict "a" 1) "${name}" }}]`).text, '[]');
  }
});
