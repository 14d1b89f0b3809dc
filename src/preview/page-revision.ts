import { createHash } from 'node:crypto';
import { escapeFor } from '../text/escape.js';
import { html } from '../text/html.js';
import { ownPaths } from './messages.js';

/** A stylesheet of the theme as a page names it; its name holds the hash of its content. */
const stylesheet = /(["'=])((?:(?!\/assets\/)[^"'=<>\s])*\/assets\/[^"'=<>\s]*)-[0-9a-f]{8}\.css(?=["'>\s])/g;

/**
 * What a page was made like: two hashes, of all but the versions of its stylesheets, and of those. Two pages of one
 * revision are the same; two that differ after the dot alone differ in style only.
 */
export function revisePage(html: string): string {
  return `${digest(html.replace(stylesheet, '$1$2.css'))}.${digest(listStylesheets(html).join('\n'))}`;
}

/** Addresses of the theme's stylesheets that a page names. */
export function listStylesheets(html: string): readonly string[] {
  return [...html.matchAll(stylesheet)].map(([match]) => match.slice(1));
}

/** Whether nothing but stylesheets tells two revisions apart. */
export function differsInStyle(first: string, second: string): boolean {
  return first !== second && first.split('.')[0] === second.split('.')[0];
}

/** The page with the client at its end. Published files never have it. */
export function injectClient(page: string, revision: string, copies: string): string {
  const attribute = (value: string) => escapeFor('attribute', value);
  const script = html`<script src="${attribute(ownPaths.script)}" data-revision="${attribute(revision)}" data-copies="${attribute(copies)}" defer></script>`;
  const end = page.lastIndexOf('</body>');
  return end === -1 ? page + script : page.slice(0, end) + script + page.slice(end);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
