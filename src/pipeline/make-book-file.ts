import type { Printer } from '../browser-press/create-printer.js';
import { applySeverities, hasErrors } from '../diagnostics/apply-severities.js';
import type { Outcome } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import { createZip } from '../output/zip.js';
import type { Site } from '../pages/create-site.js';
import { type BookFormat, nameBookFile } from '../pages/epub/name-book-file.js';
import { MIMETYPE } from '../pages/epub/render-epub.js';
import { readBytes } from '../sources/read-bytes.js';
import { listCopies } from './list-copies.js';
import type { OpenSite } from './open-site.js';

/** The book as a file, and what is in it. */
export interface BookFile extends OutputFile {
  readonly content: Uint8Array;
  readonly format: BookFormat;
  /** Key of its language; empty in a book in one. */
  readonly language: string;
  /** As it was asked for; null for the whole book. */
  readonly part: string | null;
  readonly chapters: number;
  /** Absent where the reader's program decides. */
  readonly pages?: number;
}

/** Makes the files of a site's book, or of a part of it: the same bytes for a command and for a build. Empty with an error. */
export interface BookFileMaker {
  readonly makeEpub: (part: string | null) => Promise<Outcome<readonly BookFile[]>>;
  /** Nothing is printed where `review`, which is asked once all texts are there, says no. */
  readonly makePdf: (
    part: string | null,
    printer: Printer,
    review: () => boolean,
  ) => Promise<Outcome<readonly BookFile[]>>;
}

export function createBookFileMaker({ inputs, opened }: OpenSite, site: Site): BookFileMaker {
  const { config } = inputs;
  const places = new Map(listCopies(inputs, opened.book).map(({ path, from }) => [path, from]));
  const readFile = (path: string) => {
    const from = places.get(path);
    return from === undefined ? null : readBytes(from);
  };
  const describe = (format: BookFormat, part: string | null) => ({
    ...{ format, part, language: config.place.keys.length === 0 ? '' : config.place.key, yields: true },
    path: nameBookFile(config, opened.book.pages['/']?.title ?? '', { format, part }),
  });
  return {
    makeEpub: async (part) => {
      const zip = createZip();
      const { value, diagnostics } = await site.renderEpub({ part, readFile, add: zip.add });
      if (value === null) return { value: [], diagnostics };
      return { value: [{ ...describe('epub', part), ...value, content: zip.finish(MIMETYPE) }], diagnostics };
    },
    makePdf: async (part, printer, review) => {
      const { value: paper, diagnostics } = await site.renderPaper({ part, readFile });
      if (paper === null || hasErrors(applySeverities(diagnostics, config)) || !review())
        return { value: [], diagnostics };
      const pressed = await printer.print(paper);
      const found = [...diagnostics, ...pressed.diagnostics];
      if (pressed.value === null) return { value: [], diagnostics: found };
      const { bytes, pages } = pressed.value;
      const file = { ...describe('pdf', part), chapters: paper.chapters, pages, content: bytes };
      return { value: [file], diagnostics: found };
    },
  };
}
