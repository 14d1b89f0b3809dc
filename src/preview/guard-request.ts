import type { IncomingHttpHeaders } from 'node:http';

/** Why a request gets nothing. */
interface Refusal {
  readonly status: 403 | 405 | 421;
  readonly reason: string;
}

/** What the guard looks at. */
interface GuardedRequest {
  readonly method?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** Null for a request that may be answered. */
export type Guard = (request: GuardedRequest) => Refusal | null;

/**
 * Every request is hostile until it shows that it comes from a page of this server, or from the person at the browser:
 *
 * 1. GET and HEAD only: nothing here can be changed by a form or a script of another site.
 * 2. `Host` must be a name of this machine, else a foreign name was made to lead here (DNS rebinding).
 * 3. `Origin`, where there is one, must be this very server.
 * 4. `Sec-Fetch-Site` must not tell of another site, but for a link that was followed: no page of another site can
 *    embed a file of the book, run it or measure it.
 *
 * @param hosts Host names besides `localhost` and the loopback addresses that lead here.
 */
export function createGuard(hosts: readonly string[]): Guard {
  const names = new Set(['localhost', '127.0.0.1', '[::1]', ...hosts.map((host) => host.toLowerCase())]);
  const isOurs = (host: string) => {
    const name = /^(\[[\da-f:.]+\]|[^:@/]+)(?::\d+)?$/i.exec(host)?.[1]?.toLowerCase() ?? '';
    return names.has(name) || name.endsWith('.localhost');
  };
  return ({ method, headers }) => {
    if (method !== 'GET' && method !== 'HEAD') return { status: 405, reason: 'Only GET and HEAD.' };
    const { host = '', origin } = headers;
    if (!isOurs(host)) return { status: 421, reason: 'This host name is not known here (--host gives one).' };
    if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
      return { status: 403, reason: 'Only pages of this server may ask.' };
    }
    return isForeign(headers) ? { status: 403, reason: 'Only pages of this server may ask.' } : null;
  };
}

function isForeign(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'] ?? 'none';
  if (site === 'none' || site === 'same-origin') return false;
  return headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document';
}
