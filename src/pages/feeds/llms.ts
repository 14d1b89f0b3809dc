import type { PageView } from '../../model/page-view.js';
import { makeAbsolute } from '../../url/site-address.js';
import { feedPath } from '../outputs/has-feed.js';
import { markdownAddress } from '../outputs/markdown-address.js';
import type { PageTools } from '../page-tools.js';

/** A file in which machines find chapters, written when it is asked for. */
export interface LlmsFile {
  readonly path: string;
  readonly write: () => string;
}

/** Lines of a library's contents, above which its volumes, then its sections have files of their own. */
const LIMIT = 1000;

/** A file of the contents below a page, and the sections that have files of their own and are only named in it. */
interface LlmsPlan {
  /** Null for the whole site where it has no home. */
  readonly owner: PageView | null;
  readonly apart: ReadonlySet<PageView>;
}

/**
 * `llms.txt` (llmstxt.org): the book's title and description, and its chapters part by part, each with its address
 * and what it is about, and the book as files. In a library of more than 1,000 lines it names a file of each volume, in the volume's folder.
 */
export function listLlmsFiles({ context: { book, config }, shared }: PageTools): readonly LlmsFile[] {
  const { home, volumes } = shared.book;
  const pathOf = (page: PageView | null) => {
    if (page === home || page === null) return `${config.place.folder}llms.txt`;
    return feedPath(book.pages[page.path]?.outputPath ?? '').replace(/index\.xml$/, 'llms.txt');
  };
  const plans =
    home !== null && volumes.length > 0 ? planFiles(home) : [{ owner: home, apart: new Set<PageView>() }];
  return plans.map((plan) => ({
    path: pathOf(plan.owner),
    write: () =>
      writeLlms(plan, shared, (page) => {
        if (plan.apart.has(page)) return makeAbsolute(config, `/${encodeURI(pathOf(page))}`);
        return page.markdownUrl === '' ? page.permalink : markdownAddress(page.permalink);
      }),
  }));
}

function writeLlms(
  { owner, apart }: LlmsPlan,
  { book, site, t }: PageTools['shared'],
  addressOf: (page: PageView) => string,
): string {
  const isWhole = owner === book.home;
  const title = (isWhole && site.title) || (owner?.title ?? '');
  const description = (isWhole && site.description) || (owner?.description ?? '');
  const head = [`# ${escapeText(title)}`, ...(description === '' ? [] : [`> ${escapeText(description)}`])];
  const listLines = (pages: readonly PageView[]): readonly string[] =>
    pages.flatMap((page) => {
      const about = page.description === '' ? '' : `: ${escapeText(page.description)}`;
      const line = `- [${escapeText(page.label)}](${addressOf(page)})${about}`;
      return apart.has(page) ? [line] : [line, ...listLines(page.children).map((below) => `  ${below}`)];
    });
  const contents = [`## ${escapeText(t('contents'))}`, listLines(owner?.children ?? []).join('\n')];
  return `${[...head, ...contents, ...(isWhole ? listDownloads(site, t) : [])].join('\n\n')}\n`;
}

function listDownloads(
  { baseUrl, basePath, epub, pdf }: PageTools['shared']['site'],
  t: PageTools['shared']['t'],
): readonly string[] {
  const whole = (address: string) => (baseUrl === '' ? address : baseUrl + address.slice(basePath.length));
  const files = [
    ...(epub === '' ? [] : [`- [EPUB](${whole(epub)})`]),
    ...(pdf === '' ? [] : [`- [PDF](${whole(pdf)})`]),
  ];
  return files.length === 0 ? [] : [`## ${escapeText(t('download'))}`, files.join('\n')];
}

/** The file of a page, and those of all sections that do not fit into it. */
function planFiles(owner: PageView): readonly LlmsPlan[] {
  const apart = chooseApart(owner);
  return [{ owner, apart }, ...[...apart].flatMap(planFiles)];
}

function chooseApart(owner: PageView): ReadonlySet<PageView> {
  const total = countLines(owner.children);
  if (total <= LIMIT) return new Set();
  const volumes = owner.children.flatMap(listVolumes);
  const left = volumes.reduce((sum, volume) => sum - countLines(volume.children), total);
  if (left <= LIMIT && volumes.length > 0) return new Set(volumes);
  return new Set(owner.children.filter(({ children, url }) => children.length > 0 && url !== ''));
}

function listVolumes(page: PageView): readonly PageView[] {
  return page.isVolume ? [page] : page.children.flatMap(listVolumes);
}

function countLines(pages: readonly PageView[]): number {
  return pages.reduce((sum, { children }) => sum + 1 + countLines(children), 0);
}

/** One line, in which Markdown means nothing. */
function escapeText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>]/g, '\\$&');
}
