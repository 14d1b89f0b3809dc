import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { test } from 'node:test';
import { measure } from '../../bench/measure.js';

function script(code: string) {
  return { file: process.execPath, args: ['-e', code] };
}

const hasKernelFiles = existsSync('/proc/self/stat');

test('a program is measured to its end', async () => {
  const { wallSeconds } = await measure(script('setTimeout(() => {}, 100)'));
  assert.ok(wallSeconds >= 0.1);
});

test('the peak counts memory that was given back', async () => {
  const idle = await measure(script(''));
  const large = await measure(script('Buffer.alloc(3e8, 1); setTimeout(() => {}, 50)'));
  if (!hasKernelFiles) return assert.equal(large.peakBytes, null);
  assert.ok((large.peakBytes ?? 0) - (idle.peakBytes ?? 0) > 2.5e8, `${large.peakBytes} bytes`);
});

test('the CPU counts the other threads', async () => {
  const spin = 'const end = process.cpuUsage().user + 2e5; while (process.cpuUsage().user < end);';
  const { cpuSeconds } = await measure(
    script(`new (require('worker_threads').Worker)(\`${spin}\`, { eval: true })`),
  );
  if (!hasKernelFiles) return assert.equal(cpuSeconds, null);
  assert.ok((cpuSeconds ?? 0) >= 0.19, `${cpuSeconds} s`);
});

test('a program that fails is reported with what it said', async () => {
  await assert.rejects(
    measure(script('console.error("no paper"); process.exitCode = 1')),
    /ended with 1:\nno paper/,
  );
  await assert.rejects(measure({ file: '/no/such/press', args: [] }), /ENOENT/);
});
