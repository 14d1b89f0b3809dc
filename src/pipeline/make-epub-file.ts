import type { Outcome } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import { makeZip } from '../output/zip.js';
import type { Site } from '../pages/create-site.js';
import { nameEpub } from '../pages/epub/name-epub.js';
import { readBytes } from '../sources/read-bytes.js';
import { listCopies } from './list-copies.js';
import type { OpenSite } from './open-site.js';

/**
 * The book of one language as an EPUB, or one part of it: the same bytes for `octavo epub` and for a build with
 * `outputs.home: [epub]`. Empty with an error.
 */
export async function makeEpubFile(
  { inputs, opened }: OpenSite,
  site: Site,
  part: string | null,
): Promise<Outcome<readonly OutputFile[]>> {
  const paths = new Map(listCopies(inputs, opened.book).map(({ path, from }) => [path, from]));
  const readPicture = (path: string) => {
    const from = paths.get(path);
    return from === undefined ? null : readBytes(from);
  };
  const { value, diagnostics } = await site.renderEpub({ part, readPicture });
  if (value === null) return { value: [], diagnostics };
  const path = nameEpub(inputs.config, opened.book.pages['/']?.title ?? '', part);
  return { value: [{ path, content: makeZip(value.entries), yields: true }], diagnostics };
}
