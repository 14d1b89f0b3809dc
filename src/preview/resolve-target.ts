/** What a request asks for. */
export type Target =
  /** Something of the preview's own. */
  | { readonly kind: 'own'; readonly path: string; readonly query: URLSearchParams }
  /** A file of the site; `orFolder` when the path may as well name a folder without its slash; `search` with its `?`. */
  | {
      readonly kind: 'file';
      readonly outputPath: string;
      readonly orFolder: boolean;
      readonly search: string;
    }
  /** The site is further down. */
  | { readonly kind: 'base'; readonly search: string }
  /** No address of this site, but a well-formed one. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'malformed' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the purpose.
const forbidden = /[\u0000-\u001f\u007f\\]/;

/**
 * Reads a request target (RFC 9112, section 3.2.1). The path is decoded once and then only ever compared with the
 * table of the site's files: dots, double slashes and double encoding have nothing to find there.
 *
 * @param basePath With both slashes.
 */
export function resolveTarget(target: string, basePath: string): Target {
  const [, encoded = '', search = ''] = /^([^?]*)(.*)/s.exec(target) ?? [];
  const path = decodePath(encoded);
  if (path === null || target.includes('#')) return { kind: 'malformed' };
  if (path.startsWith('/.octavo/')) return { kind: 'own', path, query: new URLSearchParams(search) };
  if (!path.startsWith(basePath)) {
    return path === '/' || `${path}/` === basePath ? { kind: 'base', search } : { kind: 'outside' };
  }
  const rest = path.slice(basePath.length);
  const isFolder = rest === '' || rest.endsWith('/');
  return { kind: 'file', outputPath: isFolder ? `${rest}index.html` : rest, orFolder: !isFolder, search };
}

function decodePath(encoded: string): string | null {
  if (!encoded.startsWith('/')) return null;
  try {
    const path = decodeURIComponent(encoded);
    return forbidden.test(path) ? null : path;
  } catch {
    // A percent sign that begins no character.
    return null;
  }
}
