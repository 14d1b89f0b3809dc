import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of a published library. */
export interface LibraryPage {
  /** From the home: `works/w1/book-1/chapter-3/`. */
  readonly path: string;
  /** Words of each paragraph, in small letters, that may be a source of questions. */
  readonly paragraphs: readonly (readonly string[])[];
  /** Words of each block of its text. */
  readonly blocks: readonly (readonly string[])[];
}

/** Paragraphs with formulas, code or entities are no source of queries. */
const plain = /^[\p{L}\p{N}\s.,;:!?()'’“”"–—-]*$/u;

/** Reads the text of all chapters of a published folder, in the order of their paths. */
export function readLibrary(published: string): readonly LibraryPage[] {
  const files = readdirSync(published, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('/index.html'),
  );
  return files.sort().flatMap((file): readonly LibraryPage[] => {
    const html = readFileSync(join(published, file), 'utf8');
    const start = html.indexOf('<div class="prose"');
    // A page that is no chapter lists what is below it, which is no text.
    if (start === -1 || !html.includes('<section class="chapter"')) return [];
    const main = html.slice(start, html.lastIndexOf('</section>'));
    const blocks = main
      .split(/<\/?(?:p|li|h[1-6]|td|th|dt|dd|pre|div|blockquote|figcaption)\b[^>]*>/)
      .map(readText);
    const paragraphs = [...main.matchAll(/<p>([\s\S]*?)<\/p>/g)]
      .map(([, text = '']) => readText(text))
      .filter((text) => plain.test(text));
    return [
      {
        path: file.replace(/index\.html$/, ''),
        paragraphs: paragraphs.map(listWords),
        blocks: blocks.map(listWords),
      },
    ];
  });
}

/** Without tags and numbers of notes; an entity stands for a sign. */
function readText(html: string): string {
  return html.replace(/<sup\b[^>]*>.*?<\/sup>|<[^>]*>/g, '').replace(/&[#\w]+;/g, '\u2019');
}

function listWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The paths of the pages that hold words one after the other. */
export function createHolders(
  pages: readonly LibraryPage[],
): (words: readonly string[]) => ReadonlySet<string> {
  const texts = pages.map(({ path, blocks }) => ({
    path,
    text: blocks.map((words) => ` ${words.join(' ')} `).join('|'),
  }));
  return (words) => {
    const wanted = ` ${words.join(' ')} `;
    return new Set(texts.flatMap(({ path, text }) => (text.includes(wanted) ? [path] : [])));
  };
}
