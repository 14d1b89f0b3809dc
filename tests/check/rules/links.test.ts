import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCrossings, checkFragments } from '../../../src/check/rules/links.js';
import type { ChapterFacts, FragmentLink } from '../../../src/model/rendered.js';

function factsOf(
  path: string,
  ids: readonly string[],
  fragmentLinks: readonly FragmentLink[] = [],
): ChapterFacts {
  const text = { summary: '', truncated: false, excerpt: '', words: 0, minutes: 0 };
  return { path, file: `content/${path}`, headings: [], ids, fragmentLinks, ...text, diagnostics: [] };
}

function linkTo(target: string, fragment: string): FragmentLink {
  return { target, fragment, written: `${target}#${fragment}`, line: 7, column: 3 };
}

test('a fragment that the target does not have is an error at the link', () => {
  const links = [linkTo('b.md', 'second'), linkTo('b.md', 'secnd'), linkTo('b.md', 'nothing-like-it')];
  const found = checkFragments([factsOf('a.md', [], links), factsOf('b.md', ['first', 'second'])]);
  assert.deepEqual(
    found.map(({ code, severity, file, line, column, hint }) => [code, severity, file, line, column, hint]),
    [
      ['link/no-such-fragment', 'error', 'content/a.md', 7, 3, 'Did you mean "#second"?'],
      [
        'link/no-such-fragment',
        'error',
        'content/a.md',
        7,
        3,
        'Ids come from headings, or from `{#id}` after one.',
      ],
    ],
  );
  assert.match(found[0]?.message ?? '', /"b\.md#secnd".*"#secnd".*content\/b\.md/);
});

test('the start of a page, directives to the browser and unknown targets pass', () => {
  const links = ['', 'top', 'TOP', ':~:text=a', 'x:~:text=a'].map((fragment) => linkTo('a.md', fragment));
  assert.deepEqual(checkFragments([factsOf('a.md', [], [...links, linkTo('gone.md', 'x')])]), []);
});

test('a chapter with an unknown shortcode may have any id', () => {
  const target = factsOf('b.md', []);
  const diagnostics = [{ code: 'shortcode/unknown', severity: 'warning', message: '' } as const];
  const source = factsOf('a.md', [], [linkTo('b.md', 'x')]);
  assert.equal(checkFragments([source, target]).length, 1);
  assert.deepEqual(checkFragments([source, { ...target, diagnostics }]), []);
});

test('a fragment in another language is checked there, and nowhere else', () => {
  const toFrench = { ...linkTo('b.md', 'eins'), language: 'fr' };
  const english = [
    factsOf('a.md', [], [toFrench, { ...toFrench, fragment: 'one' }]),
    factsOf('b.md', ['one']),
  ];
  const french = [factsOf('b.md', ['eins'], [{ ...linkTo('gone.md', 'x'), language: 'en' }])];
  assert.deepEqual(checkFragments(english), []);
  const found = checkCrossings(
    new Map([
      ['en', english],
      ['fr', french],
    ]),
  );
  assert.deepEqual(
    found.map(({ code, file }) => [code, file]),
    [['link/no-such-fragment', 'content/a.md']],
  );
});
