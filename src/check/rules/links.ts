import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { ChapterFacts, FragmentLink } from '../../model/rendered.js';
import { type FindAlike, indexWords } from '../../text/index-words.js';
import { nearestWord } from '../../text/nearest.js';

/** `#top` is the start of every page (HTML, 7.4.6.3), and `#:~:` begins a directive to the browser. */
const always = /^$|^top$|:~:/i;

/**
 * Checks every link to a fragment of a chapter against the ids of that chapter: `link/no-such-fragment` for those
 * that lead nowhere, in the order of the chapters and of the links. Wants the facts of all chapters; links to one
 * whose facts are missing pass, and so do those to one with an unknown shortcode, which might have brought the id.
 * Links to another language are left to `checkCrossings`.
 */
export function checkFragments(facts: readonly FragmentFacts[]): readonly Diagnostic[] {
  const find = indexIds(facts);
  return facts.flatMap((chapter) =>
    chapter.fragmentLinks.flatMap((link) =>
      link.language === undefined ? checkLink(link, chapter, find(link.target)) : [],
    ),
  );
}

/** Does the same for links from one language to another, with the facts of all chapters by language. */
export function checkCrossings(
  languages: ReadonlyMap<string, readonly FragmentFacts[]>,
): readonly Diagnostic[] {
  const crossing = [...languages.values()].flatMap((facts) =>
    facts.filter(({ fragmentLinks }) => fragmentLinks.some(({ language }) => language !== undefined)),
  );
  if (crossing.length === 0) return [];
  const indexes = new Map([...languages].map(([language, facts]) => [language, indexIds(facts)]));
  return crossing.flatMap((chapter) =>
    chapter.fragmentLinks.flatMap((link) => {
      const target = indexes.get(link.language ?? '')?.(link.target);
      return link.language === undefined ? [] : checkLink(link, chapter, target);
    }),
  );
}

/** What the fragments of a chapter and of links to it are judged by. */
export type FragmentFacts = Pick<ChapterFacts, 'path' | 'file' | 'ids' | 'fragmentLinks' | 'diagnostics'>;

/** A chapter that links can lead to, and its ids. */
interface LinkedChapter {
  readonly chapter: FragmentFacts;
  readonly ids: ReadonlySet<string>;
  readonly findAlike: FindAlike;
}

/** The sets are made when they are first asked for: few chapters are linked to by fragment. */
function indexIds(facts: readonly FragmentFacts[]): (path: string) => LinkedChapter | undefined {
  const chapters = new Map(facts.filter(isKnown).map((chapter) => [chapter.path, chapter]));
  const known = new Map<string, LinkedChapter>();
  return (path) => {
    const chapter = chapters.get(path);
    if (chapter === undefined) return undefined;
    const linked = known.get(path) ?? linkTo(chapter);
    known.set(path, linked);
    return linked;
  };
}

function linkTo(chapter: FragmentFacts): LinkedChapter {
  return { chapter, ids: new Set(chapter.ids), findAlike: indexWords(chapter.ids) };
}

function checkLink(
  { fragment, written, line, column }: FragmentLink,
  { file }: FragmentFacts,
  target: LinkedChapter | undefined,
): readonly Diagnostic[] {
  if (target === undefined || always.test(fragment) || target.ids.has(fragment)) return [];
  const nearest = nearestWord(fragment, target.findAlike(fragment));
  const details = { written, fragment, file: target.chapter.file, nearest };
  return [diagnose('link/no-such-fragment', details, { file, line, column })];
}

function isKnown({ diagnostics }: FragmentFacts): boolean {
  return !diagnostics.some(({ code }) => code === 'shortcode/unknown');
}
