import { readAuthors } from '../../content/authors.js';
import type { Paint } from '../../diagnostics/format.js';
import type { ListedBook } from '../../list-book.js';
import { formatJsonText } from './to-terminal.js';

/** One volume of a library in `octavo list --volumes --json`: a stable shape that scripts may rely on. */
interface ListedVolume {
  /** Of its `_index.md`, relative to `content/`, with `/`; null for a virtual page (a folder without `_index.md`). */
  readonly source: string | null;
  readonly url: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** Pages of kind `page` in it. */
  readonly chapters: number;
  readonly words: number;
  readonly minutes: number;
}

/** `list --volumes`: a line for each volume in reading order, its address, chapters, title and author; `dim` paints the figures. */
export function formatVolumesTable(listed: ListedBook, dim: Paint): string {
  const volumes = findVolumes(listed);
  const urlWidth = Math.max(0, ...volumes.map(({ url }) => url.length));
  const countWidth = Math.max(0, ...volumes.map(({ chapters }) => String(chapters).length));
  return volumes
    .map(({ url, chapters, title, authors }) => {
      const figures = `${String(chapters).padStart(countWidth)}  ${url.padEnd(urlWidth)}`;
      const by = authors.length === 0 ? '' : ` (${authors.join(', ')})`;
      return `${dim(figures)}  ${title}${by}\n`;
    })
    .join('');
}

/** `list --volumes --json`: the same as a JSON array, two spaces deep. */
export function formatVolumesJson(listed: ListedBook): string {
  return `${formatJsonText(findVolumes(listed))}\n`;
}

function findVolumes({ entries, pages }: ListedBook): readonly ListedVolume[] {
  const counts = new Map<string, { chapters: number; words: number; minutes: number }>();
  for (const { volume, kind, words, minutes } of entries) {
    if (volume === null) continue;
    const known = counts.get(volume) ?? { chapters: 0, words: 0, minutes: 0 };
    counts.set(volume, {
      chapters: known.chapters + (kind === 'page' ? 1 : 0),
      words: known.words + words,
      minutes: known.minutes + minutes,
    });
  }
  return pages.flatMap(({ page }): readonly ListedVolume[] => {
    const counted = page.volume === page.key ? counts.get(page.url) : undefined;
    if (counted === undefined) return [];
    const { source, url, title } = page;
    return [
      { source, url, title, authors: readAuthors(page.head.params).map(({ name }) => name), ...counted },
    ];
  });
}
