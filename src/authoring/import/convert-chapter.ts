import type { Heading } from 'mdast';
import { readChapters } from '../../chapters/read-chapters.js';
import { editDecoded } from '../../editing/edit-decoded.js';
import { editFrontMatter } from '../../editing/edit-front-matter.js';
import type { KeyEdit } from '../../editing/key-edit.js';
import { locateHead } from '../../editing/locate-head.js';
import { lineEndOf, normalizeText } from '../../editing/raw-lines.js';
import type { ParseMarkdown } from '../../markdown/parse/parse-markdown.js';
import { screenSource } from '../../markdown/parse/screen-source.js';
import { plainText } from '../../markdown/tree/plain-text.js';
import type { Chapter } from '../../model/chapter.js';
import type { LoadedFile } from '../../model/source.js';
import { moveLinks } from '../move/move-links.js';
import type { Placed } from './place-items.js';

/** What a chapter is converted with. */
export interface Converting {
  readonly moved: ReadonlyMap<string, string>;
  readonly paths: ReadonlySet<string>;
  readonly parse: ParseMarkdown;
  readonly alias: string | null;
  readonly lost: string[];
}

/** A chapter of another tool as one of ours. */
export interface Converted {
  readonly text: string;
  /** The heading that became the title and went, if one did. */
  readonly dropped: string | null;
}

/**
 * The file with front matter and links of ours: what is there already is kept, and a first heading that says the title
 * again goes. Null, and a sentence in `lost`, for one that cannot be read.
 */
export function convertChapter(
  file: LoadedFile,
  place: Placed,
  { moved, paths, parse, alias, lost }: Converting,
): Converted | null {
  const { value, diagnostics } = readChapters([file], { timeZone: 'UTC' });
  const [chapter] = value;
  const fault = diagnostics.find(({ severity }) => severity === 'error');
  if (chapter === undefined || fault !== undefined) {
    lost.push(`${file.path} is left out: ${fault?.message ?? 'it cannot be read.'}`);
    return null;
  }
  const raw = Buffer.from(file.bytes).toString('utf8');
  const linked = moveLinks(raw, chapter, moved, (path) => paths.has(path), parse);
  const { text, title, dropped } = dropTitle(linked, chapter, place.title, parse);
  const edited = editFrontMatter(raiseText(text), listKeys(chapter, { ...place, title }, alias));
  if (edited.ok) return { text: edited.text, dropped };
  lost.push(`${file.path} is left out: ${edited.reason}.`);
  return null;
}

/** An empty line between the text and the front matter that is to come before it. */
function raiseText(text: string): string {
  const isApart = locateHead(text) !== null || /^\ufeff?\s*[\r\n]/.test(text);
  return isApart ? text : text.replace(/^\ufeff?/, `$&${lineEndOf(text)}`);
}

function listKeys(
  { frontMatter }: Chapter,
  { title, heading, weight, target }: Placed,
  alias: string | null,
): readonly KeyEdit[] {
  return [
    ...(heading === undefined || frontMatter.heading !== undefined
      ? []
      : [{ kind: 'set', key: 'heading', value: heading } as const]),
    ...(frontMatter.title === undefined ? [{ kind: 'set', key: 'title', value: title } as const] : []),
    ...(target === '_index.md' ? [] : [{ kind: 'set', key: 'weight', value: weight } as const]),
    ...(alias === null || target === '_index.md'
      ? []
      : [{ kind: 'append', key: 'aliases', value: alias } as const]),
  ];
}

/** Pages print the title themselves: a heading of level 1 at the start becomes it, one that repeats it goes. */
function dropTitle(
  raw: string,
  chapter: Chapter,
  title: string,
  parse: ParseMarkdown,
): { readonly text: string; readonly title: string; readonly dropped: string | null } {
  const body = normalizeText(raw).slice(chapter.bodyStart);
  const first = screenSource(body) === null ? parse(body).children[0] : undefined;
  if (first?.type !== 'heading') return { text: raw, title, dropped: null };
  const written = plainText(first).trim();
  if (first.depth !== 1 && written !== title) return { text: raw, title, dropped: null };
  const own = chapter.frontMatter.title;
  if (written === '' || (own !== undefined && own !== written)) return { text: raw, title, dropped: null };
  return {
    text: editDecoded(raw, [cutHeading(first, body, chapter.bodyStart)]),
    title: written,
    dropped: written,
  };
}

function cutHeading({ position }: Heading, body: string, shift: number) {
  const end = position?.end.offset ?? 0;
  const blank = /^\s*\n/.exec(body.slice(end))?.[0].length ?? 0;
  const start = position?.start.offset ?? 0;
  return { start: start + shift, end: end + blank + shift, text: '' };
}
