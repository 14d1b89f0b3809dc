import type { Chapter, DateValue, PageHead } from '../model/chapter.js';
import type { PublishRules } from '../model/output-rules.js';

/** Why a chapter is not published, and the date that decided. */
export interface HoldReason {
  readonly reason: 'draft' | 'future' | 'expired';
  readonly date?: DateValue;
}

/** A chapter that exists and is not published. */
export interface UnpublishedChapter extends HoldReason {
  readonly chapter: Chapter;
}

/** The chapters of a book by what becomes of them; each list keeps the order of the input. */
export interface Selection {
  readonly published: readonly Chapter[];
  readonly unpublished: readonly UnpublishedChapter[];
}

/** Divides chapters into published and held back (content rule 4). */
export function selectPublished(chapters: readonly Chapter[], rules: PublishRules): Selection {
  const published: Chapter[] = [];
  const unpublished: UnpublishedChapter[] = [];
  for (const chapter of chapters) {
    const reason = reasonToHold(chapter, rules);
    if (reason === null) published.push(chapter);
    else unpublished.push({ chapter, ...reason });
  }
  return { published, unpublished };
}

/**
 * Why a page is held back, or null when it is published: a draft, a publish date after now, an expiry date before
 * now, in this order, at the full time and strictly (content rule 4): at that very moment it is published.
 */
export function reasonToHold({ frontMatter, dates }: PageHead, rules: PublishRules): HoldReason | null {
  const { publishDate, expiryDate } = dates;
  if (frontMatter.draft && !rules.drafts) return { reason: 'draft' };
  if (publishDate && publishDate.ms > rules.now && !rules.future)
    return { reason: 'future', date: publishDate };
  if (expiryDate && expiryDate.ms < rules.now && !rules.expired)
    return { reason: 'expired', date: expiryDate };
  return null;
}

/** A span of time around now, in milliseconds since 1970 UTC: `validFrom` belongs to it, `validUntil` does not. */
export interface ValidSpan {
  readonly validFrom: number | null;
  readonly validUntil: number | null;
}

/** The span around now in which no page comes due and none expires. */
export function findValidSpan(heads: readonly PageHead[], rules: PublishRules): ValidSpan {
  let validFrom = Number.NEGATIVE_INFINITY;
  let validUntil = Number.POSITIVE_INFINITY;
  for (const moment of heads.flatMap((head) => listChanges(head, rules))) {
    if (moment <= rules.now) validFrom = Math.max(validFrom, moment);
    else validUntil = Math.min(validUntil, moment);
  }
  return { validFrom: finiteOrNull(validFrom), validUntil: finiteOrNull(validUntil) };
}

/** The moments at which a page may come or go: it is in from its publish date on, out after its expiry date. */
function listChanges({ frontMatter, dates }: PageHead, rules: PublishRules): readonly number[] {
  if (frontMatter.draft && !rules.drafts) return [];
  const changes: number[] = [];
  if (dates.publishDate && !rules.future) changes.push(dates.publishDate.ms);
  if (dates.expiryDate && !rules.expired) changes.push(dates.expiryDate.ms + 1);
  return changes;
}

function finiteOrNull(moment: number): number | null {
  return Number.isFinite(moment) ? moment : null;
}
