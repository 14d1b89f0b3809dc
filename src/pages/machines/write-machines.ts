import type { OutputFile } from '../../model/output.js';
import type { PageView } from '../../model/page-view.js';
import { makeAbsolute } from '../../text/site-address.js';
import type { PageTools } from '../page-tools.js';
import { writeFeed } from './feed.js';
import { writeLlms } from './llms.js';
import { twinAddress } from './twin-address.js';

/**
 * What is read by machines: `index.xml` and `llms.txt`, in the folder of the language.
 * Each gives way to a file of the book at its path, and is written whenever its content is asked for: those of a large
 * book are not in memory at once, and a preview that nobody asks for them makes none.
 * All chapters must be rendered by then: descriptions come from their text.
 */
export function writeMachines({ context, shared }: PageTools): readonly OutputFile[] {
  const { book, config } = context;
  const { feed, feedLimit, llms } = config.outputs;
  const pages = [...book.order, ...book.others]
    .flatMap((key) => book.pages[key] ?? [])
    .filter(({ outputPath }) => outputPath !== '');
  const { folder } = config.place;
  const taken = new Set(pages.map(({ outputPath }) => outputPath));
  const home = makeAbsolute(config, `/${folder}`);
  const addressOf = ({ markdownUrl, permalink }: PageView) =>
    markdownUrl === '' ? permalink : twinAddress(permalink);
  const wanted: readonly [string, boolean, () => string][] = [
    ['index.xml', feed, () => writeFeed(shared.book, shared.site, { home, limit: feedLimit })],
    ['llms.txt', llms, () => writeLlms(shared, addressOf)],
  ];
  return wanted
    .filter(([path, isWanted]) => isWanted && !taken.has(folder + path))
    .map(([path, , write]) => ({
      path: folder + path,
      get content() {
        return write();
      },
      yields: true,
    }));
}
