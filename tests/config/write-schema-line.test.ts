import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findPackageRoot } from '../../src/config/package-root.js';
import { writeSchemaLine } from '../../src/config/write-schema-line.js';

const prefix = '# yaml-language-server: $schema=';

test('a program installed in the book, or above it, is named by a relative path', () => {
  const installed = '/home/a/shelf/node_modules/octavo';
  const path = 'node_modules/octavo/dist/schemas/octavo.schema.json';
  assert.equal(writeSchemaLine('/home/a/shelf', installed), `${prefix}./${path}`);
  assert.equal(writeSchemaLine('/home/a/shelf/book', installed), `${prefix}../${path}`);
});

test('one installed elsewhere is named by its address', () => {
  const there = 'file:///usr/lib/node_modules/octavo/dist/schemas/octavo.schema.json';
  assert.equal(writeSchemaLine('/home/a/book', '/usr/lib/node_modules/octavo'), prefix + there);
});

test('the schema is there', () => {
  const line = writeSchemaLine('/home/a/book', findPackageRoot());
  assert.ok(existsSync(fileURLToPath(line.slice(prefix.length))));
});
