import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('print-book.js', import.meta.url));

function printUnder(locale: string, zone: string): string {
  const env = { ...process.env, LANG: locale, LC_ALL: locale, LANGUAGE: locale, TZ: zone };
  return execFileSync(process.execPath, [script], { env, encoding: 'utf8' });
}

test('a book is the same in every locale and time zone', () => {
  const expected = printUnder('C', 'UTC');
  assert.match(expected, /"\/part-i\/istanbul-0"/);
  assert.equal(printUnder('tr_TR.UTF-8', 'Asia/Kathmandu'), expected);
  assert.equal(printUnder('cs_CZ.UTF-8', 'America/St_Johns'), expected);
  assert.equal(printUnder('sv_SE.UTF-8', 'Pacific/Kiritimati'), expected);
});
