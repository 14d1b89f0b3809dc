import type { Chapter } from '../model/chapter.js';

/**
 * The chapters of a language without those that stand in for a translation which is there under another name: the
 * `translationKey` of both ties them together (content rule 18). Sections stay, since others may lie in their folders.
 */
export function dropTranslated(chapters: readonly Chapter[]): readonly Chapter[] {
  if (!chapters.some(({ borrowed }) => borrowed !== undefined)) return chapters;
  const own = chapters.flatMap((chapter) => (chapter.borrowed === undefined ? tieOf(chapter) : []));
  const translated = new Set(own);
  return chapters.filter(
    (chapter) => chapter.borrowed === undefined || !tieOf(chapter).some((tie) => translated.has(tie)),
  );
}

/** What ties a page to its translations, if anything does. */
function tieOf({ bundle, frontMatter: { translationKey = '' } }: Chapter): readonly string[] {
  return translationKey === '' || bundle === 'branch' ? [] : [translationKey];
}
