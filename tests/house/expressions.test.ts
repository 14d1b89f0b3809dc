import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parse } from 'acorn';
import { analyse } from 'scslre';
import { repository } from './source-files.js';

/** A regular expression of the program. */
interface Expression {
  /** Relative to `src/`, compiled: `book/order.js`. */
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/**
 * Expressions that functions put together, which no one sees before they run: one for each call of `RegExp`, with what a book
 * may put in.
 */
const madeInFunctions: Readonly<Record<string, readonly RegExp[]>> = {
  'authoring/import/rewrite-gitbook.js': [/\bname="([^"]*)"/, /\bname="([^"]*)"/],
  'authoring/new/choose-path.js': [/^(.*?)(?<!\d)(0*)14([-_]?)f(?![0-9a-z])/],
  // Of the owner; these two are only looked at.
  'config/keys/page-keys.js': [/(?:)/u],
  'pipeline/read-inputs.js': [/(?:)/u],
  'editing/replace-url.js': [/a\.md(?<=\](?:\(|:)\s*<?a\.md)/g],
  'formats/toml-places.js': [/(?:[\w-]+|"[^"]*"|'[^']*')/g],
  'go-templates/places/walk-html.js': [/<\/script(?=[\s/>]|$)/i],
  'hugo-templates/clean-around.js': [/X(\d+)Z/g],
  'markdown/math/find-formulas.js': [/\\(?:\\|\(|\[)|\$\$|\$/g],
  'markdown/math/list-code.js': [/(?<!`)`{2}(?!`)|\n[ \t]*\n/g],
  'markdown/parse/definition-lists.js': [/^ {0,4}/],
  'markdown/parse/end-addresses.js': [/a/],
  'markdown/tree/slots.js': [/X(\d+)Z/g],
  'pages/epub/list-page-marks.js': [/\sid="([^"]*)"/],
  'pipeline/divide-inputs.js': [/\.fr(?=\.[^.]+$)/i],
};

/** A module can be watched while it is loaded once only. */
const listed = listExpressions();

test('no regular expression takes more steps than its text is long', async () => {
  const expressions = await listed;
  assert.ok(expressions.length > 1000);
  assert.deepEqual(expressions.flatMap(describeFault), []);
});

test('an expression that backtracks is found: in alternatives, in a run of blanks, from every beginning', () => {
  for (const source of ['(?:a+)+$', '^\\s*\\s*x', '[ \\t]+$', 'a.*a.*b', '^(?:[^{]*\\{[^}]*)*\\}x'])
    assert.equal(describeFault({ file: '', source, flags: '' }).length, 1, source);
});

/** An expression that backtracks, with a sign of which many take long; nothing for one that does not. */
function describeFault({ file, source, flags }: Expression): readonly string[] {
  const { reports } = analyse({ source, flags }, { assumeRejectingSuffix: false, maxReports: 1 });
  return reports.map(({ character }) => `${file}: /${source}/${flags} on ${character.literal.source}`);
}

/** All that is written in the program, and all that is put together where its modules are loaded or in `madeInFunctions`. */
async function listExpressions(): Promise<readonly Expression[]> {
  const root = join(repository, 'build/src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const found: Expression[] = [];
  for (const file of files.filter((path) => path.endsWith('.js')).sort()) {
    const { written, atLoading, inFunctions } = readExpressions(readFileSync(join(root, file), 'utf8'));
    const loaded = atLoading + inFunctions === 0 ? [] : await recordExpressions(join(root, file));
    // Those of a function that is called while the module is loaded have been seen.
    const unseen = loaded.length > atLoading ? [] : (madeInFunctions[file] ?? []);
    if (loaded.length === atLoading)
      assert.equal(unseen.length, inFunctions, `${file}: this test has an example for each call of RegExp`);
    for (const { source, flags } of [...written, ...loaded, ...unseen]) found.push({ file, source, flags });
  }
  return found;
}

/** The expressions that a module writes, and how often it calls `RegExp` outside of functions and within. */
function readExpressions(text: string) {
  const written: { readonly source: string; readonly flags: string }[] = [];
  const calls = { atLoading: 0, inFunctions: 0 };
  const visit = (node: unknown, isInFunction: boolean): void => {
    if (Array.isArray(node)) for (const each of node) visit(each, isInFunction);
    if (!isNode(node)) return;
    const { type, regex, callee } = node;
    if (regex !== undefined) written.push({ source: regex.pattern, flags: regex.flags });
    if (/^(?:New|Call)Expression$/.test(type) && callee?.name === 'RegExp')
      calls[isInFunction ? 'inFunctions' : 'atLoading'] += 1;
    for (const child of Object.values(node)) visit(child, isInFunction || type.includes('Function'));
  };
  visit(parse(text, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true }), false);
  return { written, ...calls };
}

interface ProgramNode {
  readonly type: string;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
}

function isNode(value: unknown): value is ProgramNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The expressions that a module puts together while it is loaded; what it imports has been loaded before. */
async function recordExpressions(path: string): Promise<readonly RegExp[]> {
  const url = pathToFileURL(path).href;
  await import(url);
  const made: RegExp[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct: (target, [pattern, flags]) => {
      const expression = new target(pattern, flags);
      made.push(expression);
      return expression;
    },
  });
  try {
    await import(`${url}?again`);
  } finally {
    globalThis.RegExp = original;
  }
  return made;
}
