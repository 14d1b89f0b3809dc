import type { Page } from 'playwright-core';

/** What a query is meant to find: a chapter's text from one heading to the next. */
export interface Section {
  /** Of its page, from the book's home: `part-1/chapter-3/`. */
  readonly path: string;
  /** Its heading's; empty for what stands before the first. */
  readonly id: string;
  readonly title: string;
  readonly heading: string;
  /** Without the heading; white space as single spaces. */
  readonly text: string;
  /** The notes at the end: found by their words, but no query is made from them, since engines differ in where they are. */
  readonly isNotes: boolean;
}

/** Stands at the end of a paragraph or cell, so that no phrase is taken across two of them. */
const BLOCK_END = '\u00b6';

/** Runs in the browser, which knows best what a page's text is. */
const READ = `async ({ home, paths }) => {
  const sections = [];
  for (const path of paths) {
    const page = new DOMParser().parseFromString(await (await fetch(home + path)).text(), 'text/html');
    page.querySelectorAll('.footnote-ref, .anchor').forEach((element) => element.remove());
    page.querySelectorAll('p, li, td, th, pre').forEach((block) => block.append(' ${BLOCK_END} '));
    let section = { path, id: '', title: page.querySelector('h1').textContent, heading: '', text: '', isNotes: false };
    for (const element of page.querySelector('.prose').children) {
      const text = element.textContent.replace(/\\s+/g, ' ').trim();
      if (element.matches('.footnotes')) {
        sections.push(section);
        section = { ...section, id: 'notes', heading: '', text, isNotes: true };
      } else if (/^H[2-6]$/.test(element.tagName) && element.id !== '') {
        sections.push(section);
        section = { ...section, id: element.id, heading: text, text: '' };
      } else section.text += text + ' ';
    }
    sections.push(section);
  }
  return sections.filter(({ text }) => text !== '');
}`;

/** The sections of the pages at these paths, in order, as a browser reads them. */
export async function readSections(
  page: Page,
  home: string,
  paths: readonly string[],
): Promise<readonly Section[]> {
  return page.evaluate<readonly Section[]>(`(${READ})(${JSON.stringify({ home, paths })})`);
}
