import { posix } from 'node:path';
import { editDecoded } from '../editing/edit-decoded.js';
import { locateHead } from '../editing/locate-head.js';
import { normalizeText } from '../editing/raw-lines.js';
import type { ParseMarkdown } from '../markdown/load-parser.js';
import { screenSource } from '../markdown/screen-source.js';
import { surveyTree } from '../markdown/survey-tree.js';
import { makeHeadingSlug } from '../text/heading-slug.js';
import { replaceUrl } from './move-links.js';

/**
 * Takes the fragment off links to a heading that has gone because it became the title of its page: the page's beginning
 * is where they led.
 *
 * @param path The chapter's own path under `content/`.
 * @param dropped Headings that went, by the path of their chapter.
 */
export function dropTitleLinks(
  raw: string,
  path: string,
  dropped: ReadonlyMap<string, string>,
  parse: ParseMarkdown,
): string {
  const text = normalizeText(raw);
  const head = locateHead(text);
  const bodyStart = head ? text.indexOf('\n', head.end) + 1 : 0;
  const body = text.slice(bodyStart);
  if (!body.includes('#') || screenSource(body) !== null) return raw;
  const edits = surveyTree(parse(body)).addressed.flatMap((node) => {
    const [, file = '', fragment] = /^([^?#:]*)#(.+)$/.exec(node.url) ?? [];
    const target = file === '' ? path : posix.join(posix.dirname(path), decodeURI(file));
    const heading = dropped.get(target);
    if (fragment === undefined || heading === undefined || makeHeadingSlug(heading) !== fragment) return [];
    return replaceUrl(node, body, node.url, file === '' ? '#top' : file) ?? [];
  });
  return editDecoded(
    raw,
    edits.map(({ start, end, text: to }) => ({ start: start + bodyStart, end: end + bodyStart, text: to })),
  );
}
