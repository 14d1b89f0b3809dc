import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { FindingsMessage, PreviewMessage, StatusMessage } from './messages.js';
import { differsInStyle, listStylesheets, revisePage } from './page-revision.js';

/** The open pages, and what they are told. */
export interface LiveChannel {
  /** Keeps a page's connection. It says what it shows (`page`, `revision`, `copies`) and hears at once if that is old. */
  readonly connect: (query: URLSearchParams, response: ServerResponse) => void;
  /** Compares every open page with what is shown there now and tells those that differ. */
  readonly refresh: () => Promise<void>;
  readonly tellFindings: (message: FindingsMessage) => void;
  readonly tellStatus: (status: Omit<StatusMessage, 'type' | 'token'>) => void;
  /** Sends pages that are elsewhere to an address. */
  readonly navigate: (address: string) => void;
  readonly isToken: (token: string) => boolean;
}

/** What the channel compares with. */
export interface ShownPages {
  /** The HTML at a path of the host; null for no page. */
  readonly find: (path: string) => Promise<string | null>;
  readonly copies: () => string;
}

interface OpenPage {
  readonly path: string;
  readonly response: ServerResponse;
  revision: string;
  copies: string;
}

/** Milliseconds after which a browser tries again when the server has gone. */
const retryAfter = 500;
/** More open pages than anyone has; the oldest goes. */
const mostPages = 4000;

/** Opens the channel; `onFailure` hears of exceptions, which are faults of the program. */
export function createLiveChannel(shown: ShownPages, onFailure: (error: unknown) => void): LiveChannel {
  const pages = new Set<OpenPage>();
  const token = randomBytes(24).toString('base64url');
  let findings: FindingsMessage | null = null;
  let status: StatusMessage | null = null;

  const refreshPage = async (page: OpenPage): Promise<void> => {
    const html = await shown.find(page.path);
    const revision = html === null ? '' : revisePage(html);
    if (page.copies !== shown.copies()) send(page, { type: 'reload' });
    else if (html !== null && differsInStyle(page.revision, revision)) {
      send(page, { type: 'styles', addresses: listStylesheets(html), revision });
    } else if (page.revision !== revision) send(page, { type: 'reload' });
    page.revision = revision;
    page.copies = shown.copies();
  };
  const tellAll = (message: PreviewMessage) => {
    for (const page of pages) send(page, message);
  };

  return {
    connect: (query, response) => {
      const page: OpenPage = {
        path: query.get('page') ?? '/',
        response,
        revision: query.get('revision') ?? '',
        copies: query.get('copies') ?? '',
      };
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(`retry: ${retryAfter}\n\n`);
      response.on('close', () => pages.delete(page));
      pages.add(page);
      for (const oldest of pages) {
        if (pages.size <= mostPages) break;
        // With its connection, which would count on among those that are open.
        oldest.response.destroy();
        pages.delete(oldest);
      }
      if (status !== null) send(page, status);
      if (findings !== null) send(page, findings);
      refreshPage(page).catch(onFailure);
    },
    refresh: async () => {
      for (const page of pages) await refreshPage(page);
    },
    tellFindings: (message) => {
      findings = message;
      tellAll(message);
    },
    tellStatus: (news) => {
      status = { type: 'status', token, ...news };
      tellAll(status);
    },
    navigate: (address) => {
      for (const page of pages) if (page.path !== address) send(page, { type: 'navigate', address });
    },
    isToken: (given) => {
      const [first, second] = [Buffer.from(given), Buffer.from(token)];
      return first.length === second.length && timingSafeEqual(first, second);
    },
  };
}

function send({ response }: OpenPage, message: PreviewMessage): void {
  response.write(`data: ${JSON.stringify(message)}\n\n`);
}
