import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, SourceSpan } from '../../model/diagnostic.js';
import type { CompileState } from '../tree/compile-state.js';
import { decodeUrl, type TargetIndex } from './index-targets.js';
import { type ResolvedLink, resolveLink } from './resolve-link.js';

const linkSchemes = ['http', 'https', 'mailto', 'tel'];
const imageSchemes = ['http', 'https'];

/** What settling addresses needs of the build. */
export interface LinkOptions {
  readonly index: TargetIndex;
  /** No scheme is refused where raw HTML is let through. */
  readonly unsafe: boolean;
}

/** An address as a chapter has it, and where. */
export interface WrittenAddress {
  readonly written: string;
  readonly isImage: boolean;
  readonly place: SourceSpan;
}

/** Where findings and fragments to check go. */
export type AddressState = Pick<CompileState, 'job' | 'diagnostics' | 'fragmentLinks'>;

/**
 * The address on the published site for one in a chapter; one that leads nowhere comes back as written. Reports
 * `link/not-found`, `link/unknown-address`, `link/held-back` and `link/unsafe-scheme`, and notes a fragment to check.
 */
export function resolveAddress(address: WrittenAddress, state: AddressState, options: LinkOptions): string {
  const { written, place } = address;
  const destination = resolveLink(written, state.job.path, options.index);
  if (destination.kind === 'outside') {
    const finding = options.unsafe ? null : findUnsafeScheme(address, destination.scheme);
    if (finding !== null) state.diagnostics.push(finding);
    // Schemes are the same in any case; who lets addresses through knows them in small letters.
    return written.replace(/^[a-z][a-z\d+.-]*:/i, (scheme) => scheme.toLowerCase());
  }
  if (destination.kind === 'missing' || destination.kind === 'held-back') {
    state.diagnostics.push(brokenLink(address, destination, state, options.index));
    return written;
  }
  if (destination.kind === 'chapter' && destination.fragment !== '') {
    const { line = 1, column = 1 } = place;
    const { path: target, fragment, language } = destination;
    const other = language === undefined ? {} : { language };
    state.fragmentLinks.push({ target, fragment, written, ...other, line, column });
  }
  return destination.href;
}

function brokenLink(
  { written, place }: WrittenAddress,
  destination: Extract<ResolvedLink, { kind: 'missing' | 'held-back' }>,
  { job }: AddressState,
  index: TargetIndex,
): Diagnostic {
  if (destination.kind === 'held-back') {
    const target = index.unpublished[destination.path] ?? destination.path;
    return diagnose('link/held-back', { written, target }, place);
  }
  const ending = endingAddress(decodeUrl(written), (address) => index.addresses.has(address));
  const details = { written, nearest: ending ?? index.guessFile(written, job.path) };
  return diagnose(destination.absolute ? 'link/unknown-address' : 'link/not-found', details, place);
}

function findUnsafeScheme(
  { written, isImage, place }: WrittenAddress,
  scheme: string | null,
): Diagnostic | null {
  const allowed = isImage ? imageSchemes : linkSchemes;
  if (scheme === null || allowed.includes(scheme)) return null;
  return diagnose('link/unsafe-scheme', { written, scheme }, place);
}

/**
 * The address of the book that a path ends in: `/data.json` for `../static/data.json`. Null if there is none, or if it is
 * the path itself.
 */
function endingAddress(written: string, has: (address: string) => boolean): string | null {
  const parts = written
    .replace(/[?#].*/s, '')
    .split('/')
    .filter((part) => part !== '' && !/^\.+$/.test(part));
  for (let from = 0; from < parts.length; from += 1) {
    const address = `/${parts.slice(from).join('/')}`;
    if (address !== written && has(address)) return address;
  }
  return null;
}
