import { posix } from 'node:path';
import { editDecoded } from '../../editing/edit-decoded.js';
import { locateHead } from '../../editing/locate-head.js';
import { normalizeText } from '../../editing/raw-lines.js';
import { replaceUrl } from '../../editing/replace-url.js';
import type { ParseMarkdown } from '../../markdown/parse/parse-markdown.js';
import { screenSource } from '../../markdown/parse/screen-source.js';
import { surveyTree } from '../../markdown/tree/survey-tree.js';
import { decodeAddress } from '../../url/decode-address.js';
import type { Fragments } from './find-fragments.js';

/**
 * Writes links to fragments anew that lead to something else in our chapters: the heading that became the title of its
 * page, whose beginning is where they led, and anchors.
 *
 * @param path The chapter's own path under `content/`.
 * @param fragments Of every chapter, by its path.
 */
export function followFragments(
  raw: string,
  path: string,
  fragments: ReadonlyMap<string, Fragments>,
  parse: ParseMarkdown,
): string {
  const text = normalizeText(raw);
  const head = locateHead(text);
  const bodyStart = head ? text.indexOf('\n', head.end) + 1 : 0;
  const body = text.slice(bodyStart);
  if (!body.includes('#') || screenSource(body) !== null) return raw;
  const edits = surveyTree(parse(body)).addressed.flatMap((node) => {
    const [, file = '', fragment = ''] = /^([^?#:]*)#(.+)$/.exec(node.url) ?? [];
    const target = file === '' ? path : posix.join(posix.dirname(path), decodeAddress(file));
    const next = fragments.get(target)?.get(decodeAddress(fragment));
    if (next === undefined) return [];
    const top = file === '' ? '#top' : file;
    return replaceUrl(node, body, node.url, next === '' ? top : `${file}#${encodeURI(next)}`) ?? [];
  });
  return editDecoded(
    raw,
    edits.map(({ start, end, text: to }) => ({ start: start + bodyStart, end: end + bodyStart, text: to })),
  );
}
