import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MenuEntry } from '../../../src/model/menu.js';
import type { PageView } from '../../../src/model/page-view.js';
import { createMenuViews } from '../../../src/pages/views/menu-views.js';
import { makeContext } from '../make-site.js';

const bare = { identifier: '', title: '', weight: 0, pre: '', post: '', params: {}, children: [] };
const child: MenuEntry = { ...bare, name: 'Ink', url: '/ink/', page: '/ink' };
const entry: MenuEntry = { ...bare, name: 'Tools', url: 'https://x.org/', page: null, children: [child] };

test('an entry knows the page that it leads to, and whether it holds the current one', () => {
  const { book, config } = makeContext({});
  const ink = { path: '/ink' } as PageView;
  const menus = createMenuViews(
    { book: { ...book, menus: { main: [entry] } }, config: { ...config, basePath: '/book/' } },
    (key) => (key === '/ink' ? ink : undefined),
  );
  const [tools] = menus['main'] ?? [];
  const [below] = tools?.children ?? [];
  assert.deepEqual(
    [tools?.url, tools?.page, below?.url, below?.page],
    ['https://x.org/', null, '/book/ink/', ink],
  );
  assert.deepEqual([tools?.isCurrent(ink), tools?.holds(ink)], [false, true]);
  assert.deepEqual([below?.isCurrent(ink), below?.holds(ink)], [true, false]);
  assert.equal(menus['constructor'], undefined);
});
