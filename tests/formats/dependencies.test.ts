import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

const lock: LockFile = JSON.parse(
  readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'),
);

test('there is one js-yaml, and it is one without known holes', () => {
  const versions = Object.entries(lock.packages)
    .filter(([path]) => path.endsWith('node_modules/js-yaml'))
    .map(([, { version = '' }]) => version.split('.').map(Number));
  const [[major = 0, minor = 0, patch = 0] = []] = versions;
  assert.equal(versions.length, 1);
  // CVE-2025-64718, CVE-2026-53550 and CVE-2026-84375.
  assert.ok(major === 4 && (minor > 3 || (minor === 3 && patch >= 2)), `${major}.${minor}.${patch}`);
});

test('image-size is one that ends on every file', () => {
  // CVE-2025-71319, CVE-2025-71329 and CVE-2025-71330: up to 2.0.2 it went round in circles.
  const [major = 0, minor = 0, patch = 0] = (lock.packages['node_modules/image-size']?.version ?? '')
    .split('.')
    .map(Number);
  assert.ok(major === 2 && (minor > 0 || patch >= 3), `${major}.${minor}.${patch}`);
});
