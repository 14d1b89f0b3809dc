import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNearest } from '../../src/text/nearest.js';

const names = ['page.html', 'section.html', 'home.html'];

test('a mistyped word finds what it means', () => {
  assert.equal(findNearest('pages.html', names), 'page.html');
  assert.equal(findNearest('Secton.html', names), 'section.html');
  assert.equal(findNearest('teel', ['red', 'teal', 'tell']), 'teal');
});

test('a word far from all finds none', () => {
  assert.equal(findNearest('index', names), null);
  assert.equal(findNearest('', names), null);
});
