import { posix } from 'node:path';
import { editDecoded } from '../../editing/edit-decoded.js';
import { normalizeText } from '../../editing/raw-lines.js';
import type { TextEdit } from '../../editing/text-edit.js';
import type { Chapter } from '../../model/chapter.js';

/** `{{< ref "path" >}}`, `{{% relref path %}}`, `path="…"`: what stands before the path, and the path. */
const calls = /(\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?["'`]?)([^"'`\s#>%]+)/g;

/**
 * Rewrites the paths of `ref` and `relref` that name a file on its way to another place, from the content folder or
 * from the chapter's own (content rule 16), and relative paths in a chapter that is itself on its way. A name alone is
 * found anywhere, and stays.
 */
export function moveReferences(
  raw: string,
  chapter: Chapter,
  moved: ReadonlyMap<string, string>,
  exists: (path: string) => boolean,
): string {
  if (!raw.includes('ref')) return raw;
  const text = normalizeText(raw);
  const edits = [...text.matchAll(calls)].flatMap((found): readonly TextEdit[] => {
    const [, before = '', path = ''] = found;
    const target = path.includes('/') ? findTarget(path, chapter.path, exists) : null;
    const isCarried = moved.has(chapter.path) && !path.startsWith('/');
    const goal = moved.get(target ?? '') ?? (isCarried ? target : null);
    if (goal === null) return [];
    const start = found.index + before.length;
    return [{ start, end: start + path.length, text: `/${shorten(goal, path)}` }];
  });
  return editDecoded(raw, edits);
}

function findTarget(path: string, from: string, exists: (path: string) => boolean): string | null {
  const roots = path.startsWith('/') ? [''] : [posix.dirname(from), ''];
  const candidates = roots.flatMap((root) => {
    const whole = posix.join(root, path.replace(/^\//, ''));
    return [whole, `${whole}.md`, posix.join(whole, 'index.md'), posix.join(whole, '_index.md')];
  });
  return candidates.find(exists) ?? null;
}

/** Written as before: with its extension, or without; a bundle by its folder. */
function shorten(goal: string, written: string): string {
  if (/\.\w+$/.test(written)) return goal;
  return goal.replace(/(?:\/_?index)?\.\w+$/, '');
}
