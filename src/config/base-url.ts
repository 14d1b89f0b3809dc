/** Where a book is published. */
export interface BaseUrl {
  /** Absolute, with a trailing slash; `''` when only the path is known. */
  readonly baseUrl: string;
  /** With both slashes. */
  readonly basePath: string;
}

/**
 * Reads `https://x.org/book/` or `/book/`, with or without the last slash; empty is `/`. Null for anything else:
 * other schemes, a query, a fragment, a name and password.
 */
export function readBaseUrl(written: string): BaseUrl | null {
  if (written === '') return { baseUrl: '', basePath: '/' };
  if (/[\s\\<>"?#]/.test(written)) return null;
  if (/^\/(?!\/)/.test(written)) return readUrl(`https://localhost${written}`, true);
  return /^https?:\/\/[^/]/i.test(written) ? readUrl(written, false) : null;
}

function readUrl(written: string, isPath: boolean): BaseUrl | null {
  if (!URL.canParse(written)) return null;
  const url = new URL(written);
  if (url.username !== '' || url.password !== '') return null;
  const basePath = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`;
  return { baseUrl: isPath ? '' : url.origin + basePath, basePath };
}
