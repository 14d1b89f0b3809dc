import { posix } from 'node:path';
import { editDecoded } from '../../editing/edit-decoded.js';
import { normalizeText } from '../../editing/raw-lines.js';
import { replaceUrl } from '../../editing/replace-url.js';
import type { TextEdit } from '../../editing/text-edit.js';
import type { ParseMarkdown } from '../../markdown/parse/parse-markdown.js';
import { screenSource } from '../../markdown/parse/screen-source.js';
import { type Addressed, surveyTree } from '../../markdown/tree/survey-tree.js';
import type { Chapter } from '../../model/chapter.js';
import { decodeAddress } from '../../url/decode-address.js';

const outside = /^(?:[^/?#]*:|\/|#|\?|$)/;

/**
 * Rewrites the relative links of a chapter so that they lead where they led before some files moved, the chapter itself
 * perhaps among them. Only links that name a file or folder that is there (`exists`, by path under `content/`), or
 * the `.html` page of a chapter, are touched; everything else stays byte for byte.
 */
export function moveLinks(
  raw: string,
  chapter: Chapter,
  moved: ReadonlyMap<string, string>,
  exists: (path: string) => boolean,
  parse: ParseMarkdown,
): string {
  const text = normalizeText(raw);
  const body = text.slice(chapter.bodyStart);
  if (screenSource(body) !== null) return raw;
  const edits = surveyTree(parse(body)).addressed.flatMap((node) => {
    const edit = moveLink(node, body, chapter.path, moved, exists);
    return edit === null ? [] : [edit];
  });
  const shifted = edits.map(({ start, end, text: to }) => ({
    start: start + chapter.bodyStart,
    end: end + chapter.bodyStart,
    text: to,
  }));
  return editDecoded(raw, shifted);
}

function moveLink(
  node: Addressed,
  body: string,
  path: string,
  moved: ReadonlyMap<string, string>,
  exists: (path: string) => boolean,
): TextEdit | null {
  const next = moveAddress(node.url, path, moved, exists);
  return next === null ? null : replaceUrl(node, body, node.url, next);
}

/** What a relative address in the chapter `path` becomes; null where it stays as it is. */
export function moveAddress(
  url: string,
  path: string,
  moved: ReadonlyMap<string, string>,
  exists: (path: string) => boolean,
): string | null {
  if (outside.test(url)) return null;
  const [, written = '', rest = ''] = /^([^?#]*)(.*)/s.exec(url) ?? [];
  const old = posix.join(posix.dirname(path), decodeAddress(written));
  const target = findTarget(old, exists);
  if (target === null) return null;
  const from = posix.dirname(moved.get(path) ?? path);
  const suffix = target.startsWith(old) ? target.slice(old.replace(/\/$/, '').length) : '';
  const goal = moved.get(target) ?? target;
  const shown = suffix !== '' && goal.endsWith(suffix) ? goal.slice(0, -suffix.length) : goal;
  const next = encodeURI(posix.relative(from, shown)) + (written.endsWith('/') ? '/' : '');
  if (decodeAddress(next) === decodeAddress(written) || posix.join(from, decodeAddress(written)) === shown)
    return null;
  return next + rest;
}

/** A file, a chapter without its extension, a folder's own page, or a chapter by the page that another tool makes of it. */
function findTarget(old: string, exists: (path: string) => boolean): string | null {
  const page = old.replace(/\.html$/, '.md');
  const candidates = [old, `${old}.md`, posix.join(old, '_index.md'), posix.join(old, 'index.md'), page];
  return candidates.find(exists) ?? null;
}
