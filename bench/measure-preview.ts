import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { generateBook, type Mix } from './generate-book.js';
import { writeHugoSite } from './hugo-site.js';
import { readPeak } from './measure.js';
import { median } from './statistics.js';
import type { Tool, ToolName } from './tools.js';

/** What a preview of one book does; times are medians in seconds. */
export interface PreviewFigures {
  /** From the start of the program to the first page that it served. */
  readonly firstPageSeconds: number;
  /** From the save of a chapter's text to the page with it. */
  readonly textSeconds: number;
  /** From the save of a chapter's title to its neighbour's page with it. */
  readonly titleSeconds: number;
  readonly peakBytes: number | null;
}

export type PreviewResults = Partial<Record<ToolName, PreviewFigures>>;

/** Length of the book whose preview is measured. */
export const previewChapters = 5000;
const rounds = 20;
const starts = 3;
/** Milliseconds: between two questions to the server, and between two saves. */
const askEvery = 3;
const saveEvery = 1500;
/** Milliseconds after which an answer does not come any more, and a change does not. */
const answerWithin = 10_000;
const patience = 60_000;

/** Measures the previews of the tools, one after the other, on one book in a folder that must not exist. */
export async function measurePreviews(
  tools: readonly Tool[],
  mix: Mix,
  folder: string,
): Promise<PreviewResults> {
  const book = generateBook({ chapters: previewChapters, folder, mix });
  writeHugoSite(folder);
  const middle = Math.floor(book.chapters.length / 2);
  const [saved = '', next = ''] = book.chapters.slice(middle);
  const results: Partial<Record<ToolName, PreviewFigures>> = {};
  for (const tool of tools) results[tool.name] = await measurePreview(tool, folder, saved, next);
  rmSync(folder, { recursive: true });
  return results;
}

async function measurePreview(
  tool: Tool,
  folder: string,
  saved: string,
  next: string,
): Promise<PreviewFigures> {
  const firsts: number[] = [];
  for (let round = 1; round < starts; round += 1) {
    const { server, seconds } = await startPreview(tool, folder, saved);
    firsts.push(seconds);
    await endPreview(server);
  }
  const { server, port, seconds } = await startPreview(tool, folder, saved);
  firsts.push(seconds);
  await setTimeout(4 * saveEvery);
  const file = join(folder, saved);
  const text = readFileSync(file, 'utf8');
  const save = (change: (word: string) => string, page: string) =>
    repeat(async (round) => {
      const word = `Zw${round}x${change.length}${page.length}`;
      const start = performance.now();
      writeFileSync(file, change(word));
      await waitFor(port, addressOf(page), word);
      return (performance.now() - start) / 1000;
    });
  const textSeconds = await save((word) => `${text}\n${word}\n`, saved);
  const titleSeconds = await save((word) => text.replace(/^title: .*$/m, () => `title: Title${word}`), next);
  writeFileSync(file, text);
  const peakBytes = readPeak(server.pid);
  await endPreview(server);
  return { firstPageSeconds: median(firsts), textSeconds, titleSeconds, peakBytes };
}

async function repeat(act: (round: number) => Promise<number>): Promise<number> {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    seconds.push(await act(round));
    await setTimeout(saveEvery);
  }
  return median(seconds);
}

async function startPreview(tool: Tool, folder: string, page: string) {
  const port = await findPort();
  const { file, args } = tool.serve(folder, port);
  const start = performance.now();
  const server = spawn(file, args, { stdio: 'ignore' });
  await waitFor(port, addressOf(page), '</html>');
  return { server, port, seconds: (performance.now() - start) / 1000 };
}

async function endPreview(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  await ended;
}

/** `content/part-001/chapter-00001.md` → `/part-001/chapter-00001/` */
function addressOf(file: string): string {
  return file.replace(/^content/, '').replace(/\.md$/, '/');
}

const agent = new Agent({ keepAlive: true });

/** Asks for a page until it has a word. */
async function waitFor(port: number, path: string, word: string): Promise<void> {
  const end = performance.now() + patience;
  while (!(await fetchPage(port, path)).includes(word)) {
    if (performance.now() > end) throw new Error(`The preview at ${path} never showed ${word}.`);
    await setTimeout(askEvery);
  }
}

/** A page's text, as far as it came; empty while nobody answers. */
function fetchPage(port: number, path: string): Promise<string> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path, agent, timeout: answerWithin }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      // A server that rebuilds its site may break off.
      response.on('error', () => undefined).on('close', () => resolve(text));
    });
    request.on('timeout', () => request.destroy()).on('error', () => resolve(''));
  });
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
