import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createPace } from '../../src/preview/pace-looks.js';

/** A pace whose looks are noted down; each look finds a change as often as `changes` says so. */
function openPace(context: TestContext, changes: readonly boolean[] = []) {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const looks: (readonly string[] | null)[] = [];
  let settled = 0;
  const pace = createPace({
    look: async (changed) => {
      looks.push(changed === null ? null : [...changed]);
      return changes[looks.length - 1] ?? false;
    },
    onSettled: () => {
      settled += 1;
    },
    onFailure: (error) => assert.fail(String(error)),
  });
  const pass = async (milliseconds: number) => {
    context.mock.timers.tick(milliseconds);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { pace, looks, pass, settled: () => settled };
}

test('the first word leads to a look at once, and to one at everything when it is quiet', async (context) => {
  const { pace, looks, pass, settled } = openPace(context, [true, false]);
  pace.hear('a');
  pace.hear('b');
  await pass(4);
  assert.deepEqual(looks, [['a', 'b']]);
  await pass(79);
  assert.deepEqual([looks.length, settled()], [1, 0]);
  await pass(1);
  assert.deepEqual([looks, settled()], [[['a', 'b'], null], 1]);
  await pass(10_000);
  assert.equal(looks.length, 2, 'then it rests');
});

test('the words of a burst are gathered: a look every 50 ms at most', async (context) => {
  const { pace, looks, pass } = openPace(context);
  for (let at = 0; at < 200; at += 1) {
    pace.hear(`${at}`);
    await pass(1);
  }
  assert.ok(looks.length >= 2 && looks.length <= 6, `${looks.length} looks in 200 ms`);
  await pass(50);
  await pass(80);
  assert.deepEqual([looks.at(-1), looks.flat().filter((path) => path !== null).length], [null, 200]);
});

test('as long as a look at everything finds something, there is another', async (context) => {
  const { pace, looks, pass, settled } = openPace(context, [true, true, true, false]);
  pace.hear(null);
  await pass(4);
  for (let at = 0; at < 5; at += 1) await pass(80);
  assert.deepEqual([looks, settled()], [[null, null, null, null], 1]);
});
