import type { RenderWatch } from '../markdown/threads/render-all.js';
import type { Book, Page } from '../model/book.js';
import type { Outcome } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import type { RenderedChapter } from '../model/rendered.js';
import type { Site } from '../pages/create-site.js';
import type { Rendering } from './render-book.js';
import type { Trace } from './trace.js';
import type { Units } from './units.js';

/** What pages are pressed with. */
export interface PressTools {
  readonly rendering: Rendering;
  readonly site: Site;
  readonly trace: Trace;
  readonly units: Units;
  /** Is told of each chapter that was rendered. */
  readonly learn: (chapter: RenderedChapter) => void;
  readonly watch: RenderWatch | null;
  /** As `PlansOptions.pause`. */
  readonly pause: () => Promise<void> | undefined;
}

/** Makes every page of a book: those of chapters as they are rendered, then what waits for the facts of all, then what may be kept. */
export async function pressPages(book: Book, tools: PressTools): Promise<void> {
  const { rendering, site, trace, units, learn, watch, pause } = tools;
  const pages = [...book.order, ...book.others].flatMap((key) => book.pages[key] ?? []);
  const bySource = new Map(pages.map((page) => [page.source, page]));
  const press = (page: Page, htmlOf: (source: string) => string): Promise<void> => {
    if (page.outputPath === '') return Promise.resolve();
    const make = async (): Promise<Outcome<readonly OutputFile[]>> => {
      const { source } = page;
      if (source !== null) trace.noteHtml(source);
      const { value, diagnostics } = await site.renderPage(page, source === null ? '' : htmlOf(source));
      return { value: [value], diagnostics };
    };
    return units.make(`page ${page.key}`, make);
  };
  const waiting: [Page, string][] = [];
  const pressed = new Set<Page>();
  for await (const rendered of rendering.renderAll(watch)) {
    await pause();
    learn(rendered);
    const page = bySource.get(rendered.path);
    if (page === undefined) continue;
    pressed.add(page);
    if (page.kind === 'page') await press(page, () => rendered.html);
    else waiting.push([page, rendered.html]);
  }
  const others = pages.filter((page) => !pressed.has(page) && page.source === null);
  for (const page of others) await press(page, () => '');
  for (const [page, html] of waiting) await press(page, () => html);
  for (const page of pages)
    if (!pressed.has(page) && page.source !== null) await press(page, rendering.htmlOf);
}
