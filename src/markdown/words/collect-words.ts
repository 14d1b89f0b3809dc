import type { Nodes, Root } from 'mdast';
import type { ChapterWords, SectionTerms } from '../../model/chapter-words.js';
import { createWordGathering } from '../../words/gather-words.js';
import { plainText } from '../tree/plain-text.js';
import type { TreeSurvey } from '../tree/survey-tree.js';
import { isLeftOut, listSearched, type SearchedText } from './list-searched.js';

/** A chapter whose words are collected. */
interface SearchedChapter {
  readonly tree: Root;
  readonly survey: TreeSurvey;
  readonly source: string;
  /** Whether HTML in the chapter is shown. */
  readonly unsafe: boolean;
  /** Words by which a block is found as well, though they are not printed in it. */
  readonly otherReadings: ReadonlyMap<Nodes, string>;
}

/** The words of a chapter, and elements that keep more of them out than was meant. */
interface CollectedWords extends Pick<SearchedText, 'unclosed'> {
  readonly terms: ChapterWords;
}

/** Collects the words of a chapter, in the order of its text. */
export type CollectWords = (chapter: SearchedChapter) => CollectedWords;

/** Prepares the collection for the chapters of a book; they share one vocabulary. */
export function createWordCollector(): CollectWords {
  const { vocabulary, add, isLong, endSection } = createWordGathering();
  return (chapter) => {
    const sections: SectionTerms[] = [];
    let [heading, section] = [-1, -1];
    /** The depth of the heading that hides what is being passed; 0 while nothing is hidden. */
    let hidden = 0;
    const hasPictures = chapter.survey.images.length > 0;
    const { blocks, unclosed } = listBlocks(chapter);
    for (const { node, text } of blocks) {
      const isHeading = node.type === 'heading';
      if (isHeading) {
        heading = chapter.survey.headings.indexOf(node, heading + 1);
        if (hidden === 0 || node.depth <= hidden) hidden = isLeftOut(node) ? node.depth : 0;
      }
      if (hidden > 0) continue;
      if (isHeading || isLong()) sections.push(endSection(section));
      if (isHeading) section = heading;
      const other = chapter.otherReadings.get(node);
      add(other === undefined ? text : `${text} ${other}`, isHeading);
      // What pictures show is a paragraph of its own: no phrase reaches into it.
      if (hasPictures) for (const alt of listAlts(node)) add(alt, false);
    }
    sections.push(endSection(section));
    return { terms: { vocabulary, sections }, unclosed };
  };
}

/** Most chapters are prose alone, which the survey has in order. */
function listBlocks({ tree, survey, source, unsafe }: SearchedChapter): SearchedText {
  const { prose, code, html, shortcodes } = survey;
  const isProse =
    code.length === 0 && (html.length === 0 || !unsafe) && !shortcodes.some(({ block }) => block);
  if (isProse && !source.includes('nosearch'))
    return { blocks: prose.map((node) => ({ node, text: plainText(node) })), unclosed: [] };
  return listSearched(tree, unsafe);
}

/** The texts that stand for the pictures of a block. */
function listAlts(node: Nodes): readonly string[] {
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ? [node.alt] : [];
  return 'children' in node ? node.children.flatMap(listAlts) : [];
}
