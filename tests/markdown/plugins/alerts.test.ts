import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '../rendering.js';

const open = (type: string) => `<aside class="alert alert-${type}" role="note">`;

test('each of the five types becomes a call-out named after itself', async () => {
  for (const type of ['note', 'tip', 'important', 'warning', 'caution']) {
    const title = type.charAt(0).toUpperCase() + type.slice(1);
    const expected = `${open(type)}\n<p class="alert-title">${title}</p>\n<p>Mind this.</p>\n</aside>`;
    assert.equal(await html(`> [!${type.toUpperCase()}]\n> Mind this.`), expected);
    assert.equal(await html(`> [!${type}]\n>\n> Mind this.`), expected);
  }
});

test('the rest of the line is the title, inline Markdown included', async () => {
  const expected = `${open('tip')}\n<p class="alert-title">Read <em>this</em> first</p>\n<p>Body</p>\n</aside>`;
  assert.equal(await html('> [!TIP] Read *this* first\n> Body'), expected);
});

test("Obsidian's signs make it fold, closed or open", async () => {
  const inside = '<summary class="alert-title">Read <em>this</em></summary>\n<p>Body</p>\n</details>';
  assert.equal(await html('> [!note]- Read *this*\n> Body'), `<details class="alert alert-note">\n${inside}`);
  assert.equal(
    await html('> [!note]+ Read *this*\n> Body'),
    `<details class="alert alert-note" open>\n${inside}`,
  );
});

test('an alert may have a title alone, or lists', async () => {
  assert.equal(await html('> [!NOTE]'), `${open('note')}\n<p class="alert-title">Note</p>\n</aside>`);
  assert.match(await html('> [!NOTE]\n> - a\n> - b'), /alert-title">Note<\/p>\n<ul>/);
});

test('other quotes stay quotes', async () => {
  for (const source of ['> [!OTHER]\n> a', '> a\n> [!NOTE]', '> [NOTE]', '> `[!NOTE]`', '[!NOTE]']) {
    assert.doesNotMatch(await html(source), /<aside/, source);
  }
});
