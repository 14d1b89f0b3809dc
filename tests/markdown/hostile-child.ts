import process from 'node:process';
import { hostileTexts } from './hostile-text.js';
import { render } from './rendering.js';

/** Renders the hostile text named by the first argument and prints what came of it. A program for `hostile.test.ts`. */
const text = hostileTexts[process.argv[2] ?? '']?.();
if (text === undefined) throw new Error(`There is no text named ${process.argv[2]}.`);
const { html, diagnostics } = await render(text);
const codes = [...new Set(diagnostics.map(({ code, file }) => `${code} ${file}`))];
process.stdout.write(JSON.stringify({ rendered: html !== '', codes }));
