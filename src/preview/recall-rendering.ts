import { isDeepStrictEqual } from 'node:util';
import { createRenderer, type RenderChapter } from '../markdown/render/create-renderer.js';
import type { RenderContext } from '../markdown/render/render-context.js';
import { renderOneWithin } from '../markdown/threads/time-budget.js';
import type { Book, Page } from '../model/book.js';
import type { Evidence } from '../model/evidence.js';
import type { RenderedChapter, ShortcodePage } from '../model/rendered.js';
import type { LoadedFile } from '../model/source.js';
import type { EvidenceTable } from '../pipeline/gather-site-evidence.js';
import { haveSame } from '../pipeline/have-same.js';
import { renderJob } from '../pipeline/open-book.js';
import type { OpenBook, OpenSite } from '../pipeline/open-site.js';
import { renderContext, shortcodeSetting } from '../pipeline/render-context.js';
import { createSiteMemories } from './create-site-memories.js';
import { createTextStore, type StoreText } from './text-store.js';

/** A chapter's text by `Chapter.path`; rendered when it is first asked for. */
export type RenderText = (path: string) => RenderedChapter;

/** Prepares the rendering of a book, again and again: text that would come out the same is not rendered again. */
export type RecallRendering = (site: OpenSite, evidence: EvidenceTable) => Promise<RenderText>;

/** A chapter as it was rendered, and from what. */
interface Memory {
  /** The render function, or for a chapter without shortcodes what it follows from besides them. */
  readonly basis: unknown;
  readonly bytes: Uint8Array;
  readonly head: unknown;
  readonly page: ShortcodePage | undefined;
  readonly evidence: Evidence | undefined;
  readonly rendered: RenderedChapter;
}

/** What rendering follows from besides the chapter itself. */
interface Setting {
  readonly site: OpenSite;
  readonly context: RenderContext;
  readonly render: RenderChapter;
  /** Stays the same as long as nothing but shortcodes and their setting changes. */
  readonly plainBasis: object;
}

/** Renders the book of each site with a memory of its own. */
export function createRenderingMemories(): RecallRendering {
  return createSiteMemories(createRenderingMemory, ({ inputs }) => inputs.config);
}

/** Prepares the memory. It holds the latest text of every chapter; an older book that asks renders its own again. */
function createRenderingMemory(): RecallRendering {
  const memories = new Map<string, Memory>();
  const store = createTextStore();
  let setting: Setting | null = null;
  let chapters: OpenBook['chapters'] | null = null;
  return async (site, evidence) => {
    setting = await keepSetting(setting, site, store);
    if (site.opened.chapters !== chapters) forgetOthers(memories, site.opened);
    chapters = site.opened.chapters;
    return createText(memories, setting, { site, evidence });
  };
}

/** The setting for a book: that from before as long as no link can lead elsewhere. */
async function keepSetting(before: Setting | null, site: OpenSite, store: StoreText): Promise<Setting> {
  if (before !== null && isSameAtSight(before, site)) return before;
  const context = renderContext(site, true);
  const hasSamePlain =
    before !== null && isDeepStrictEqual(withoutShortcodes(before), { ...context, shortcodes: null });
  const isSame = hasSamePlain && isDeepStrictEqual(before.context.shortcodes, context.shortcodes);
  return {
    ...{ site, context },
    render: isSame ? before.render : packing(await createRenderer(context), store),
    plainBasis: hasSamePlain ? before.plainBasis : {},
  };
}

function withoutShortcodes({ context }: Setting): RenderContext {
  return { ...context, shortcodes: null };
}

