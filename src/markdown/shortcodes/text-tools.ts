import { diagnose } from '../../diagnostics/catalogue.js';
import { findParam } from '../../formats/find-param.js';
import { markSafe } from '../../templates/engine.js';
import { escapeFor } from '../../text/escape.js';
import { html } from '../../text/html.js';
import { takePart } from '../../text/take-part.js';
import { textOfHtml } from '../tree/slots.js';
import { type ChapterRun, compileInnerMarkdown, giveUp, placeOfCall } from './chapter-run.js';
import { drawQr, type QrDrawing } from './draw-qr.js';
import { buildExpansion } from './expansion.js';
import type { Call } from './parse-calls.js';
import type { ShortcodeView } from './shortcode-view.js';

/** What a template can make of text. */
export type TextTools = Pick<
  ShortcodeView,
  'markdown' | 'line' | 'plain' | 'code' | 'formula' | 'include' | 'param' | 'qr' | 'fail'
> & {
  readonly missing: (keys: readonly (string | number)[]) => never;
};

/** The tools of a call. Markdown that comes in a parameter is compiled and sanitised as the chapter is. */
export function createTextTools(call: Call, run: ChapterRun): TextTools {
  const compiled = new Map<string, string>();
  const compile = (text: string) => {
    const html = compiled.get(text) ?? compileParameter(text, call, run);
    compiled.set(text, html);
    return html;
  };
  /** Markdown stays what it is in a call that makes Markdown. */
  const ready = (text: string, print: (html: string) => string, source = text) =>
    markSafe(call.isMarkdown ? text : print(compile(source)));
  return {
    markdown: (text) => ready(asText(text), (html) => html),
    line: (text) => ready(asText(text), unwrap),
    plain: (text) => textOfHtml(compile(asText(text))).trim(),
    code: (text, language, options) => ready(fence(text, language, options), printCode(options)),
    formula: (tex, isDisplay) => markSafe(writeFormula(asText(tex).trim(), isDisplay, call, run)),
    include: (file, lines, part, language) => {
      const text = takeIncluded({ file: asText(file), lines: asText(lines), part: asText(part) }, call, run);
      const [, ending = ''] = /\.(\w+)$/.exec(asText(file)) ?? [];
      const isText = language === undefined && /^(?:md|mdx|markdown|txt)$/i.test(ending);
      return ready(text, (html) => html, isText ? undefined : fence(text, language ?? ending, ''));
    },
    param: (key) => readParam(call, asText(key), run),
    qr: (text, level = 'medium') => draw(call, asText(text), asText(level), run),
    fail: (reason) => refuse(call, asText(reason), run),
    missing: (keys) => reportMissing(call, keys, run),
  };
}

/** What is wrong in it is shown at the call. */
function compileParameter(text: string, { start, end }: Call, run: ChapterRun): string {
  const builder = buildExpansion(run.body);
  builder.replace(start, end, text);
  return compileInnerMarkdown(builder.finish(), run);
}

function asText(value: unknown): string {
  return String(value ?? '');
}

/** A lone paragraph without its `<p>`. */
function unwrap(printed: string): string {
  const inside = /^<p>([\s\S]*)<\/p>\s*$/.exec(printed)?.[1];
  return inside === undefined || inside.includes('<p>') ? printed : inside;
}

/** TeX that cannot be read is reported at the call, and kept as code. */
function writeFormula(tex: string, isDisplay: boolean, call: Call, run: ChapterRun): string {
  const written = escapeFor('text', tex);
  const code = isDisplay
    ? html`<pre><code class="language-latex">${written}</code></pre>`
    : html`<code>${written}</code>`;
  const printed = run.book.printFormula?.(tex, isDisplay);
  if (printed === undefined) return code;
  if ('html' in printed) return printed.html;
  const details = { tex, reason: printed.reason };
  run.diagnostics.push(diagnose('markdown/invalid-formula', details, placeOfCall(call, run)));
  return code;
}

/** A fenced code block, its fence longer than any in the code. */
function fence(text: unknown, language: unknown, options: unknown): string {
  const code = asText(text).replace(/^\n/, '').replace(/\n$/, '');
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([marks]) => marks.length));
  const marks = '`'.repeat(longest + 1);
  const attributes = readOptions(options).map(([name, value]) => `${name}="${value}"`);
  const info = `${asText(language).replace(/[\s`]/g, '')} ${attributes.length === 0 ? '' : `{${attributes.join(' ')}}`}`;
  return `${marks}${info.trimEnd()}\n${code}\n${marks}`;
}

/** `linenos=table,hl_lines=8 15-17` as names and values, without what would end them in a fence. */
function readOptions(options: unknown): readonly (readonly [name: string, value: string])[] {
  return asText(options)
    .split(',')
    .map((option) => option.split('='))
    .filter(([, ...value]) => value.length > 0)
    .map(([name = '', ...value]) => [
      name.replace(/[^\w-]/g, ''),
      value
        .join('=')
        .replace(/[`"\n{}\\]/g, '')
        .trim(),
    ]);
}

/** With `hl_inline` code stands in its line: without its `<pre>`. */
function printCode(options: unknown): (html: string) => string {
  const isInline = readOptions(options).some(([name, value]) => name === 'hl_inline' && value === 'true');
  return (html) =>
    isInline ? html.replace(/^<pre[^>]*>(<code[\s\S]*?)\n?<\/code><\/pre>\s*$/, '$1</code>') : html;
}

function readParam(call: Call, key: string, run: ChapterRun): unknown {
  const { title, description, params } = run.job.page ?? { title: '', description: '', params: {} };
  // In Hugo these are parameters of the page, too.
  const own = findParam({ title, description, ...params }, key);
  const value = own ?? findParam(run.book.site.params, key);
  return value ?? refuse(call, `neither this chapter nor the site has a parameter "${key}".`, run);
}

interface Included {
  readonly file: string;
  readonly lines: string;
  readonly part: string;
}

function takeIncluded({ file, lines, part }: Included, call: Call, run: ChapterRun): string {
  const { included = {} } = run.job.page ?? {};
  const text = Object.hasOwn(included, file) ? included[file] : undefined;
  if (text === undefined) return refuse(call, `"${file}" is no file of text in the content folder.`, run);
  if (lines !== '' && !/^(?:\d+(?:-\d*)?|-\d+)$/.test(lines))
    return refuse(call, `lines are named like 4, 2-5, 2- or -5, not "${lines}".`, run);
  const range = part === '' ? lines.split('-') : [part];
  const found = takePart(text, part === '' && lines === '' ? [] : range);
  const named = part === '' ? `no line ${lines}` : `no part "${part}"`;
  return found ?? refuse(call, `"${file}" has ${named}.`, run);
}

function draw(call: Call, text: string, level: string, run: ChapterRun): QrDrawing {
  const rule = 'the level is low, medium, quartile or high, and the text must not be too long for it.';
  return drawQr(text, level) ?? refuse(call, rule, run);
}

function refuse(call: Call, reason: string, run: ChapterRun): never {
  return giveUp(diagnose('shortcode/refused', { name: call.name, reason }, placeOfCall(call, run)), run);
}

function reportMissing(call: Call, keys: readonly (string | number)[], run: ChapterRun): never {
  const parameter = keys
    .map((key) => (typeof key === 'number' ? `parameter ${key + 1}` : `the parameter "${key}"`))
    .join(' or ');
  const details = { name: call.name, parameter };
  return giveUp(diagnose('shortcode/missing-parameter', details, placeOfCall(call, run)), run);
}
