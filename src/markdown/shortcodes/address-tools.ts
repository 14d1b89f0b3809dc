import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { addBasePath, makeAbsolute } from '../../text/site-address.js';
import { nearestPath } from '../nearest-path.js';
import { settleAddress } from '../settle-address.js';
import { type ChapterRun, placeOfCall } from './chapter-run.js';
import type { Call } from './parse-calls.js';
import type { ShortcodeView } from './shortcode-view.js';

/** What a template can make of addresses. */
export type AddressTools = Pick<ShortcodeView, 'link' | 'image' | 'ref' | 'relref'>;

/** The tools of a call. */
export function createAddressTools(call: Call, run: ChapterRun): AddressTools {
  const { book } = run;
  const settle = (written: unknown, isImage: boolean) => {
    const place = placeOfCall(call, run);
    return settleAddress({ written: String(written ?? ''), isImage, place }, run, book.options);
  };
  return {
    link: (address) => settle(address, false),
    image: (address) => settle(address, true),
    ref: (path) => refer(String(path ?? ''), call, run, (url) => makeAbsolute(book.site, url)),
    relref: (path) => refer(String(path ?? ''), call, run, (url) => addBasePath(book.site, url)),
  };
}

const parts = /^([^#?]*)(\?[^#]*)?(?:#(.*))?$/s;

/** By content rule 16. A fragment is checked with those of links. */
function refer(written: string, call: Call, run: ChapterRun, address: (url: string) => string): string {
  const { book, job } = run;
  const [, path = '', query = '', fragment = ''] = parts.exec(written) ?? [];
  const hash = fragment === '' ? '' : `#${fragment}`;
  if (path === '') {
    noteFragment(job.path, fragment, written, call, run);
    return hash;
  }
  const found = book.resolveRef(path, job.path);
  if (found.kind !== 'page') {
    const severity = book.references.severity;
    run.diagnostics.push({ ...describeMiss(written, found, call, run), severity });
    return book.references.notFound;
  }
  if (found.page.path !== null) noteFragment(found.page.path, fragment, written, call, run);
  return `${address(found.page.url)}${query}${hash}`;
}

function noteFragment(target: string, fragment: string, written: string, call: Call, run: ChapterRun): void {
  if (fragment === '') return;
  const { line = 1, column = 1 } = placeOfCall(call, run);
  run.fragmentLinks.push({ target, fragment, written, line, column });
}

function describeMiss(
  written: string,
  found: Exclude<ReturnType<ChapterRun['book']['resolveRef']>, { kind: 'page' }>,
  call: Call,
  run: ChapterRun,
): Diagnostic {
  const place = placeOfCall(call, run);
  switch (found.kind) {
    case 'held-back':
      return diagnose('link/held-back', { written, target: found.file }, place);
    case 'ambiguous':
      return diagnose('link/ambiguous-reference', { written, paths: found.paths }, place);
    case 'missing': {
      const known = Object.keys(run.book.options.index.chapters).sort();
      const nearest = nearestPath(written, run.job.path, known);
      return diagnose('link/reference-not-found', { written, nearest }, place);
    }
  }
}
