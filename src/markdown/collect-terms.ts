import type { Code, Heading } from 'mdast';
import type { ChapterTerms, SectionTerms } from '../model/terms.js';
import { createTermGathering } from '../text/gather-terms.js';
import { plainText } from './plain-text.js';
import type { Prose, TreeSurvey } from './survey-tree.js';

/** Collects the words of a chapter, in the order of its text. */
export type CollectTerms = (survey: TreeSurvey) => ChapterTerms;

/** The class of a heading that keeps its section, with all below it, from being found. */
const LEFT_OUT = 'nosearch';

/** Prepares the collection for the chapters of a book; they share one vocabulary. */
export function createTermCollector(): CollectTerms {
  const { vocabulary, add, isLong, endSection } = createTermGathering();
  return ({ prose, code }) => {
    const sections: SectionTerms[] = [];
    let [heading, section] = [-1, -1];
    /** The depth of the heading that hides what is being passed; 0 while nothing is hidden. */
    let hidden = 0;
    for (const node of code.length === 0 ? prose : inOrder(prose, code)) {
      const isHeading = node.type === 'heading';
      if (isHeading) {
        heading += 1;
        if (hidden === 0 || node.depth <= hidden) hidden = isLeftOut(node) ? node.depth : 0;
      }
      if (hidden > 0) continue;
      if (isHeading || isLong()) sections.push(endSection(section));
      if (isHeading) section = heading;
      add(plainText(node), isHeading);
    }
    sections.push(endSection(section));
    return { vocabulary, sections };
  };
}

function isLeftOut(heading: Heading): boolean {
  const classes = heading.data?.hProperties?.['className'];
  return Array.isArray(classes) && classes.includes(LEFT_OUT);
}

/** Prose and listings in the order of the text. */
function inOrder(prose: readonly Prose[], code: readonly Code[]): readonly (Prose | Code)[] {
  return [...prose, ...code].sort((a, b) => startOf(a) - startOf(b));
}

function startOf(node: Prose | Code): number {
  return node.position?.start.offset ?? 0;
}
