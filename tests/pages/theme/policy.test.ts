import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { createSite } from '../../../src/pages/create-site.js';
import { createPolicy } from '../../../src/pages/theme/policy.js';
import { config, makeContext, makeTemplate, theme } from '../make-site.js';

const unsafe = { ...config, markdown: { ...config.markdown, unsafe: true } };

async function render(changes: Parameters<typeof makeContext>[1] = {}): Promise<string> {
  const context = makeContext({ '/one': { frontMatter: { accent: 'navy' } } }, changes);
  const { value: site, diagnostics } = createSite(context);
  assert.deepEqual(diagnostics, []);
  const page = context.book.pages['/one'];
  assert.ok(page);
  return String((await site.renderPage(page, '')).value.content);
}

test('every script and style that stands in a page is named by its hash', async () => {
  const html = await render();
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  const inline = [...html.matchAll(/<(?:script|style)(?: type="speculationrules")?>([^<]*)</g)];
  assert.equal(inline.length, 3);
  for (const [, text = ''] of inline) {
    const hash = createHash('sha256').update(text).digest('base64');
    assert.ok(policy.includes(`&#39;sha256-${hash}&#39;`), text);
  }
  assert.doesNotMatch(policy, /unsafe/);
});

test('no policy where the owner lets raw HTML through', async () => {
  assert.equal(createPolicy(unsafe, ['sha256-x'])(null), '');
  assert.doesNotMatch(await render({ config: unsafe }), /Content-Security-Policy/);
});

test('an inline script that does not exist is named at its place', async () => {
  const templates = [...theme, makeTemplate('poster.html', '\n{{ inline("frist-paint.js") }}')];
  const context = makeContext({ '/one': { frontMatter: { layout: 'poster' } } }, { templates });
  const { value: site } = createSite(context);
  const page = context.book.pages['/one'];
  assert.ok(page);
  const [found] = (await site.renderPage(page, '')).diagnostics;
  assert.equal(
    `${found?.code} ${found?.file}:${found?.line}`,
    'template/missing-asset templates/poster.html:2',
  );
  assert.match(found?.hint ?? '', /first-paint\.js/);
});
