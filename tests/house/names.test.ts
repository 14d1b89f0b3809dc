import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSourceModules } from './source-files.js';

const exported = /^export (?:async )?(?:function\*?|const|interface|type) (\w+)/gm;

test('no two modules export a type or a function of one name', () => {
  const places = new Map<string, ReadonlySet<string>>();
  for (const { path, text } of readSourceModules()) {
    for (const [, name = ''] of text.matchAll(exported))
      places.set(name, new Set([...(places.get(name) ?? []), path]));
  }
  const shared = [...places].filter(([, paths]) => paths.size > 1).map(([name, paths]) => [name, ...paths]);
  assert.deepEqual(shared, []);
  assert.ok(places.size > 500, 'the scan found the exports');
});
