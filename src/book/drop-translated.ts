import { logicalFolder, splitPath } from '../content/logical-path.js';
import { isStandIn } from '../content/origin.js';
import type { Chapter } from '../model/chapter.js';

/** The chapters of a language, each page once. */
export interface OwnChapters {
  readonly chapters: readonly Chapter[];
  /**
   * The sections that took the place of one under another name, by the logical path of its folder: what lies in that
   * folder and is not translated belongs to them.
   */
  readonly sections: ReadonlyMap<string, Chapter>;
  /** The folders of the bundles that were left out, by logical path: their files are the main language's. */
  readonly left: ReadonlySet<string>;
}

/**
 * The chapters of a language without those that stand in for a translation which is there under another name: the
 * `translationKey` of both ties them together (content rule 18).
 */
export function dropTranslated(chapters: readonly Chapter[]): OwnChapters {
  const sections = new Map<string, Chapter>();
  const left = new Set<string>();
  if (!chapters.some(isStandIn)) return { chapters, sections, left };
  const own = chapters.filter((chapter) => !isStandIn(chapter));
  const translated = new Map(own.flatMap((chapter) => tieOf(chapter).map((tie) => [tie, chapter] as const)));
  const kept = chapters.filter((chapter) => {
    const [tie = ''] = isStandIn(chapter) ? tieOf(chapter) : [];
    const translation = translated.get(tie);
    if (translation === undefined) return true;
    const folder = logicalFolder(splitPath(chapter.path).folder);
    if (chapter.bundle !== 'single' && folder !== '') left.add(folder);
    if (chapter.bundle === 'branch' && folder !== '') sections.set(folder, translation);
    return false;
  });
  return { chapters: kept, sections, left };
}

/** What ties a page to its translations, if anything does: its kind, too, since a section is none of a chapter. */
function tieOf({ bundle, frontMatter: { translationKey = '' } }: Chapter): readonly string[] {
  return translationKey === '' ? [] : [`${bundle === 'branch' ? 'section' : 'page'} ${translationKey}`];
}
