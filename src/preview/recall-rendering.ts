import { isDeepStrictEqual } from 'node:util';
import { createRenderer, type RenderChapter, type RenderContext } from '../markdown/create-renderer.js';
import type { Book } from '../model/book.js';
import type { RenderedChapter } from '../model/rendered.js';
import type { LoadedFile } from '../model/source.js';
import { type OpenBook, renderJob } from '../open-book.js';
import type { Inputs } from '../read-inputs.js';
import { renderContext } from '../render-book.js';
import { haveSame } from './have-same.js';

/** A chapter's text by `Chapter.path`; rendered when it is first asked for. */
export type RenderText = (path: string) => RenderedChapter;

/** Prepares the rendering of a book, again and again: text that would come out the same is not rendered again. */
export type RecallRendering = (inputs: Inputs, opened: OpenBook) => Promise<RenderText>;

/** A chapter as it was rendered, and from what. */
interface Memory {
  readonly render: RenderChapter;
  readonly bytes: Uint8Array;
  readonly head: unknown;
  readonly rendered: RenderedChapter;
}

/** What rendering follows from besides the chapter itself. */
interface Setting {
  readonly inputs: Inputs;
  readonly book: Book;
  readonly context: RenderContext;
  readonly render: RenderChapter;
}

/** Prepares the memory. It holds the latest text of every chapter; an older book that asks renders its own again. */
export function createRenderingMemory(): RecallRendering {
  const memories = new Map<string, Memory>();
  let setting: Setting | null = null;
  let chapters: OpenBook['chapters'] | null = null;
  return async (inputs, opened) => {
    setting = await keepSetting(setting, inputs, opened);
    if (opened.chapters !== chapters) forgetOthers(memories, opened);
    chapters = opened.chapters;
    return createText(memories, setting.render, inputs, opened);
  };
}

/** The setting for a book: that from before as long as no link can lead elsewhere. */
async function keepSetting(
  before: Setting | null,
  inputs: Inputs,
  { book, ...opened }: OpenBook,
): Promise<Setting> {
  if (before !== null && isSameAtSight(before, inputs, book)) return before;
  const context = renderContext(inputs, { book, ...opened });
  const isSame = before !== null && isDeepStrictEqual(before.context, context);
  return { inputs, book, context, render: isSame ? before.render : await createRenderer(context) };
}

/** Spares the list of all that links can lead to: it is as long as the book. */
function isSameAtSight({ book, context, inputs }: Setting, { config, sources }: Inputs, now: Book): boolean {
  return (
    (book === now || haveSameAddresses(book, now)) &&
    context.basePath === config.basePath &&
    context.language === config.language &&
    isDeepStrictEqual(context.config, config.markdown) &&
    haveSame(inputs.sources.templates, sources.templates, ({ text }) => text) &&
    haveSame(inputs.sources.statics, sources.statics, ({ path }) => path) &&
    haveSame(inputs.sources.statics, sources.statics, ({ picture }) => picture) &&
    haveSame(inputs.sources.resources, sources.resources, ({ picture }) => picture)
  );
}

/** Whether every link leads where it did: titles, dates and order do not matter. */
function haveSameAddresses(before: Book, now: Book): boolean {
  return (
    before.order.length === now.order.length &&
    Object.values(now.pages).every(({ key, source, url }) => {
      const page = before.pages[key];
      return page?.source === source && page.url === url;
    }) &&
    haveSame(before.heldBack, now.heldBack, ({ source }) => source) &&
    haveSame(before.redirects, now.redirects, ({ outputPath }) => outputPath) &&
    isDeepStrictEqual(before.resources, now.resources)
  );
}

function createText(
  memories: Map<string, Memory>,
  render: RenderChapter,
  { sources }: Inputs,
  { chapters }: OpenBook,
): RenderText {
  const files = new Map<string, LoadedFile>(sources.chapters.map((file) => [file.path, file]));
  return (path) => {
    const chapter = chapters.get(path);
    const file = files.get(path);
    if (chapter === undefined || file === undefined) throw new Error(`No chapter has the path ${path}.`);
    const { bytes } = file;
    const known = memories.get(path);
    if (known?.render === render && known.bytes === bytes && known.head === chapter) return known.rendered;
    const rendered = pack(render(renderJob(chapter, file)));
    memories.set(path, { render, bytes, head: chapter, rendered });
    return rendered;
  };
}

/** The same with its HTML as bytes, outside the heap and half as large; made text again whenever it is asked for. */
function pack({ html, ...facts }: RenderedChapter): RenderedChapter {
  const bytes = Buffer.from(html);
  return {
    ...facts,
    get html() {
      return bytes.toString();
    },
  };
}

function forgetOthers(memories: Map<string, Memory>, { chapters }: OpenBook): void {
  for (const path of memories.keys()) if (!chapters.has(path)) memories.delete(path);
}
