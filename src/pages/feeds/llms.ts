import type { PageView } from '../../model/page-view.js';
import type { TemplateData } from '../../model/template-data.js';

/**
 * `llms.txt` (llmstxt.org): the book's title and description, and its chapters part by part, each with its address
 * and what it is about, and the book as files. `addressOf` gives the address of a chapter's text.
 */
export function writeLlms(
  { book, site, t }: Pick<TemplateData, 'book' | 'site' | 't'>,
  addressOf: (page: PageView) => string,
): string {
  const description = site.description || (book.home?.description ?? '');
  const head = [
    `# ${escapeText(site.title || (book.home?.title ?? ''))}`,
    ...(description === '' ? [] : [`> ${escapeText(description)}`]),
  ];
  const { baseUrl, basePath } = site;
  const whole = (address: string) => (baseUrl === '' ? address : baseUrl + address.slice(basePath.length));
  const lines = listLines(book.home?.children ?? [], addressOf);
  const files = [
    ...(site.epub === '' ? [] : [`- [EPUB](${whole(site.epub)})`]),
    ...(site.pdf === '' ? [] : [`- [PDF](${whole(site.pdf)})`]),
  ];
  const downloads = files.length === 0 ? [] : [`## ${escapeText(t('download'))}`, files.join('\n')];
  const contents = [`## ${escapeText(t('contents'))}`, lines.join('\n')];
  return `${[...head, ...contents, ...downloads].join('\n\n')}\n`;
}

function listLines(pages: readonly PageView[], addressOf: (page: PageView) => string): readonly string[] {
  return pages.flatMap((page) => {
    const about = page.description === '' ? '' : `: ${escapeText(page.description)}`;
    const line = `- [${escapeText(page.label)}](${addressOf(page)})${about}`;
    return [line, ...listLines(page.children, addressOf).map((below) => `  ${below}`)];
  });
}

/** One line, in which Markdown means nothing. */
function escapeText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>]/g, '\\$&');
}
