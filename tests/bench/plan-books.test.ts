import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planBooks } from '../../bench/plan-books.js';
import { readRequest } from '../../bench/read-request.js';
import type { Tool, ToolName } from '../../bench/tools.js';

function tool(name: ToolName): Tool {
  const program = () => ({ file: name, args: [] });
  return { name, version: '1', output: 'out', leftovers: [], build: program, serve: program };
}

/** The plan for a command line, as `chapters tools scenarios ×rounds`. */
function plan(line: string, tools: readonly Tool[] = [tool('octavo'), tool('hugo')]): readonly string[] {
  const request = readRequest(line.split(' ').filter((word) => word !== ''));
  assert.ok(request !== null);
  return planBooks(request, tools).map(
    ({ chapters, tools, scenarios, rounds }) =>
      `${chapters} ${tools.map(({ name }) => name).join('+')} ${scenarios.join('+')} ×${rounds}`,
  );
}

const all = 'cold+searched+unchanged+changed+retitled+list+check';

test('by default both tools meet on three books, and Octavo alone builds a longer one', () => {
  assert.deepEqual(plan(''), [
    `330 octavo+hugo ${all} ×5`,
    `1000 octavo+hugo ${all} ×5`,
    `5000 octavo+hugo ${all} ×5`,
    '20000 octavo cold ×3',
  ]);
});

test('--quick is one short book', () => {
  assert.deepEqual(plan('--quick'), [`1000 octavo+hugo ${all} ×3`]);
});

test('--only growth builds with Octavo alone, and not at all without it', () => {
  assert.deepEqual(plan('--only growth'), [
    '1000 octavo cold ×3',
    '5000 octavo cold ×3',
    '20000 octavo cold ×3',
  ]);
  assert.deepEqual(plan('--only growth', [tool('hugo')]), []);
});

test('a later scenario starts from a cold build', () => {
  assert.deepEqual(plan('--only changed --quick --rounds 2'), ['1000 octavo+hugo cold+changed ×2']);
});

test('wrong arguments make no request', () => {
  for (const line of ['--mix verse', '--only colder', '--rounds none', '--rounds 0', '--slow', 'now'])
    assert.equal(readRequest(line.split(' ')), null, line);
});
