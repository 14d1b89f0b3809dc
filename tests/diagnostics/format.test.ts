import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applySeverities, hasErrors } from '../../src/diagnostics/apply-severities.js';
import { formatCounts, formatDiagnostic, type Palette } from '../../src/diagnostics/format.js';
import { frameExcerpt } from '../../src/diagnostics/frame.js';
import { sortDiagnostics } from '../../src/diagnostics/sort.js';
import type { Diagnostic, Severity } from '../../src/model/diagnostic.js';

const same = (text: string) => text;
const palette: Palette = { error: same, warning: same, strong: same, dim: same };

function finding(place: Partial<Diagnostic>, severity: Severity = 'error'): Diagnostic {
  return { code: 'x/y', severity, message: 'It is so.', ...place };
}

test('a finding shows its place, sentence, excerpt with caret, related place and hint', () => {
  const shown = formatDiagnostic(
    finding({
      code: 'address/duplicate',
      file: 'content/a.md',
      line: 2,
      column: 6,
      length: 3,
      hint: 'Change one.',
      related: [{ file: 'content/b.md', line: 1, column: 1, message: 'the other page' }],
    }),
    { palette, linesOf: (file) => (file === 'content/a.md' ? ['one', 'url: /a/', ''] : ['first', '']) },
  );
  assert.equal(
    shown,
    [
      'content/a.md:2:6 error address/duplicate',
      '  It is so.',
      '    2 | url: /a/',
      '      |      ^^^',
      '  content/b.md:1:1 the other page',
      '    1 | first',
      '      | ^',
      '  help: Change one.',
    ].join('\n'),
  );
});

test('without a file there is neither place nor excerpt', () => {
  assert.equal(formatDiagnostic(finding({}), { palette, linesOf: () => ['x'] }), 'error x/y\n  It is so.');
});

test('an excerpt cuts long lines around the caret and blanks control characters', () => {
  const [line = '', caret = ''] = frameExcerpt([`${'a'.repeat(300)}HERE${'b'.repeat(300)}`], {
    line: 1,
    column: 301,
    length: 4,
  });
  assert.ok(line.length < 120);
  assert.equal(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1), 'HERE');
  assert.deepEqual(frameExcerpt(['a\u001b[31mb'], { line: 1 }), ['1 | a [31mb']);
});

test('a caret stands under wide characters, and a length beyond the line is cut', () => {
  assert.deepEqual(frameExcerpt(['章節: x'], { line: 1, column: 5, length: 90 }), [
    '1 | 章節: x',
    '  |       ^',
  ]);
});

test('on a narrow terminal no line is wider than it, and the caret stands under its word', () => {
  const text = `${'章節'.repeat(30)}e\u0301te\u0301 HERE ${'行'.repeat(90)}`;
  const column = text.indexOf('HERE') + 1;
  for (const room of [20, 40, 80, 120]) {
    const [line = '', caret = ''] = frameExcerpt([text], { line: 1, column, length: 4 }, room);
    const columnsOf = (shown: string) =>
      [...shown].reduce(
        (sum, sign) => sum + (/\p{Mn}/u.test(sign) ? 0 : /\p{Script=Han}/u.test(sign) ? 2 : 1),
        0,
      );
    assert.ok(columnsOf(line) <= room + 6, `${columnsOf(line)} of ${room}`);
    assert.equal(columnsOf(line.slice(0, line.indexOf('HERE'))), caret.indexOf('^'));
    assert.match(caret, /\^{4}$/);
  }
});

test('an excerpt outside the text is empty', () => {
  assert.deepEqual(frameExcerpt(['one'], { line: 2, column: 1 }), []);
  assert.deepEqual(frameExcerpt(['one'], {}), []);
});

test('counts name every severity that occurs', () => {
  assert.equal(formatCounts([]), '');
  assert.equal(
    formatCounts([finding({}), finding({}), finding({}, 'warning'), finding({}, 'advice')]),
    '2 errors, 1 warning, 1 advice',
  );
});

test('findings come in book order, then by place', () => {
  const at = (file: string | undefined, line: number, column = 1) =>
    finding({ ...(file ? { file } : {}), line, column });
  const order = sortDiagnostics(
    [
      at('content/b.md', 1),
      at('content/a.md', 9),
      at('content/a.md', 2, 8),
      at('content/a.md', 2, 3),
      at('octavo.yaml', 1),
      at(undefined, 0),
    ],
    ['content/b.md', 'content/a.md'],
  );
  assert.deepEqual(
    order.map((d) => `${d.file ?? '-'}:${d.line}:${d.column}`),
    [
      '-:0:1',
      'octavo.yaml:1:1',
      'content/b.md:1:1',
      'content/a.md:2:3',
      'content/a.md:2:8',
      'content/a.md:9:1',
    ],
  );
});

test('the owner and compat: hugo change severities', () => {
  const duplicate = finding({ code: 'address/duplicate' });
  const other = finding({ code: 'config/unknown-key' }, 'warning');
  const strict = { compat: 'strict', severities: {} } as const;
  assert.equal(hasErrors(applySeverities([duplicate], strict)), true);
  assert.equal(applySeverities([duplicate], { ...strict, compat: 'hugo' })[0]?.severity, 'warning');
  assert.deepEqual(applySeverities([other], { ...strict, severities: { 'config/unknown-key': 'off' } }), []);
  assert.deepEqual(
    applySeverities([duplicate], { ...strict, severities: { 'address/duplicate': 'off' } }),
    [],
  );
  assert.equal(
    applySeverities([other], { ...strict, severities: { 'config/unknown-key': 'error' } })[0]?.severity,
    'error',
  );
});
