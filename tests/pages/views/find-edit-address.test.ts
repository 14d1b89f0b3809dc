import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findEditAddress } from '../../../src/pages/views/find-edit-address.js';

const cases: readonly [object, string | null][] = [
  [
    { BookRepo: 'https://git.org/a/b', BookEditPath: 'edit/main/site' },
    'https://git.org/a/b/edit/main/site/content/p/one%20two.md',
  ],
  [{ bookrepo: 'https://git.org/a/b' }, null],
  [
    { BookRepo: 'https://git.org/a/b', BookEditLink: '{{ .Site.Params.BookRepo }}/edit/main/{{ .Path }}' },
    'https://git.org/a/b/edit/main/content/p/one two.md',
  ],
  [{ editURL: 'https://git.org/edit/' }, 'https://git.org/edit/p/one%20two.md'],
  [{ editURL: `https://git.org/edit/${'$'}{FilePath}?raw` }, 'https://git.org/edit/p/one two.md?raw'],
  [
    { editURL: { enable: true, base: 'https://git.org/edit/content' } },
    'https://git.org/edit/content/p/one%20two.md',
  ],
  [{ editURL: { enable: false, base: 'https://git.org/edit' } }, null],
  [
    { geekdocRepo: 'https://git.org/c', geekdocEditPath: 'edit/main' },
    'https://git.org/c/edit/main/content/p/one%20two.md',
  ],
  [
    { github_repo: 'https://git.org/d', github_subdir: 'web' },
    'https://git.org/d/edit/main/web/content/p/one%20two.md',
  ],
  [{}, null],
];

test('the parameters of popular book themes lead to the source of a chapter', () => {
  for (const [params, expected] of cases)
    assert.equal(
      findEditAddress(params as Record<string, unknown>, 'content/p/one two.md', 'p/one two.md'),
      expected,
      JSON.stringify(params),
    );
});
