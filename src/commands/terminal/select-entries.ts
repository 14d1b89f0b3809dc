import { formatCsv } from '../../formats/format-csv.js';
import type { ListedBook, ListedPage } from '../../list-book.js';
import type { DateValue } from '../../model/chapter.js';

/** The words after `hugo list`. */
export const selections = ['all', 'drafts', 'future', 'expired', 'published'] as const;

export type EntrySelection = (typeof selections)[number];

/** What Hugo prints for a date that there is not. */
const noDate = '0001-01-01T00:00:00Z';

const header = 'path,slug,title,date,expiryDate,publishDate,draft,permalink,kind,section'.split(',');

/** The pages with a file that a word of `hugo list` asks for; `now` in milliseconds since 1970 UTC. */
export function selectEntries(listed: ListedBook, selection: EntrySelection, now: number): ListedBook {
  const kept = listed.pages.flatMap((listedPage, index) =>
    listedPage.page.file !== null && fits(listedPage, selection, now) ? [index] : [],
  );
  const pick = <Item>(items: readonly Item[]) => kept.flatMap((index) => items[index] ?? []);
  return {
    ...listed,
    entries: pick(listed.entries),
    depths: pick(listed.depths),
    pages: pick(listed.pages),
  };
}

function fits({ page }: ListedPage, selection: EntrySelection, now: number): boolean {
  const { publishDate, expiryDate } = page.head.dates;
  const states = {
    drafts: page.draft,
    future: publishDate !== undefined && publishDate.ms > now,
    expired: expiryDate !== undefined && expiryDate.ms < now,
  };
  if (selection === 'all') return true;
  return selection === 'published' ? !Object.values(states).includes(true) : states[selection];
}

/** The pages in the columns of `hugo list`, for scripts that read them. */
export function formatHugoList({ pages }: ListedBook): string {
  const rows = pages.map(({ page, address }) => {
    const { publishDate, expiryDate } = page.head.dates;
    const dates = [page.date, expiryDate, publishDate].map(formatDate);
    const { slug = '' } = page.head.frontMatter;
    return [page.file ?? '', slug, page.title, ...dates, page.draft, address, page.kind, page.section];
  });
  return formatCsv([header, ...rows], '\n');
}

/** Times without a zone of their own are UTC's, which Hugo writes `Z`. */
function formatDate(date: DateValue | null | undefined): string {
  return date?.iso.replace('+00:00', 'Z') ?? noDate;
}
