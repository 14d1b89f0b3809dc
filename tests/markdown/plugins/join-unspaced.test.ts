import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '../rendering.js';

/** Text over two lines, and what must be printed. */
const cases: readonly (readonly [string, string])[] = [
  ['那年冬天\n它很少', '那年冬天它很少'],
  ['。\n*它*', '。<em>它</em>'],
  ['**渡船**\n六点\n`船`', '<strong>渡船</strong>六点<code>船</code>'],
  ['*boat*\n六点', '<em>boat</em>\n六点'],
  ['他说：“好。”\n“那么”走吧', '他说：“好。”“那么”走吧'],
  ['在2013\n年，第\n12章', '在2013年，第12章'],
  ['**那**\n*年*', '<strong>那</strong><em>年</em>'],
  ['1984\n1985年 “go”\n那', '1984\n1985年 “go”\n那'],
  ['冬天\nwinter', '冬天\nwinter'],
];

for (const [source, printed] of cases) {
  test(`joins ${JSON.stringify(source)}`, async () => {
    assert.equal(await html(source), `<p>${printed}</p>`);
  });
}

test('the number of a note is beside the line, which goes on behind it', async () => {
  assert.match(await html('麻袋，[^1]\n以后\n\n[^1]: 铅笔'), /麻袋，<sup.*<\/sup>以后<\/p>/);
});
