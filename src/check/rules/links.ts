import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { ChapterFacts } from '../../model/rendered.js';
import { nearestWord } from '../../text/nearest.js';

/** `#top` is the start of every page (HTML, 7.4.6.3), and `#:~:` begins a directive to the browser. */
const always = /^$|^top$|:~:/i;

/**
 * Checks every link to a fragment of a chapter against the ids of that chapter: `link/no-such-fragment` for those
 * that lead nowhere, in the order of the chapters and of the links. Wants the facts of all chapters; links to one
 * whose facts are missing pass, and so do those to one with an unknown shortcode, which might have brought the id.
 */
export function checkFragments(facts: readonly ChapterFacts[]): readonly Diagnostic[] {
  const chapters = new Map(facts.filter(isKnown).map((chapter) => [chapter.path, chapter]));
  const known = new Map<string, ReadonlySet<string>>();
  const idsOf = ({ path, ids }: ChapterFacts) => {
    const set = known.get(path) ?? new Set(ids);
    known.set(path, set);
    return set;
  };
  const findings: Diagnostic[] = [];
  for (const { file, fragmentLinks } of facts) {
    for (const { target, fragment, written, line, column } of fragmentLinks) {
      const chapter = chapters.get(target);
      if (chapter === undefined || always.test(fragment) || idsOf(chapter).has(fragment)) continue;
      const nearest = nearestWord(fragment, chapter.ids);
      const details = { written, fragment, file: chapter.file, nearest };
      findings.push(diagnose('link/no-such-fragment', details, { file, line, column }));
    }
  }
  return findings;
}

function isKnown({ diagnostics }: ChapterFacts): boolean {
  return !diagnostics.some(({ code }) => code === 'shortcode/unknown');
}
