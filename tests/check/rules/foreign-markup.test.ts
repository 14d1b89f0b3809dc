import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkForeignMarkup } from '../../../src/check/rules/foreign-markup.js';
import { checkText } from '../check-text.js';

/** Places of `text/foreign-markup`. */
const find = (raw: string) =>
  checkText(raw, 'en', [checkForeignMarkup]).map((found) => found.replace(' text/foreign-markup', ''));

const foreign = [
  '!!! note "Mind"\n    the step',
  '??? tip\n    x',
  '???+ tip',
  '[TOC]',
  '[[toc]]',
  '[[_TOC_]]',
  '::: tip\nx\n:::',
  '::: {.callout-note}\nx\n:::',
  ':::note\n\nx\n\n:::',
  'See [[Other Note|that]].',
  'See ![[picture.png]].',
  '> [!info]- Title\n> x',
  '--8<-- "a.md"',
  'A note^[of *mine*] here.',
  'A %%remark%% here.',
  '{{#include file.rs:2}}',
  'A {% include note.html %} here.',
  'At {{ site.baseurl }}/x.',
  'Text.\n{: .note}',
  'A [span]{.small} here.',
  "import Tabs from '@theme/Tabs';",
];

test('each construct of another program is named where it stands', () => {
  for (const text of foreign) assert.equal(find(`Text.\n\n${text}\n`).length, 1, text);
  assert.deepEqual(find('A.\n\n!!! note\n    b\n\n!!! note\n    c\n\n[TOC]\n'), ['3:1', '9:1']);
});

test('what is ours, code, and running text is not', () => {
  const ours =
    '> [!NOTE]\n> x\n\n> [!tip]- Title\n> x\n\n2^[4] [^[b]] `[[toc]]` {{< note >}} [a][b] [[1]](c.md) 50 %% of it {.x} [sic] !!! ???\n\n    ::: tip\n\n[b]: c.md\n';
  assert.deepEqual(find(ours), []);
  assert.deepEqual(find('They import salt from there, and export tea = gold.\n'), ['1:1'].slice(1));
});
