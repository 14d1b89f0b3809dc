import { createHash } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { findContentType } from './content-type.js';
import type { Guard } from './guard-request.js';
import { ownPaths } from './messages.js';
import type { EditionFile } from './open-edition.js';
import { injectClient, revisePage } from './page-revision.js';
import { resolveTarget, type Target } from './resolve-target.js';
import { isKnown, sendFile } from './send-file.js';

/** What the handler answers from. */
export interface SiteSource {
  readonly basePath: () => string;
  readonly find: (outputPath: string) => Promise<EditionFile | null>;
  /** Says which files are copied, in which version: another text once one of them is another. */
  readonly copies: () => string;
  /** The folders that copied files lie in, absolute: a file that a link leads out of them is not sent. */
  readonly roots: () => readonly string[];
}

/** What is behind the preview's own addresses. */
export interface OwnRoutes {
  /** The script that pages run. */
  readonly client: string;
  /** Keeps the response open and tells it what changes. */
  readonly connect: (query: URLSearchParams, response: ServerResponse) => void;
  /** Shows or hides drafts; false when the request does not prove where it comes from. */
  readonly switchDrafts: (query: URLSearchParams) => boolean;
}

const always = {
  'Cache-Control': 'no-cache',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** Stands in for a site that has no 404 page, as while there is no content. */
const bareNotFound =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not found</title></head><body><h1>Not found</h1></body></html>';

/**
 * Answers requests:
 *
 * 1. the guard refuses whatever does not come from this server's own pages;
 * 2. the address is looked up among the files of the site, never on the disk;
 * 3. pages get the client, files their part, and both a 304 when the browser has them already.
 *
 * `onFailure` hears of exceptions, which are faults of the program.
 */
export function createHandler(
  guard: Guard,
  site: SiteSource,
  own: OwnRoutes,
  onFailure: (error: unknown) => void,
): RequestListener {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
    const refusal = guard(request);
    if (refusal !== null) {
      if (refusal.status === 405) response.setHeader('Allow', 'GET, HEAD');
      return sendPlain(response, refusal.status, refusal.reason);
    }
    const target = resolveTarget(request.url ?? '', site.basePath());
    if (target.kind === 'malformed') return sendPlain(response, 400, 'This address cannot be read.');
    if (target.kind === 'base') return redirect(response, site.basePath(), target.search);
    if (target.kind === 'own') return answerOwn(request, response, target, own);
    if (target.kind === 'file' && (await sendFound(request, response, target.outputPath, site))) return;
    if (target.kind === 'file' && target.orFolder && (await isFolder(target.outputPath, site))) {
      return redirect(response, `${site.basePath()}${encodePath(target.outputPath)}/`, target.search);
    }
    const missed = target.kind === 'file' ? target.outputPath : '';
    sendPage(request, response, 404, await findNotFound(missed, site), site.copies());
  };
  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.destroy();
      onFailure(error);
    });
  };
}

/** What is shown at a path of the host, as the client knows it (`location.pathname`): the HTML, or null for no page. */
export async function findShownPage(path: string, site: SiteSource): Promise<string | null> {
  const target = resolveTarget(path, site.basePath());
  const outputPath = target.kind === 'file' ? target.outputPath : '';
  const file = outputPath === '' ? null : await site.find(outputPath);
  if (file === null) return findNotFound(outputPath, site);
  return file.kind === 'made' && typeof file.content === 'string' ? file.content : null;
}

/** In the language whose folder the missing page would lie in. */
async function findNotFound(outputPath: string, site: SiteSource): Promise<string> {
  const [folder = ''] = outputPath.split('/');
  const file = (await site.find(`${folder}/404.html`)) ?? (await site.find('404.html'));
  return file?.kind === 'made' && file.content !== '' ? String(file.content) : bareNotFound;
}

async function sendFound(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  site: SiteSource,
): Promise<boolean> {
  const file = await site.find(path);
  if (file === null) return false;
  if (file.kind === 'copy') return sendFile(request, response, file.from, site.roots());
  if (path.endsWith('.html')) sendPage(request, response, 200, String(file.content), site.copies());
  else sendText(request, response, 200, path, file.content);
  return true;
}

async function isFolder(path: string, site: SiteSource): Promise<boolean> {
  return path !== '' && (await site.find(`${path}/index.html`)) !== null;
}

function answerOwn(
  request: IncomingMessage,
  response: ServerResponse,
  { path, query }: Extract<Target, { kind: 'own' }>,
  own: OwnRoutes,
): void {
  if (path === ownPaths.script) sendText(request, response, 200, path, own.client);
  else if (path === ownPaths.events && request.method === 'GET') own.connect(query, response);
  else if (path !== ownPaths.drafts) sendPlain(response, 404, 'Not found.');
  else if (own.switchDrafts(query)) response.writeHead(204).end();
  else sendPlain(response, 403, 'Only pages of this server may ask.');
}

function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  html: string,
  copies: string,
): void {
  sendText(request, response, status, 'page.html', injectClient(html, revisePage(html), copies));
}

function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  name: string,
  content: string | Uint8Array,
): void {
  const tag = `"${createHash('sha256').update(content).digest('hex').slice(0, 24)}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Content-Type', findContentType(name));
  if (status === 200 && isKnown(request, tag)) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(status, { 'Content-Length': Buffer.byteLength(content) });
  response.end(request.method === 'HEAD' ? '' : content);
}

function sendPlain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

/** Only ever to an address of the site's own table, with the query as it came: no request decides where it leads. */
function redirect(response: ServerResponse, location: string, search: string): void {
  response.writeHead(302, { Location: location + search }).end();
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
