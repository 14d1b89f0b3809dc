import { Buffer } from 'node:buffer';
import type { Browser, Fields } from './start-browser.js';

/** What a browser is to print. */
export interface PrintJob {
  readonly html: Uint8Array;
  /** The bytes of a file of the book by its address from the root of the host; null for one that is not there. */
  readonly readFile: (address: string) => Uint8Array | null;
  /** Whether the PDF tells what its texts are: headings, lists, tables. Without, it is made faster. */
  readonly isTagged: boolean;
}

/** No host: what is loaded from it is answered by us. */
const HOST = 'https://book.invalid';

/**
 * Prints a page of HTML as PDF, with the size that it has in its style. No script of it runs, and nothing but the files of the
 * book is loaded: every other request is refused, so what a chapter says reaches no network.
 */
export async function printHtml(browser: Browser, job: PrintJob): Promise<Uint8Array> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string, parameters?: Fields) => browser.send(method, parameters, String(sessionId));
  const { promise: loaded, resolve } = openPromise();
  const deafen = browser.listen((method, parameters) => {
    if (method === 'Page.loadEventFired') resolve();
    // A page that is closed meanwhile needs no answer.
    if (method === 'Fetch.requestPaused') answer(parameters, job, send).catch(() => undefined);
  });
  try {
    await send('Page.enable');
    await send('Emulation.setScriptExecutionDisabled', { value: true });
    await send('Emulation.setEmulatedMedia', { media: 'print' });
    await send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    await send('Page.navigate', { url: `${HOST}/` });
    await loaded;
    const { stream } = await send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: job.isTagged,
      generateDocumentOutline: false,
      transferMode: 'ReturnAsStream',
    });
    return await readStream(stream, send);
  } finally {
    deafen();
    await browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
  }
}

type Send = (method: string, parameters?: Fields) => Promise<Fields>;

async function answer({ requestId, request }: Fields, job: PrintJob, send: Send): Promise<void> {
  const url = String((request as Fields)['url']);
  const address = url.startsWith(`${HOST}/`) ? url.slice(HOST.length).replace(/[?#].*/s, '') : '';
  const body = address === '/' ? job.html : address === '' ? null : job.readFile(address);
  if (body === null) {
    await send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  await send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [{ name: 'Content-Type', value: typeOf(address) }],
    body: Buffer.from(body.buffer, body.byteOffset, body.length).toString('base64'),
  });
}

/** Browsers find out the kind of a picture or font by themselves, but for SVG. */
function typeOf(address: string): string {
  if (address === '/') return 'text/html; charset=utf-8';
  return /\.svg$/i.test(address) ? 'image/svg+xml' : 'application/octet-stream';
}

const CHUNK = 1 << 20;

async function readStream(handle: unknown, send: Send): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for (;;) {
    const { data, base64Encoded, eof } = await send('IO.read', { handle, size: CHUNK });
    parts.push(Buffer.from(String(data), base64Encoded === true ? 'base64' : 'utf8'));
    if (eof === true) return Buffer.concat(parts);
  }
}

function openPromise() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