/** Spares the list of all that links can lead to: it is as long as the book. */
function isSameAtSight({ site, context }: Setting, now: OpenSite): boolean {
  const { config, plugins, sources } = now.inputs;
  const before = site.inputs.sources;
  return (
    haveSameTargets(site, now) &&
    // Templates of a Hugo site may ask for anything that another page's front matter says.
    before.hugo === sources.hugo &&
    (sources.hugo === null || site.opened.book === now.opened.book) &&
    context.basePath === config.basePath &&
    context.language === config.language &&
    site.inputs.plugins.module === plugins.module &&
    isDeepStrictEqual(context.config, config.markdown) &&
    haveSame(before.templates, sources.templates, ({ text }) => text) &&
    isDeepStrictEqual(context.shortcodes, shortcodeSetting(now.inputs)) &&
    haveSame(before.staticFiles, sources.staticFiles, ({ path }) => path) &&
    haveSame(before.staticFiles, sources.staticFiles, ({ picture }) => picture) &&
    haveSame(before.resources, sources.resources, ({ picture }) => picture)
  );
}

/** In the languages of the whole family: a link may lead to another one. */
function haveSameTargets(before: OpenSite, now: OpenSite): boolean {
  const [old, books] = [before, now].map(({ opened, family }) => [
    opened.book,
    ...family.map(({ book }) => book),
  ]);
  return (
    old?.length === books?.length &&
    books?.every((book, index) => book === old?.[index] || haveSameAddresses(old?.[index] ?? book, book)) ===
      true
  );
}

/** Whether every link leads where it did: titles, dates and order do not matter, ties between languages do. */
function haveSameAddresses(before: Book, now: Book): boolean {
  const pages = Object.values(now.pages);
  return (
    Object.keys(before.pages).length === pages.length &&
    pages.every(({ key, source, url, head }) => {
      const page = before.pages[key];
      const { translationKey } = head.frontMatter;
      return (
        page?.source === source && page.url === url && page.head.frontMatter.translationKey === translationKey
      );
    }) &&
    haveSame(before.unpublished, now.unpublished, ({ source }) => source) &&
    haveSame(before.redirects, now.redirects, ({ outputPath }) => outputPath) &&
    isDeepStrictEqual(before.resources, now.resources)
  );
}

function createText(
  memories: Map<string, Memory>,
  { render, plainBasis }: Setting,
  { site, evidence: table }: { readonly site: OpenSite; readonly evidence: EvidenceTable },
): RenderText {
  const { config, sources } = site.inputs;
  const { book, chapters } = site.opened;
  const files = new Map<string, LoadedFile>(sources.chapters.map((file) => [file.path, file]));
  const pages = new Map<string | null, Page>(Object.values(book.pages).map((page) => [page.source, page]));
  return (path) => {
    const [chapter, file, home] = [chapters.get(path), files.get(path), pages.get(path)];
    if (chapter === undefined || file === undefined || home === undefined)
      throw new Error(`No chapter has the path ${path}.`);
    const { bytes } = file;
    const evidence = table.get(chapter.file);
    const memory = memories.get(path);
    const isSame =
      memory?.bytes === bytes && memory.head === chapter && isDeepStrictEqual(memory.evidence, evidence);
    const known = isSame ? memory : undefined;
    // Its bytes are not searched for shortcodes again.
    if (known?.page === undefined && known?.basis === plainBasis) return known.rendered;
    const job = renderJob(chapter, file, { page: home, config, evidence });
    const basis = job.page === undefined ? plainBasis : render;
    if (known?.basis === basis && isDeepStrictEqual(known.page, job.page)) return known.rendered;
    const rendered = renderOneWithin(job, render, config.markdown.timeout);
    memories.set(path, { basis, bytes, head: chapter, page: job.page, evidence, rendered });
    return rendered;
  };
}

/** The same with the HTML in a store; made text again whenever it is asked for. */
function packing(render: RenderChapter, store: StoreText): RenderChapter {
  return (job) => {
    const { html, ...facts } = render(job);
    const read = store(html);
    return {
      ...facts,
      get html() {
        return read();
      },
    };
  };
}

function forgetOthers(memories: Map<string, Memory>, { chapters }: OpenBook): void {
  for (const path of memories.keys()) if (!chapters.has(path)) memories.delete(path);
}
