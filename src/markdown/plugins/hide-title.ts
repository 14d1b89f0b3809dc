import type { Paragraph, Root } from 'mdast';
import type { Transformer } from 'unified';
import type { MarkdownConfig } from '../../model/markdown-config.js';
import { makeHeadingSlug } from '../../url/heading-slug.js';
import { createMendTest } from '../mend/create-mend.js';
import { compileStateOf } from '../tree/compile-state.js';
import { plainText } from '../tree/plain-text.js';

/**
 * Takes the first heading out of a chapter whose title it repeats, but for punctuation, capitals and blanks: the page shows it as its title.
 * The target that the heading was for links stays where it stood. It is in no outline, and searches find the page by its title.
 */
export function hideTitle({
  headingIds,
  mend,
}: Pick<MarkdownConfig, 'headingIds' | 'mend'>): Transformer<Root> {
  const isFor = createMendTest(mend.titles);
  return (tree, file) => {
    const { survey, ids, job } = compileStateOf(file);
    const at = tree.children.findIndex(({ type }) => type !== 'html');
    const heading = tree.children[at];
    if (heading?.type !== 'heading' || !saysOne(plainText(heading), job.titles) || !isFor(job.path)) return;
    const given = heading.data?.hProperties?.['id'];
    const made = headingIds === 'none' ? null : makeHeadingSlug(plainText(heading), headingIds, 'heading');
    const id = typeof given === 'string' ? given : made;
    if (id !== null) ids.push(id);
    if (id === null) tree.children.splice(at, 1);
    else tree.children[at] = anchorOf(id);
    survey.headings.splice(survey.headings.indexOf(heading), 1);
    survey.prose.splice(survey.prose.indexOf(heading), 1);
  };
}

function saysOne(text: string, titles: readonly string[] = []): boolean {
  const written = bare(text);
  return written !== '' && titles.some((title) => bare(title) === written);
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

function anchorOf(id: string): Paragraph {
  return { type: 'paragraph', children: [], data: { hName: 'a', hProperties: { id } } };
}
