import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gallery, openBook } from './open-book.js';

const site = 'https://example.org/a/book/';
const book = await openBook(gallery, '/a/book/', { baseUrl: site });
const read = (path: string) => readFileSync(join(book.folder, path), 'utf8');
const files = readdirSync(book.folder, { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
);
/** What search engines may list, with the address that each has. */
const listed = files
  .filter((path) => path.endsWith('index.html') && path !== 'print/index.html')
  .map((path) => [path, site + path.replace(/index\.html$/, '')] as const);

/** Whether an address of the site leads to a published file. */
function isPublished(address: string): boolean {
  const path = decodeURIComponent(new URL(address, site).pathname).replace('/a/book/', '');
  return existsSync(join(book.folder, path.replace(/(^|\/)$/, '$1index.html')));
}

test('below a path: what a page says of its own address is whole, and the same everywhere', () => {
  assert.equal(listed.length, 1 + 3 + 9 + 3 + 1);
  for (const [path, address] of listed) {
    const html = read(path);
    for (const line of [
      `<link rel="canonical" href="${address}">`,
      `<meta property="og:url" content="${address}">`,
    ])
      assert.equal(html.split(line).length, 2, `${path}: ${line}`);
  }
});

test('below a path: every address in every page leads to a file of the site, or out of it', () => {
  for (const path of files.filter((each) => each.endsWith('.html'))) {
    const addresses = [...read(path).matchAll(/ (?:href|src|data-home|data-search)="([^"#][^"]*)"/g)];
    for (const [, address = ''] of addresses) {
      const isOut = /^(?!https:\/\/example\.org\/a\/book\/)(?:https?|mailto):/.test(address);
      assert.ok(isOut || isPublished(new URL(address, site + path).href), `${path}: ${address}`);
      assert.ok(isOut || !address.startsWith('/') || address.startsWith('/a/book/'), `${path}: ${address}`);
    }
  }
});

test('sitemap and feed are well-formed, and name whole addresses that are there', async () => {
  const page = await book.newPage();
  await page.goto(`${book.home}404.html`);
  const parse = (path: string, selector: string) =>
    page.evaluate<readonly string[]>(`(() => {
      const tree = new DOMParser().parseFromString(${JSON.stringify(read(path))}, 'application/xml');
      return [...tree.querySelectorAll('parsererror, ${selector}')].map((element) => element.textContent);
    })()`);
  const pages = await parse('sitemap.xml', 'loc');
  assert.deepEqual(
    [...pages].sort(),
    listed
      .map(([, address]) => address)
      .filter((each) => !each.endsWith('contents/'))
      .sort(),
  );
  const items = await parse('index.xml', 'item > link, item > guid');
  assert.equal(items.length, 9 * 2);
  for (const address of items) assert.ok(address.startsWith(site) && isPublished(address), address);
});

test('JSON-LD: a book, its parts and chapters, by the names of schema.org, at whole addresses', () => {
  const types = new Map<string, number>();
  const count = (type: string) => types.set(type, (types.get(type) ?? 0) + 1);
  for (const [path, address] of listed) {
    const [, text] = /<script type="application\/ld\+json">([^<]*)</.exec(read(path)) ?? [];
    if (text === undefined) continue;
    const { '@context': context, '@graph': graph } = JSON.parse(text);
    assert.equal(context, 'https://schema.org');
    const [thing, crumbs] = graph;
    count(thing['@type']);
    assert.equal(thing.url, address);
    assert.equal(thing['@type'] === 'Book' ? site : thing.isPartOf.url, site);
    for (const { '@type': type, position, item } of crumbs?.itemListElement ?? []) {
      assert.equal(type, 'ListItem');
      assert.ok(position > 0 && isPublished(item), item);
    }
  }
  assert.deepEqual(Object.fromEntries(types), { Book: 1, Collection: 3, Chapter: 9, CollectionPage: 3 });
});

test('llms.txt: every address that it names is there', () => {
  const addresses = [...read('llms.txt').matchAll(/\]\((\S+)\)/g)].map(([, address = '']) => address);
  assert.equal(addresses.length, 3 + 9);
  for (const address of addresses) assert.ok(address.startsWith(site) && isPublished(address), address);
});
