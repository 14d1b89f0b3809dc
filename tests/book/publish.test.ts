import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Chapter } from '../../src/model/chapter.js';
import type { PublishRules } from '../../src/model/output-rules.js';
import { arrange, makeChapter, makeConfig, makeDate, now } from './make-book.js';

const at = (ms: number) => new Date(ms).toISOString();

function unpublished(chapter: Chapter, rules: Partial<PublishRules> = {}): string | undefined {
  return arrange([chapter], [], makeConfig(rules)).value.unpublished[0]?.reason;
}

test('drafts, future and expired chapters are held back unless asked for', () => {
  const draft = makeChapter('a.md', { draft: true });
  const future = makeChapter('a.md', {}, { publishDate: at(now + 1) });
  const expired = makeChapter('a.md', {}, { expiryDate: at(now - 1) });
  assert.equal(unpublished(draft), 'draft');
  assert.equal(unpublished(draft, { drafts: true }), undefined);
  assert.equal(unpublished(future), 'future');
  assert.equal(unpublished(future, { future: true }), undefined);
  assert.equal(unpublished(expired), 'expired');
  assert.equal(unpublished(expired, { expired: true }), undefined);
});

test('at the very moment of its date a chapter is published', () => {
  assert.equal(
    unpublished(makeChapter('a.md', {}, { publishDate: at(now), expiryDate: at(now) })),
    undefined,
  );
});

test('the publish date decides, not the date', () => {
  const dates = { date: '2199-01-01', publishDate: '2020-01-01' };
  assert.equal(unpublished(makeChapter('a.md', {}, dates)), undefined);
  assert.equal(unpublished(makeChapter('a.md', {}, { date: '2199-01-01' })), 'future');
});

test('a held-back chapter is named with its reason and date, and makes no address', () => {
  const { value, diagnostics } = arrange([
    makeChapter('a.md', { heading: 'Chapter 1', title: 'A', aliases: ['/b/'] }, { date: '2199-01-01' }),
    makeChapter('b.md', { title: 'B' }),
    makeChapter('c.md', { url: '/b/', draft: true }),
  ]);
  assert.deepEqual(value.unpublished, [
    {
      source: 'a.md',
      file: 'content/a.md',
      label: 'Chapter 1 · A',
      reason: 'future',
      date: makeDate('2199-01-01'),
    },
    { source: 'c.md', file: 'content/c.md', label: 'C', reason: 'draft' },
  ]);
  assert.deepEqual(value.order, ['/', '/b']);
  assert.deepEqual(diagnostics, []);
});

test('the book knows from when until when it stays as it is', () => {
  const spanOf = (chapters: readonly Chapter[], rules: Partial<PublishRules> = {}) => {
    const { validFrom, validUntil } = arrange(chapters, [], makeConfig(rules)).value;
    return [validFrom, validUntil];
  };
  const due = makeChapter('due.md', {}, { publishDate: at(now + 5000) });
  const ends = makeChapter('ends.md', {}, { expiryDate: at(now + 3000) });
  const draft = makeChapter('draft.md', { draft: true }, { publishDate: at(now + 1000) });
  const out = makeChapter('out.md', {}, { publishDate: at(now - 9000) });
  const over = makeChapter('over.md', {}, { expiryDate: at(now - 1000) });
  assert.deepEqual(spanOf([]), [null, null]);
  assert.deepEqual(spanOf([due, draft]), [null, now + 5000]);
  assert.deepEqual(spanOf([due, draft], { drafts: true }), [null, now + 1000]);
  assert.deepEqual(spanOf([due, ends]), [null, now + 3001]);
  assert.deepEqual(spanOf([due, ends], { expired: true }), [null, now + 5000]);
  assert.deepEqual(spanOf([due, out], { future: true }), [null, null]);
  assert.deepEqual(spanOf([out, over]), [now - 999, null]);
});

test('pages of a section whose _index.md is held back stand in its place', () => {
  const { pages, order } = arrange([
    makeChapter('a.md', { weight: 1 }),
    makeChapter('part/_index.md', { weight: 2, draft: true, slug: 'moved' }),
    makeChapter('part/z.md', { weight: 1 }),
    makeChapter('part/sub/_index.md', { weight: 2 }),
    makeChapter('part/sub/k.md'),
    makeChapter('part/y.md', { weight: 3 }),
    makeChapter('b.md', { weight: 3 }),
  ]).value;
  assert.deepEqual(order, ['/', '/a', '/part/z', '/part/sub', '/part/sub/k', '/part/y', '/b']);
  assert.deepEqual(pages['/']?.children, ['/a', '/part/z', '/part/sub', '/part/y', '/b']);
  assert.equal(pages['/part/z']?.parent, '/');
  assert.equal(pages['/part/sub/k']?.url, '/moved/sub/k/');
  assert.equal(pages['/part/y']?.section, 'part');
});

test('a held-back home is made up', () => {
  const { pages } = arrange([makeChapter('_index.md', { title: 'Secret', draft: true })]).value;
  assert.equal(pages['/']?.title, 'The Book');
  assert.equal(pages['/']?.source, null);
});
