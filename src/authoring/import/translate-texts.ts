import { isUtf8 } from 'node:buffer';
import { lineEndOf } from '../../editing/raw-lines.js';
import type { LoadedFile } from '../../model/source.js';
import { expandIncludes } from './expand-includes.js';
import type { Placed } from './place-items.js';
import { rewriteAdmonitions } from './rewrite-admonitions.js';
import { rewriteGitbook } from './rewrite-gitbook.js';

/** The chapters of another tool in Markdown that everybody reads. */
export interface TranslatedTexts {
  /** By their path in the old book. */
  readonly files: ReadonlyMap<string, LoadedFile>;
  /** What is no longer as it was, a sentence each. */
  readonly lost: readonly string[];
}

/** Writes out what mdBook includes, and GitBook's blocks as Markdown. Files in another encoding stay as they are. */
export function translateTexts(
  placed: readonly Placed[],
  files: ReadonlyMap<string, LoadedFile>,
  readText: (path: string) => string | null,
): TranslatedTexts {
  const titles = new Map(placed.map(({ source, title }) => [source, title]));
  const titleOf = (path: string) =>
    titles.get(path) ?? titles.get(`${path}README.md`) ?? titles.get(`${path}/README.md`) ?? null;
  let included = 0;
  const translated = placed.flatMap(({ source }) => {
    const file = files.get(source);
    if (file === undefined || !isUtf8(file.bytes)) return file === undefined ? [] : [[source, file] as const];
    const raw = Buffer.from(file.bytes).toString('utf8');
    const { text, count } = expandIncludes(raw.replace(/\r\n?/g, '\n'), source, readText);
    included += count;
    const markdown = rewriteAdmonitions(rewriteGitbook(text, { path: source, titleOf }));
    const bytes = Buffer.from(markdown.replaceAll('\n', lineEndOf(raw)));
    return [[source, { ...file, bytes }] as const];
  });
  const lost = `${included} ${included === 1 ? 'piece of another file is' : 'pieces of other files are'} written out in the text ({{#include …}}); ${included === 1 ? 'it does' : 'they do'} not follow ${included === 1 ? 'that file' : 'those files'} any more.`;
  return { files: new Map(translated), lost: included === 0 ? [] : [lost] };
}
