import { editDecoded } from '../../editing/edit-decoded.js';
import { normalizeText } from '../../editing/raw-lines.js';
import type { TextEdit } from '../../editing/text-edit.js';
import type { Chapter } from '../../model/chapter.js';
import { moveAddress } from './move-links.js';

const figures = /\{\{[<%]\s*figure\s(?:"[^"]*"|`[^`]*`|(?!\{\{)[^"`])*?[>%]\}\}/g;

/** The picture of a figure and where it links to, without the quotes. */
const addresses = /(?<=\b(?:src|link)=")[^"]+|(?<=\b(?:src|link)=`)[^`]+|(?<=\b(?:src|link)=)[^"`\s>%]+/g;

/** Rewrites `src` and `link` of the shortcode `figure` as `moveLinks` does the links of a chapter. */
export function moveFigures(
  raw: string,
  chapter: Chapter,
  moved: ReadonlyMap<string, string>,
  exists: (path: string) => boolean,
): string {
  if (!raw.includes('figure')) return raw;
  const edits = [...normalizeText(raw).matchAll(figures)].flatMap(({ 0: call, index: callStart }) =>
    [...call.matchAll(addresses)].flatMap(({ 0: address, index }): readonly TextEdit[] => {
      const text = moveAddress(address, chapter.path, moved, exists);
      const start = callStart + index;
      return text === null ? [] : [{ start, end: start + address.length, text }];
    }),
  );
  return editDecoded(raw, edits);
}
