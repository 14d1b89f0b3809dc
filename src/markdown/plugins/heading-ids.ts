import type { Heading, Root } from 'mdast';
import type { Transformer } from 'unified';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { HeadingIdType } from '../../model/config.js';
import { makeHeadingSlug } from '../../text/heading-slug.js';
import { type ChapterDraft, draftOf, placeOf } from '../draft.js';
import { plainText } from '../plain-text.js';

/**
 * Gives every heading an id and enters it in the outline. An id of the author's stays as it is; the others come from
 * the rendered text, by default as GitHub and Hugo make them (content rules 14 and 21.11). Reports `markdown/duplicate-id`.
 */
export function headingIds(type: HeadingIdType | 'none'): Transformer<Root> {
  return (_tree, file) => {
    const draft = draftOf(file);
    const taken = new Map<string, number>();
    const slugOf = type === 'none' ? null : (text: string) => makeHeadingSlug(text, type);
    for (const heading of draft.survey.headings) identify(heading, draft, { taken, slugOf });
  };
}

interface Naming {
  /** Null where headings get only the ids that their authors give them; the outline has no others then. */
  readonly slugOf: ((text: string) => string) | null;
  /** Every id in use, with the last number that was appended to it. */
  readonly taken: Map<string, number>;
}

function identify(heading: Heading, draft: ChapterDraft, { slugOf, taken }: Naming): void {
  const text = plainText(heading).replaceAll('\n', ' ').trim();
  const properties = heading.data?.hProperties;
  const given = properties?.['id'];
  const id = typeof given === 'string' ? given : slugOf && unusedId(slugOf(text), taken);
  if (id === null) return;
  if (typeof given === 'string' && taken.has(id)) {
    draft.diagnostics.push(diagnose('markdown/duplicate-id', { id }, placeOf(draft.job, heading)));
  }
  taken.set(id, taken.get(id) ?? 0);
  heading.data = { ...heading.data, hProperties: { ...properties, id } };
  draft.ids.push(id);
  draft.headings.push({ level: heading.depth, id, text });
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
