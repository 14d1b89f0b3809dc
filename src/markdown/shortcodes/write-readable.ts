import { textOfHtml } from '../tree/slots.js';

const drawing = /<svg\b([^<>]*)>(?:(?!<svg\b)[\s\S])*?<\/svg>/gi;
const label = /\saria-label="([^"]*)"/i;
const listing =
  /^\s*<pre\b[^>]*><code(?:\s+class="language-([\w+#.-]+)")?[^>]*>([\s\S]*)<\/code><\/pre>\s*$/i;

/**
 * The HTML of a shortcode for readers of Markdown: a listing as a fenced block, without its colours; of a drawing its
 * label. Anything else stays HTML, which Markdown may hold.
 */
export function writeReadable(html: string): string {
  const [, language = '', code] = listing.exec(html) ?? [];
  if (code !== undefined) return fence(textOfHtml(code), language);
  return html.replace(drawing, (_, attributes: string) => label.exec(attributes)?.[1] ?? '');
}

function fence(code: string, language: string): string {
  const runs = code.match(/`+/g) ?? [];
  const marks = '`'.repeat(runs.reduce((most, { length }) => Math.max(most, length + 1), 3));
  return `${marks}${language}\n${code.replace(/\n?$/, '\n')}${marks}`;
}
