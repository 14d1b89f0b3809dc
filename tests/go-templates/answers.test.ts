import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { floatOf } from '../../src/go-templates/values/value.js';
import { repository } from '../house/source-files.js';
import { runSource } from './run-source.js';

/**
 * `answers/*.txt`: what Hugo 0.169 printed. A line is a pipeline, or a template after `T `; the line below it, after `= `,
 * is the answer, with `\n` for a new line and `ERR` where the pipeline is at fault.
 */
const folder = join(repository, 'tests/go-templates/answers');

const params = [
  "a <b> & 'q'",
  5,
  floatOf(7.5),
  true,
  'two words',
  'javascript:alert(1)',
  'https://x.y/a b?c=d&e',
];

function templateOf(line: string): string {
  if (line.startsWith('T ')) return line.slice(2);
  return `{{ with try (${line}) }}{{ with .Err }}ERR{{ else }}{{ .Value }}{{ end }}{{ end }}`;
}

for (const name of readdirSync(folder)) {
  test(`templates print what Hugo prints: ${name}`, () => {
    const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
    const wrong: string[] = [];
    for (let at = 0; at < lines.length; at += 2) {
      const [line = '', answer = ''] = lines.slice(at, at + 2);
      const expected = answer
        .slice(2)
        .replace(/\\(n|\\)/g, (_, mark: string) => (mark === 'n' ? '\n' : '\\'));
      const { text, end } = runSource(templateOf(line), params);
      const found = end === null ? text : `${end.kind}: ${end.message}`;
      if (found !== expected) wrong.push(`${line}\n  expected ${expected}\n  found    ${found}`);
    }
    assert.deepEqual(wrong, []);
    assert.ok(lines.length > 100, 'the answers were read');
  });
}
