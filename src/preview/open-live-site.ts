import { join } from 'node:path';
import { type ConfigRequest, loadConfig } from '../config/load-config.js';
import { loadPlugins } from '../config/load-plugins.js';
import { readProgramVersion } from '../config/package-root.js';
import { isChapterName } from '../content/chapter-name.js';
import { isMounted, listFolders } from '../content/content-file.js';
import { hasErrors } from '../diagnostics/apply-severities.js';
import type { Config } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { KnownFile } from '../model/source.js';
import { createLiveBook } from '../pipeline/live-book.js';
import { findMemory, listKnownFiles } from '../pipeline/memory/find-memory.js';
import { findRoots } from '../pipeline/read-inputs.js';
import { createSourceReader } from '../sources/create-source-reader.js';
import { findShownPage, type OwnRoutes, type SiteSource } from './create-handler.js';
import { createPress, type NewEdition, type ReadAgain } from './create-press.js';
import { describeFindings } from './describe-finding.js';
import { countDrafts, createDraftSwitch } from './draft-switch.js';
import { createLiveChannel } from './live-channel.js';
import { type Edition, isOutdated } from './open-edition.js';
import type { Look } from './pace-looks.js';
import type { PreviewRequest } from './preview-request.js';

/** A book's site that follows its sources and tells the open pages. */
export interface LiveSite {
  readonly site: SiteSource;
  readonly own: OwnRoutes;
  readonly look: Look;
  /** Makes what was not asked for yet and tells all findings. */
  readonly check: () => Promise<void>;
  /** Whether other chapters are published by now than those that are shown. */
  readonly isDue: () => boolean;
  /** Where the book's files lie, relative to it. */
  readonly folders: () => readonly string[];
}

/**
 * Joins a press with the channel to the open pages.
 *
 * @param origin `http://127.0.0.1:1313`
 * @param client The script that pages run.
 * @param onSwitch Called when a reader shows or hides drafts: a look is due.
 */
export function openLiveSite(
  request: PreviewRequest,
  origin: string,
  client: string,
  onSwitch: () => void,
): LiveSite {
  const { clock, events, root } = request;
  const drafts = createDraftSwitch();
  const now = () => (request.isNowFixed ? request.config.now : clock());
  const config = () => drafts.apply({ ...request.config, now: now() });
  let stored = findMemory(root);
  const readAgain = createReadAgain({ root, config, clock, known: listKnownFiles(stored) });
  const press = createPress(readAgain, () => {
    const book = createLiveBook(stored, (own) => moveHere(own, origin));
    // Once it turns out to be spoilt there is none.
    stored = { ...stored, memory: null };
    return book;
  });
  const listBookFolders = () => listFolders(press.current().inputs.config.folders);
  const copies = createVersions(`${clock()}`);
  const site: SiteSource = {
    basePath: () => press.current().inputs.config.basePath,
    find: press.find,
    copies: copies.current,
    roots: () => [root, ...listBookFolders().map((folder) => join(root, folder))],
  };
  const shown = { find: (path: string) => findShownPage(path, site), copies: copies.current };
  const channel = createLiveChannel(shown, events.onFailure);

  const tellFindings = (findings: readonly Diagnostic[]) =>
    channel.tellFindings(describeFindings(findings, root, request.editor));
  const show = async ({ edition, changes: known }: NewEdition): Promise<void> => {
    const changes = known ?? [];
    if (changes.some((file) => isCopied(file, edition))) copies.next();
    channel.tellStatus(countDrafts(edition));
    // Those that are known at once need not wait for the check.
    if (hasErrors(edition.findings)) tellFindings(edition.findings);
    const saved = request.navigate ? findSavedPage(changes, edition) : null;
    if (saved !== null) channel.navigate(saved);
    await channel.refresh();
  };
  const tell = async (findings: readonly Diagnostic[]): Promise<void> => {
    tellFindings(findings);
    events.onChecked(findings);
    // An edition turns out faulty, or good, only now.
    await channel.refresh();
  };

  return {
    site,
    own: {
      client,
      connect: channel.connect,
      switchDrafts: (query) => {
        const isAllowed = channel.isToken(query.get('token') ?? '');
        if (isAllowed) drafts.show(query.get('show') === 'true');
        if (isAllowed) onSwitch();
        return isAllowed;
      },
    },
    look: async (changed) => {
      const start = clock();
      const next = await press.look(changed);
      if (next === null) return false;
      await show(next);
      if (next.changes !== null) events.onRebuilt(next.changes, clock() - start);
      return true;
    },
    check: async () => {
      const findings = await press.check();
      if (findings !== null) await tell(findings);
    },
    folders: listBookFolders,
    isDue: () => isOutdated(press.current(), now()),
  };
}

/** Whether a changed file is one that the site copies, or was. */
function isCopied(file: string, { inputs }: Edition): boolean {
  const { content, staticFiles } = inputs.config.folders;
  return isMounted(staticFiles, file) || (isMounted(content, file) && !isChapterName(file));
}

/** Names for versions, never the same again, not even by a later server. */
function createVersions(start: string): { readonly current: () => string; readonly next: () => void } {
  let count = 0;
  return {
    current: () => `${start}-${count}`,
    next: () => {
      count += 1;
    },
  };
}

/** The address of the page whose chapter was saved; null unless it is one chapter, and published. */
function findSavedPage(changes: readonly string[], { inputs, sites }: Edition): string | null {
  const [file, ...others] = changes;
  if (file === undefined || others.length > 0) return null;
  const pages = sites.flatMap(({ opened }) => Object.values(opened.book.pages));
  const page = pages.find((candidate) => candidate.file === file);
  return page === undefined ? null : inputs.config.basePath + page.url.slice(1);
}

/** What a book is read for. */
interface ReadingRequest {
  /** The book's folder, absolute. */
  readonly root: string;
  /** Asked for at each reading. */
  readonly config: () => ConfigRequest;
  /** Milliseconds since 1970 UTC, as file systems have it; "now" of the book may be another. */
  readonly clock: () => number;
  /** What is known of the files from an earlier run, by absolute path. */
  readonly known: ReadonlyMap<string, KnownFile>;
}

/** Prepares readings as `readInputs` makes them, with the files of the reading before where they are unchanged. */
export function createReadAgain({ root, config, clock, known }: ReadingRequest): ReadAgain {
  const reader = createSourceReader(known);
  const version = readProgramVersion();
  return async (changed) => {
    const plugins = await loadPlugins(root);
    const settings = loadConfig(root, config());
    const sources = reader.read(findRoots(root, settings.value), changed, clock());
    return {
      version,
      config: settings.value,
      sources: sources.value,
      plugins: plugins.value,
      diagnostics: [...plugins.diagnostics, ...settings.diagnostics, ...sources.diagnostics],
    };
  };
}

/** Absolute addresses lead to the preview instead of the published site. */
function moveHere(config: Config, origin: string): Config {
  return config.baseUrl === '' ? config : { ...config, baseUrl: `${origin}${config.basePath}` };
}
