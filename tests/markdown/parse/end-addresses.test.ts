import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadParser } from '../../../src/markdown/parse/load-parser.js';

const parsers = { satteri: await loadParser('satteri'), remark: await loadParser('remark') };
type ParserName = keyof typeof parsers;

/** The links of a text, in order: address and printed text. */
function linksOf(text: string, parser: ParserName = 'satteri'): readonly string[] {
  const found: string[] = [];
  const stack: unknown[] = [parsers[parser](text)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const { type, url, children = [] } = node as { type: string; url?: string; children?: unknown[] };
    if (type === 'link') found.push(url ?? '');
    stack.push(...[...children].reverse());
  }
  return found;
}

test('an address ends before curly quotes, dashes, full-width signs and signs of any script', () => {
  const signs = '”’“«»„‚–—…™®。，；：？！」』）》、،؟۔।։•';
  for (const sign of signs) {
    for (const parser of ['satteri', 'remark'] as const) {
      assert.deepEqual(linksOf(`See https://e.org/a${sign} and www.e.org${sign}so.\n`, parser), [
        'https://e.org/a',
        'http://www.e.org',
      ]);
    }
  }
  assert.deepEqual(linksOf('a@b.org” c@d.org。\n'), ['mailto:a@b.org', 'mailto:c@d.org']);
});

test('two addresses with a sign between them are two', () => {
  assert.deepEqual(linksOf('https://e.org/a，以及https://e.org/b。www.e.org/c…\n'), [
    'https://e.org/a',
    'https://e.org/b',
    'http://www.e.org/c',
  ]);
});

test('words of a script without blanks end one, behind a slash they are part of it; accents always are', () => {
  assert.deepEqual(
    linksOf('https://e.org/a查看 https://e.org/wiki/中国 https://e.org/K에서 https://e.org/Köln\n'),
    ['https://e.org/a', 'https://e.org/wiki/中国', 'https://e.org/K', 'https://e.org/Köln'],
  );
});

test('marks of ASCII before the sign go with it, and brackets that are not opened', () => {
  assert.deepEqual(
    linksOf('https://e.org/a.” (https://e.org/b)” https://e.org/(c)” https://e.org/d),“e”\n'),
    ['https://e.org/a', 'https://e.org/b', 'https://e.org/(c)', 'https://e.org/d'],
  );
  assert.deepEqual(linksOf('https://“x” https://— www.…\n'), []);
});

test('an address in brackets stays as it is written', () => {
  assert.deepEqual(linksOf('<https://e.org/a”> [https://e.org/b”](https://e.org/b”)\n'), [
    'https://e.org/a”',
    'https://e.org/b”',
  ]);
});

test('nothing is lost, whatever stands behind an address', () => {
  const text = fc.stringMatching(/^[a-z.,)”—。中é/]{0,12}$/);
  fc.assert(
    fc.property(text, text, (one, two) => {
      const source = `See https://e.org/${one}https://f.org/${two} there`;
      const printed: string[] = [];
      const stack: unknown[] = [parsers.satteri(source)];
      for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
        const { type, value, children = [] } = node as { type: string; value?: string; children?: unknown[] };
        if (type === 'text') printed.push(value ?? '');
        stack.push(...[...children].reverse());
      }
      assert.equal(printed.join(''), source);
    }),
  );
});
