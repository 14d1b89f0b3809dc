import type { Browser, Page } from 'playwright-core';

/** What the first query of a reader costs who has only a chapter's page. */
export interface FirstQuery {
  readonly query: string;
  /** Files of the index and of the search's script: how many, and their bytes as sent. */
  readonly requests: number;
  readonly bytes: number;
  /** From the typed query to the first result. */
  readonly milliseconds: number;
  /** From the last of the bytes to the first result, by the page's own clock. */
  readonly afterBytes: number;
  /** What the page's main thread has worked for all of it, in milliseconds: no busy machine makes it longer. */
  readonly worked: number;
}

/** Notes the time when the first result has been painted: whoever waits from outside hears of it up to half a second later. */
const watchResults = `new MutationObserver((_, observer) => {
  if (document.querySelector('.search-results a') === null) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => { globalThis.shownAt = performance.timeOrigin + performance.now(); }));
}).observe(document, { childList: true, subtree: true })`;

/** Asks a query in a browser that has never been here, in Octavo's dialog. */
export function askOctavo(browser: Browser, chapter: string, query: string): Promise<FirstQuery> {
  return ask(browser, chapter, query, /\/search/, async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.insertText(query);
    await page.waitForFunction('globalThis.shownAt');
    return page.evaluate<number>('globalThis.shownAt');
  });
}

/** The same with Pagefind, from its script to what its first five results show. */
export function askPagefind(browser: Browser, chapter: string, query: string): Promise<FirstQuery> {
  return ask(browser, chapter, query, /\/pagefind\//, (page) =>
    page.evaluate<number>(`(async () => {
      const pagefind = await import('/pagefind/pagefind.js');
      const { results } = await pagefind.search(${JSON.stringify(query)});
      await Promise.all(results.slice(0, 5).map((result) => result.data()));
      return performance.timeOrigin + performance.now();
    })()`),
  );
}

/** @param search Resolves to the time when the first result was there, in milliseconds since 1970 by the browser's clock. */
async function ask(
  browser: Browser,
  chapter: string,
  query: string,
  counted: RegExp,
  search: (page: Page) => Promise<number>,
): Promise<FirstQuery> {
  const page = await browser.newPage({ bypassCSP: true });
  const sizes: Promise<number>[] = [];
  let lastByte = 0;
  page.on('requestfinished', (request) => {
    if (!counted.test(new URL(request.url()).pathname)) return;
    const { startTime, responseEnd } = request.timing();
    lastByte = Math.max(lastByte, startTime + responseEnd);
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.addInitScript(watchResults);
  await page.goto(chapter);
  const readWork = await openMetrics(page);
  const before = await readWork();
  const start = await page.evaluate<number>('performance.timeOrigin + performance.now()');
  const shown = await search(page);
  const worked = (await readWork()) - before;
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.close();
  return {
    query,
    requests: sizes.length,
    bytes,
    milliseconds: shown - start,
    afterBytes: Math.max(0, shown - lastByte),
    worked,
  };
}

/** Returns what reads the processor time of the page's tasks so far, in milliseconds. */
async function openMetrics(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
}
