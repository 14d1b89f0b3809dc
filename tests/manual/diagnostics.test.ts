import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { readManual } from './read-manual.js';

test('the manual has one section for each diagnostic code, and none for anything else', () => {
  const codes = readManual()
    .filter(({ path }) => path.startsWith('diagnostics/') && !path.endsWith('_index.md'))
    .flatMap(({ text }) => headingsOf(text));
  assert.deepEqual(codes.sort(), Object.keys(catalogue).sort());
});

test('every section says how severe its code is', () => {
  for (const [code, { severity, ...wording }] of Object.entries(catalogue)) {
    const said = severityInManual(code);
    assert.equal(
      said?.toLowerCase().startsWith(severity),
      true,
      `${code} is ${severity}, the manual says ${said}`,
    );
    assert.equal(said?.includes('compat: hugo'), 'lenient' in wording, `${code} under compat: hugo`);
  }
});

/** Headings of level 2, those in examples left out. */
function headingsOf(text: string): readonly string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '');
  return [...prose.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
}

/** What stands in italics at the beginning of a code's section. */
function severityInManual(code: string): string | undefined {
  const chapter = readManual().find(({ text }) => text.includes(`\n## ${code}\n`));
  return chapter?.text.split(`\n## ${code}\n`)[1]?.match(/^\s*\*([^*]+)\*/)?.[1];
}
