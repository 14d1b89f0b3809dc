import type { Chapter, DateValue } from '../model/chapter.js';
import type { PublishRules } from '../model/config.js';

/** Why a chapter is not published, and the date that decided. */
export interface Reason {
  readonly reason: 'draft' | 'future' | 'expired';
  readonly date?: DateValue;
}

/** A chapter that exists and is not published. */
export interface HeldChapter extends Reason {
  readonly chapter: Chapter;
}

/** The chapters of a book by what becomes of them; each list keeps the order of the input. */
export interface Selection {
  readonly published: readonly Chapter[];
  readonly heldBack: readonly HeldChapter[];
}

/** Divides chapters into published and held back (content rule 4). */
export function selectPublished(chapters: readonly Chapter[], rules: PublishRules): Selection {
  const published: Chapter[] = [];
  const heldBack: HeldChapter[] = [];
  for (const chapter of chapters) {
    const reason = reasonToHold(chapter, rules);
    if (reason === null) published.push(chapter);
    else heldBack.push({ chapter, ...reason });
  }
  return { published, heldBack };
}

/**
 * Why a chapter is held back, or null when it is published: a draft, a publish date after now, an expiry date before
 * now, in this order, at the full time and strictly (content rule 4): at that very moment it is published.
 */
export function reasonToHold(chapter: Chapter, rules: PublishRules): Reason | null {
  const { publishDate, expiryDate } = chapter.dates;
  if (chapter.frontMatter.draft && !rules.drafts) return { reason: 'draft' };
  if (publishDate && publishDate.ms > rules.now && !rules.future)
    return { reason: 'future', date: publishDate };
  if (expiryDate && expiryDate.ms < rules.now && !rules.expired)
    return { reason: 'expired', date: expiryDate };
  return null;
}

/**
 * The first moment after now at which a chapter appears or vanishes by itself, in milliseconds since 1970 UTC;
 * null when none ever does.
 */
export function nextChange(chapters: readonly Chapter[], rules: PublishRules): number | null {
  let first = Number.POSITIVE_INFINITY;
  for (const chapter of chapters) first = Math.min(first, changeOf(chapter, rules));
  return first === Number.POSITIVE_INFINITY ? null : first;
}

/** A chapter is out from the millisecond after its expiry date, and in from its publish date on. */
function changeOf(chapter: Chapter, rules: PublishRules): number {
  const held = reasonToHold(chapter, rules)?.reason;
  const end =
    rules.expired || !chapter.dates.expiryDate ? Number.POSITIVE_INFINITY : chapter.dates.expiryDate.ms + 1;
  if (held === undefined) return end;
  const start = chapter.dates.publishDate?.ms ?? Number.POSITIVE_INFINITY;
  return held === 'future' && start < end ? start : Number.POSITIVE_INFINITY;
}
