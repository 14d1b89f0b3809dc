import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFilters } from '../../src/templates/filters.js';
import { config } from '../pages/make-site.js';

const filters = createFilters(config, (html) => html);

function apply(name: string, value: unknown, ...parameters: readonly unknown[]): unknown {
  return filters[name]?.(value, ...parameters);
}

test('date: the day as written, whatever its zone and ours', () => {
  const late = { ms: Date.UTC(2025, 9, 12, 12), iso: '2025-10-13T00:00:00+12:00' };
  const early = { ms: Date.UTC(2025, 9, 14, 8), iso: '2025-10-13T21:00:00-11:00' };
  for (const value of [late, early, '2025-10-13']) assert.equal(apply('date', value), 'October 13, 2025');
  assert.equal(apply('date', late, 'iso'), '2025-10-13');
  assert.equal(apply('date', late, 'year'), '2025');
  assert.equal(apply('date', late, 'full'), 'Monday, October 13, 2025');
  assert.equal(apply('date', null), '');
});

test('date: in the language of the book; an unknown one is English', () => {
  const day = '2025-10-13';
  const inLanguage = (language: string) => createFilters({ ...config, language }, String)['date']?.(day);
  assert.equal(inLanguage('de'), '13. Oktober 2025');
  assert.equal(inLanguage('fa'), '۱۳ اکتبر ۲۰۲۵');
  assert.equal(inLanguage('xx-not-a-language'), 'October 13, 2025');
  assert.equal(inLanguage('en_US'), 'October 13, 2025');
});

test('url and absolute: site-relative addresses only', () => {
  assert.equal(apply('url', '/a/'), '/book/a/');
  assert.equal(apply('absolute', '/a/'), 'https://x.org/book/a/');
  for (const address of ['https://y.org/', '//y.org/', '#a', 'a/']) {
    assert.equal(apply('url', address), address);
    assert.equal(apply('absolute', address), address);
  }
  const unknown = createFilters({ ...config, baseUrl: '' }, String);
  assert.equal(unknown['absolute']?.('/a/'), '/book/a/');
});

test('json: for a script, undefined as null', () => {
  assert.equal(apply('json', { a: '</script>' }), '{"a":"\\u003c/script\\u003e"}');
  assert.equal(apply('json', undefined), 'null');
});
