import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sibling } from '../../../src/authoring/manuscript/open-manuscript.js';
import { inheritKeys } from '../../../src/authoring/new/new-keys.js';
import type { HeadingStyle } from '../../../src/authoring/new/next-heading.js';

/** As much of a page as the keys of a new one follow from. */
const sibling = (heading: string, title: string, accent: string | null) =>
  ({ page: { heading }, chapter: { frontMatter: { title, accent } } }) as unknown as Sibling;

const after = (siblings: readonly Sibling[], style: HeadingStyle = 'either') =>
  inheritKeys(siblings.at(-1) ?? null, siblings, { title: null, style });

test('a further part has the title and the colour that all parts before it share', () => {
  const parts = [sibling('Chapter 13', 'Other', 'red'), sibling('Chapter 14a', 'T', 'teal')];
  const [more, different] = [sibling('Chapter 14b', 'T', 'teal'), sibling('Chapter 14b', 'Not T', 'navy')];
  assert.deepEqual(after(parts), { heading: 'Chapter 14b', title: 'T', colour: 'teal' });
  assert.deepEqual(after([...parts, more]), { heading: 'Chapter 14c', title: 'T', colour: 'teal' });
  assert.deepEqual(after([...parts, different]), { heading: 'Chapter 14c', title: '', colour: null });
  assert.deepEqual(after([...parts, more], 'chapter'), { heading: 'Chapter 15', title: '', colour: null });
});
