import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLayoutPath } from '../../src/hugo-templates/lookup/index-layouts.js';

const kindOf = (path: string) => {
  const found = readLayoutPath(path, ['en']);
  return found && `${found.kind} ${found.name} for ${found.scope || 'all'}`;
};

test('the first folder with a name of Hugo’s says what a file is', () => {
  assert.equal(kindOf('_partials/shortcodes/box.html'), 'partial shortcodes/box.html for all');
  assert.equal(kindOf('partials/_markup/link.html'), 'partial _markup/link.html for all');
  assert.equal(kindOf('_shortcodes/partials/box.html'), 'shortcode partials/box for all');
  assert.equal(kindOf('_default/_markup/render-link.html'), 'hook render-link for all');
  assert.equal(kindOf('docs/_shortcodes/box.html'), 'shortcode box for docs');
  assert.equal(kindOf('docs/single.html'), null);
});
