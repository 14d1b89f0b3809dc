import type { Root } from 'mdast';
import type { Transformer } from 'unified';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { type ChapterDraft, draftOf, placeOf } from '../draft.js';
import type { TargetIndex } from '../index-targets.js';
import { nearestPath } from '../nearest-path.js';
import { type Destination, resolveLink } from '../resolve-link.js';
import type { Addressed } from '../survey-tree.js';

const linkSchemes = ['http', 'https', 'mailto', 'tel'];
const imageSchemes = ['http', 'https'];

/** What `links` needs of the build. */
export interface LinkOptions {
  readonly index: TargetIndex;
  /** No scheme is refused where raw HTML is let through. */
  readonly unsafe: boolean;
}

/**
 * Turns the addresses of links, images and definitions into those of the published site, and notes the fragments
 * to check. Reports `link/not-found`, `link/unknown-address`, `link/held-back` and `link/unsafe-scheme`.
 */
export function links(options: LinkOptions): Transformer<Root> {
  return (_tree, file) => {
    const draft = draftOf(file);
    for (const node of draft.survey.addressed) settle(node, draft, options);
  };
}

function settle(node: Addressed, draft: ChapterDraft, options: LinkOptions): void {
  const written = node.url;
  const destination = resolveLink(written, draft.job.path, options.index);
  if (destination.kind === 'outside') settleOutside(node, destination.scheme, draft, options.unsafe);
  else if (destination.kind === 'chapter' || destination.kind === 'file') node.url = destination.href;
  else draft.diagnostics.push(brokenLink(written, destination, node, draft, options.index));
  if (destination.kind !== 'chapter' || destination.fragment === '') return;
  const { line = 1, column = 1 } = placeOf(draft.job, node);
  const { path: target, fragment } = destination;
  draft.fragmentLinks.push({ target, fragment, written, line, column });
}

function brokenLink(
  written: string,
  destination: Exclude<Destination, { kind: 'outside' | 'chapter' | 'file' }>,
  node: Addressed,
  { job }: ChapterDraft,
  index: TargetIndex,
): Diagnostic {
  const place = placeOf(job, node);
  if (destination.kind === 'held-back') {
    const target = index.heldBack[destination.path] ?? destination.path;
    return diagnose('link/held-back', { written, target }, place);
  }
  // Sorted: of two as near, the same one is named in whatever order the chapters are read.
  const known = [...Object.keys(index.chapters), ...Object.keys(index.resources)].sort();
  const nearest = nearestPath(written, job.path, known);
  return diagnose(
    destination.absolute ? 'link/unknown-address' : 'link/not-found',
    { written, nearest },
    place,
  );
}

function settleOutside(node: Addressed, scheme: string | null, draft: ChapterDraft, unsafe: boolean): void {
  if (isBareWww(node)) node.url = node.url.replace('http:', 'https:');
  const allowed = node.type === 'image' ? imageSchemes : linkSchemes;
  if (unsafe || scheme === null || allowed.includes(scheme)) return;
  const details = { written: node.url, scheme };
  draft.diagnostics.push(diagnose('link/unsafe-scheme', details, placeOf(draft.job, node)));
}

/** A `www.` autolink: GFM makes it `http`, Hugo `https` (content rule 21.12). */
function isBareWww(node: Addressed): boolean {
  if (node.type !== 'link' || !node.url.startsWith('http://www.')) return false;
  const [only] = node.children;
  return only?.type === 'text' && node.url === `http://${only.value}`;
}
