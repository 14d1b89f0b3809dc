import type { Page } from '../../model/book.js';
import type { PageTools } from '../page-tools.js';
import { VERTICAL_STYLE } from './vertical.js';

/** The class of a page's colour; empty without one. */
export function nameAccent(page: Page, { accents }: PageTools, known: Map<string, string>): string {
  const accent = accents.find(page)?.accent;
  if (accent === undefined) return '';
  const key = `${accent.light} ${accent.dark}`;
  const name = known.get(key) ?? `accent-${known.size + 1}`;
  known.set(key, name);
  return name;
}

/** A stylesheet of the theme, or the book's own in its place. */
export function findStyle(name: string, { context }: PageTools): string {
  return context.templates.find(({ path }) => path === `book/${name}`)?.text ?? '';
}

/** The theme's style, and a rule for each colour: plain ones, since old readers drop rules with custom properties. */
export function writeStyle(accents: ReadonlyMap<string, string>, tools: PageTools): string {
  const isVertical = tools.context.config.books.writing === 'vertical';
  const style = findStyle('epub.css', tools) + (isVertical ? VERTICAL_STYLE : '');
  const rules = [...accents].map(([key, name]) => {
    const [light = '', dark = ''] = key.split(' ');
    return `.${name} .heading{color:${light}}\n@media (prefers-color-scheme:dark){.${name} .heading{color:${dark}}}\n`;
  });
  return style + rules.join('');
}
