import { escapeFor } from '../../text/escape.js';
import { html, vouchForHtml } from '../../text/html.js';
import { textOfHtml } from '../tree/slots.js';
import { type ChapterRun, compileInnerMarkdown } from './chapter-run.js';
import { buildExpansion, type Expansion } from './expansion.js';
import type { Call } from './parse-calls.js';

/** Parameters that say how something looks, and nothing to a reader. */
const silent = new Set(
  'class classes id style width height align color colour icon lang language type target rel loading'.split(
    ' ',
  ),
);

const picture = /^[^?#]*\.(?:png|jpe?g|gif|webp|svg|avif)(?:[?#].*)?$/is;
const address = /^(?:https?:\/\/|\/|\.{1,2}\/)\S+$/i;

/** A call shown without its template, and how many words of it there are. */
export interface PlainFrame {
  readonly html: string;
  readonly words: number;
}

/**
 * Shows a call that has no template, or one that is refused, so that nothing of it is lost: its texts as Markdown, pictures
 * and addresses as such, then what it holds.
 *
 * @param inner What stands between its tags, with the calls in it run.
 */
export function frameCall(call: Call, inner: Expansion | null, run: ChapterRun): PlainFrame {
  const isInline = standsInText(call, run);
  const own = listTexts(call);
  const alt = own.find(([name]) => name === 'alt')?.[1] ?? '';
  const parts = own.filter(([name]) => name !== 'alt' || !own.some(([, text]) => picture.test(text)));
  const shown = parts.map(([, text]) => show(text, alt, call, run, isInline));
  const held = inner === null ? '' : unwrapIn(compileInnerMarkdown(inner, run), isInline);
  const content = [...shown, held].filter((part) => part.trim() !== '').join(isInline ? ' ' : '\n');
  const name = escapeFor('attribute', call.name);
  const inside = vouchForHtml(content);
  const framed = isInline
    ? html`<span class="shortcode" data-name="${name}">${inside}</span>`
    : html`<aside class="shortcode" data-name="${name}">\n${inside}\n</aside>`;
  return { html: framed, words: textOfHtml(content).match(/[\p{L}\p{N}]+/gu)?.length ?? 0 };
}

/** Titles and names first, then the other texts in their order. */
function listTexts({
  parameters: { values, isNamed },
}: Call): readonly (readonly [name: string, text: string])[] {
  const texts = Object.entries(values).flatMap(([name, value]) => {
    if (typeof value !== 'string' || value.trim() === '') return [];
    return isNamed && silent.has(name.toLowerCase()) ? [] : [[name.toLowerCase(), value] as const];
  });
  const isTitle = ([name]: readonly [string, string]) => name === 'title' || name === 'name';
  return [...texts.filter(isTitle), ...texts.filter((text) => !isTitle(text))];
}

/** Whether something stands beside a call on its lines. */
function standsInText({ start, end }: Call, { body }: ChapterRun): boolean {
  const before = body.slice(body.lastIndexOf('\n', start - 1) + 1, start);
  const after = body.slice(end, body.indexOf('\n', end) < 0 ? body.length : body.indexOf('\n', end));
  return before.trim().replace(/^(?:[-*+>]|\d+[.)])+$/, '') !== '' || after.trim() !== '';
}

function show(text: string, alt: string, call: Call, run: ChapterRun, isInline: boolean): string {
  const escaped = text.replace(/[\s<>]/g, encodeURIComponent);
  if (picture.test(text))
    return compile(`![${alt.replace(/[[\]]/g, '')}](<${escaped}>)`, call, run, isInline);
  if (address.test(text))
    return compile(`[${escaped.replace(/[[\]]/g, '')}](<${escaped}>)`, call, run, isInline);
  return compile(text, call, run, isInline);
}

function compile(markdown: string, { start, end }: Call, run: ChapterRun, isInline: boolean): string {
  const builder = buildExpansion(run.body);
  builder.replace(start, end, markdown);
  const { length } = run.diagnostics;
  const html = compileInnerMarkdown(builder.finish(), run);
  // What an address in a parameter means is the template's secret: it is not reported as a link.
  run.diagnostics.length = length;
  return unwrapIn(html, isInline).trim();
}

function unwrapIn(printed: string, isInline: boolean): string {
  return isInline ? printed.replace(/<p>((?:(?!<p>)[\s\S])*?)<\/p>/g, '$1') : printed;
}
