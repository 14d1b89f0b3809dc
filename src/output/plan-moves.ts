/** One rename that brings something into place. */
export interface Move {
  /** Output path of a file, or of a folder that the destination lacks. */
  readonly path: string;
  readonly rank: number;
  readonly depth: number;
}

const SUPPORT = 0;
const PAGE = 1;
const LIST = 2;
const HOME = 3;

/**
 * The renames that bring a site's changed files into place, in order; missing folders are moved as a whole.
 *
 * What pages need (styles, scripts, images) comes before pages, pages before what leads to them: deeper ones first,
 * then feeds, sitemap and 404, and the home page last.
 */
export function planMoves(
  changed: readonly string[],
  lacksFolder: (folder: string) => boolean,
): readonly Move[] {
  const moves = new Map<string, Move>();
  for (const path of changed) {
    const move = toMove(path, findMissingFolder(path, lacksFolder));
    const other = moves.get(move.path);
    if (other === undefined || other.rank < move.rank) moves.set(move.path, move);
  }
  return [...moves.values()].sort(
    (a, b) => a.rank - b.rank || b.depth - a.depth || (a.path < b.path ? -1 : 1),
  );
}

function toMove(path: string, folder: string | null): Move {
  if (folder === null) return { path, rank: rankFile(path), depth: countParts(path) - 1 };
  return { path: folder, rank: Math.min(rankFile(path), PAGE), depth: countParts(folder) };
}

/** The topmost folder around a path that the destination lacks. */
function findMissingFolder(path: string, lacksFolder: (folder: string) => boolean): string | null {
  for (let end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
    const folder = path.slice(0, end);
    if (lacksFolder(folder)) return folder;
  }
  return null;
}

function rankFile(path: string): number {
  if (path === 'index.html') return HOME;
  if (path.endsWith('.xml') || path === '404.html') return LIST;
  return path.endsWith('.html') ? PAGE : SUPPORT;
}

function countParts(path: string): number {
  return path.split('/').length;
}
