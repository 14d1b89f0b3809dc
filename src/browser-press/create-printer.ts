import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { PaperBook } from '../model/paper.js';
import { type BrowserSearch, findBrowser } from './find-browser.js';
import { type PaperStep, type PressedPaper, pressBook } from './press-book.js';
import { type Browser, isBrowserFailure, startBrowser } from './start-browser.js';

/** What prints the books of a run, all by one browser. */
export interface Printer {
  /** Null with an error. */
  readonly print: (paper: PaperBook) => Promise<Outcome<PressedPaper | null>>;
  /** Ends the browser, if one was needed. */
  readonly close: () => Promise<void>;
}

/** How to print. */
export interface PrinterOptions {
  readonly search: BrowserSearch;
  /** Told of each step; null where nobody looks. */
  readonly progress: ((step: PaperStep) => void) | null;
  /** Registers what must be undone when the user interrupts; returns the way to take it back. */
  readonly onInterrupt: (undo: () => void) => () => void;
}

/** The first with margin boxes, in which numbers and running heads stand. */
const LEAST_VERSION = 131;
const PATIENCE = 5 * 60_000;

/**
 * Prepares the printing of books; the browser is looked for and started when the first one comes. Reports `pdf/no-browser`,
 * `pdf/old-browser`, `pdf/browser-failed`, and once `pdf/no-sandbox`.
 */
export function createPrinter({ search, progress, onInterrupt }: PrinterOptions): Printer {
  let opened: Promise<Outcome<Browser | null>> | null = null;
  let isTold = false;
  const open = async (): Promise<Outcome<Browser | null>> => {
    const { value: path, diagnostics } = findBrowser(search);
    if (path === null) return { value: null, diagnostics };
    try {
      return review(path, await startBrowser(path, { onInterrupt, patience: PATIENCE }));
    } catch (error) {
      if (!isBrowserFailure(error)) throw error;
      const failed = diagnose('pdf/browser-failed', { reason: error.message, isLong: false });
      return { value: null, diagnostics: [failed] };
    }
  };
  return {
    print: async (paper) => {
      opened ??= open();
      const { value: browser, diagnostics } = await opened;
      if (browser === null) return { value: null, diagnostics };
      const pressed = await pressBook(paper, browser, progress ?? (() => undefined));
      const told: readonly Diagnostic[] = isTold ? [] : diagnostics;
      isTold = true;
      return { ...pressed, diagnostics: [...told, ...pressed.diagnostics] };
    },
    close: async () => {
      await (await opened)?.value?.close();
    },
  };
}

async function review(path: string, browser: Browser): Promise<Outcome<Browser | null>> {
  const { version, isBare, close } = browser;
  if (version < LEAST_VERSION) {
    await close();
    const old = diagnose('pdf/old-browser', { path, version, least: LEAST_VERSION });
    return { value: null, diagnostics: [old] };
  }
  return { value: browser, diagnostics: isBare ? [diagnose('pdf/no-sandbox', {})] : [] };
}
