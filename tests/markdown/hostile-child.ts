import process from 'node:process';
import { hostileTexts } from './hostile-text.js';
import { render } from './rendering.js';

/** Renders every hostile text and prints what came of it, a line of JSON for each. A program for `hostile.test.ts`. */
for (const [name, write] of Object.entries(hostileTexts)) {
  const { html, diagnostics } = await render(write());
  const codes = [...new Set(diagnostics.map(({ code, file }) => `${code} ${file}`))];
  process.stdout.write(`${JSON.stringify({ name, rendered: html !== '', codes })}\n`);
}
