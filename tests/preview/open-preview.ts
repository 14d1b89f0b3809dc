import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { TestContext } from 'node:test';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { PreviewMessage } from '../../src/preview/messages.js';
import type { PreviewRequest } from '../../src/preview/preview-request.js';
import { type Preview, startPreview } from '../../src/preview/start-preview.js';
import { makeBook } from '../program/run-octavo.js';

/** A preview that runs in this process, and what it said. */
export interface OpenPreview extends Preview {
  readonly book: string;
  readonly rebuilt: (readonly string[])[];
  readonly checked: (readonly Diagnostic[])[];
}

/** Starts a preview of a book of these files on a free port; it ends with the test. */
export async function openPreview(
  context: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<PreviewRequest> = {},
): Promise<OpenPreview> {
  const book = makeBook(context, files);
  const rebuilt: (readonly string[])[] = [];
  const checked: (readonly Diagnostic[])[] = [];
  const failures: unknown[] = [];
  const preview = await startPreview({
    root: book,
    config: { now: Date.UTC(2026, 5, 1) },
    clock: Date.now,
    isNowFixed: true,
    host: '127.0.0.1',
    port: 0,
    strictPort: false,
    navigate: false,
    poll: null,
    editor: 'test://{path}:{line}:{column}',
    events: {
      onRebuilt: (changes) => rebuilt.push(changes),
      onChecked: (findings) => checked.push(findings),
      onPolling: () => undefined,
      onFailure: (error) => failures.push(error),
    },
    ...options,
  });
  if (typeof preview === 'string') throw new Error(preview);
  context.after(async () => {
    await preview.close();
    if (failures.length > 0) throw failures[0];
  });
  return { ...preview, book, rebuilt, checked };
}

/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks with exactly these headers. */
export async function ask(
  { port }: Preview,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  const request = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }).end();
  const [response] = await once(request, 'response');
  let body = '';
  response.setEncoding('utf8');
  for await (const piece of response) body += piece;
  return { status: response.statusCode, headers: response.headers, body };
}

/** Sends bytes as they are and returns all that comes back before the server closes: no client tidies the path. */
export async function sendRaw({ port }: Preview, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(text.replaceAll('\n', '\r\n'));
  return readAll(socket);
}

/** All that comes until the other end closes. */
export async function readAll(socket: Socket): Promise<string> {
  let answer = '';
  for await (const piece of socket.setEncoding('latin1')) answer += piece;
  return answer;
}

/** The page without the client. */
export function withoutClient(html: string): string {
  return html.replace(/<script src="\/\.octavo\/[^>]*><\/script>/, '');
}

/** Waits until something is so. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`It did not come about: ${what}`);
}

/** Connects as a page does; the messages come into the list. */
export async function listenAsPage(
  context: TestContext,
  preview: Preview,
  page: string,
): Promise<PreviewMessage[]> {
  const { body } = await ask(preview, page);
  const [, revision = '', copies = ''] = /data-revision="([^"]*)" data-copies="([^"]*)"/.exec(body) ?? [];
  const messages: PreviewMessage[] = [];
  const query = new URLSearchParams({ page, revision, copies });
  const request = httpRequest({
    host: '127.0.0.1',
    port: preview.port,
    path: `/.octavo/events?${query}`,
  }).end();
  context.after(() => request.destroy());
  request.on('error', () => undefined);
  const [response] = await once(request, 'response');
  response.setEncoding('utf8').on('data', (text: string) => {
    for (const [, json = ''] of text.matchAll(/^data: (.*)$/gm)) messages.push(JSON.parse(json));
  });
  response.on('error', () => undefined);
  return messages;
}
