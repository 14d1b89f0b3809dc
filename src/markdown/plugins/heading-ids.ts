import type { Heading, Root } from 'mdast';
import type { Transformer } from 'unified';
import { diagnose } from '../../diagnostics/catalogue.js';
import { type ChapterDraft, draftOf, placeOf } from '../draft.js';
import { plainText } from '../plain-text.js';

const dropped = /[^\p{L}\p{M}\p{N}_\- ]/gu;

/**
 * Gives every heading an id and enters it in the outline. An id of the author's stays as it is; the others come from
 * the rendered text as GitHub and Hugo make them (content rules 14 and 21.11). Reports `markdown/duplicate-id`.
 */
export function headingIds(): Transformer<Root> {
  return (_tree, file) => {
    const draft = draftOf(file);
    const taken = new Map<string, number>();
    for (const heading of draft.survey.headings) identify(heading, draft, taken);
  };
}

/** @param taken Every id in use, with the last number that was appended to it. */
function identify(heading: Heading, draft: ChapterDraft, taken: Map<string, number>): void {
  const text = plainText(heading).replaceAll('\n', ' ').trim();
  const properties = heading.data?.hProperties;
  const given = properties?.['id'];
  const id = typeof given === 'string' ? given : unusedId(slugOf(text), taken);
  if (typeof given === 'string' && taken.has(id)) {
    draft.diagnostics.push(diagnose('markdown/duplicate-id', { id }, placeOf(draft.job, heading)));
  }
  taken.set(id, taken.get(id) ?? 0);
  heading.data = { ...heading.data, hProperties: { ...properties, id } };
  draft.ids.push(id);
  draft.headings.push({ level: heading.depth, id, text });
}

/** The id that a heading of this text has where no other one has it already. */
export function slugOf(text: string): string {
  const slug = text.replace(dropped, '').toLowerCase().replaceAll(' ', '-');
  return slug === '' ? 'heading' : slug;
}

function unusedId(slug: string, taken: Map<string, number>): string {
  let number = taken.get(slug);
  if (number === undefined) return slug;
  let id: string;
  do {
    number += 1;
    id = `${slug}-${number}`;
  } while (taken.has(id));
  taken.set(slug, number);
  return id;
}
