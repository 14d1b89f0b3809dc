import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { FragmentLink } from '../../model/rendered.js';
import { addBasePath, makeAbsolute } from '../../url/site-address.js';
import { findPicture } from '../links/find-picture.js';
import { resolveAddress } from '../links/resolve-address.js';
import type { Reference } from '../links/resolve-ref.js';
import { type ChapterRun, placeOfCall } from './chapter-run.js';
import type { Call } from './parse-calls.js';
import type { ShortcodeView } from './shortcode-view.js';

/** What a template can make of addresses. */
export type AddressTools = Pick<ShortcodeView, 'link' | 'image' | 'sizeOf' | 'ref' | 'relref'>;

/** The tools of a call. */
export function createAddressTools(call: Call, run: ChapterRun): AddressTools {
  const { book } = run;
  const settle = (written: unknown, isImage: boolean) => {
    const place = placeOfCall(call, run);
    return resolveAddress({ written: String(written ?? ''), isImage, place }, run, book.options);
  };
  return {
    link: (address) => settle(address, false),
    image: (address) => settle(address, true),
    sizeOf: (address) => findPicture(book.options.index, address) ?? null,
    ref: (path, lang) => refer(readRef(path, lang), call, run, (url) => makeAbsolute(book.site, url)),
    relref: (path, lang) => refer(readRef(path, lang), call, run, (url) => addBasePath(book.site, url)),
  };
}

const parts = /^([^#?]*)(\?[^#]*)?(?:#(.*))?$/s;

/** A reference as it is written. */
interface Ref {
  readonly written: string;
  /** Key of the language that it asks for; null for the chapter's own. */
  readonly language: string | null;
}

function readRef(path: unknown, lang: unknown): Ref {
  return { written: String(path ?? ''), language: lang ? String(lang).toLowerCase() : null };
}

/** By content rule 16. A fragment is checked with those of links. */
function refer(
  { written, language }: Ref,
  call: Call,
  run: ChapterRun,
  address: (url: string) => string,
): string {
  const { book, job } = run;
  const [, path = '', query = '', fragment = ''] = parts.exec(written) ?? [];
  const hash = fragment === '' ? '' : `#${fragment}`;
  const note = (target: string, other: string | null) =>
    noteFragment({ target, fragment, written, ...(other === null ? {} : { language: other }) }, call, run);
  if (path === '') {
    note(job.path, null);
    if (written === '') run.diagnostics.push(reportEmpty(call, run));
    return hash;
  }
  const resolve = language === null ? book.resolveRef : book.resolveRefIn(language);
  const found = resolve?.(path, job.path) ?? { kind: 'no-language', language: language ?? '' };
  if (found.kind !== 'page') {
    const severity = book.references.severity;
    run.diagnostics.push({ ...describeMiss(written, found, call, run), severity });
    return book.references.notFound;
  }
  if (found.page.path !== null) note(found.page.path, language);
  return `${address(found.page.url)}${query}${hash}`;
}

function reportEmpty(call: Call, run: ChapterRun): Diagnostic {
  const { name, parameters } = call;
  const given = parameters.isNamed ? Object.keys(parameters.values) : [];
  return diagnose('link/empty-reference', { name, given }, placeOfCall(call, run));
}

/** Why a reference leads nowhere. */
type Miss =
  | Exclude<Reference, { readonly kind: 'page' }>
  | { readonly kind: 'no-language'; readonly language: string };

function noteFragment(link: Omit<FragmentLink, 'line' | 'column'>, call: Call, run: ChapterRun): void {
  if (link.fragment === '') return;
  const { line = 1, column = 1 } = placeOfCall(call, run);
  run.fragmentLinks.push({ ...link, line, column });
}

function describeMiss(written: string, found: Miss, call: Call, run: ChapterRun): Diagnostic {
  const place = placeOfCall(call, run);
  switch (found.kind) {
    case 'held-back':
      return diagnose('link/held-back', { written, target: found.file }, place);
    case 'ambiguous':
      return diagnose('link/ambiguous-reference', { written, paths: found.paths }, place);
    case 'no-language': {
      const known = Object.keys(run.book.options.index.languages);
      return diagnose('link/no-such-language', { written, language: found.language, known }, place);
    }
    case 'missing': {
      const nearest = run.book.options.index.guessChapter(written, run.job.path);
      return diagnose('link/reference-not-found', { written, nearest }, place);
    }
  }
}
