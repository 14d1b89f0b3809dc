import { isMounted } from '../content/content-file.js';
import { hasErrors } from '../diagnostics/apply-severities.js';
import { createEvidenceMemory } from '../line-ends/create-evidence-memory.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { type EvidenceTable, listJointTexts } from '../pipeline/gather-site-evidence.js';
import { haveSame } from '../pipeline/have-same.js';
import type { OpenSite } from '../pipeline/open-site.js';
import { openSites } from '../pipeline/open-sites.js';
import type { Inputs } from '../pipeline/read-inputs.js';
import { createBookRecall } from '../pipeline/recall-book.js';
import { createIndexWriter, type WriteIndex } from '../search/write-index.js';
import { type CheckedEdition, checkEdition } from './check-edition.js';
import { createSiteMemories } from './create-site-memories.js';
import { listChanges } from './list-changes.js';
import { type Edition, type EditionFile, openEdition } from './open-edition.js';
import { createRenderingMemories } from './recall-rendering.js';
import { createThemeMemories } from './recall-theme.js';

/** A book that is pressed again whenever it changes. */
export interface Press {
  /**
   * Looks at the sources and opens a new edition if anything differs. Looks wait for each other.
   *
   * @param changed Absolute paths that are said to have changed; null looks at everything.
   */
  readonly look: (changed: ReadonlySet<string> | null) => Promise<NewEdition | null>;
  /** The newest edition; rejects before the first look. */
  readonly current: () => Edition;
  /** What is shown at an output path: the newest edition's file or, while that is faulty, that of the last good one. */
  readonly find: (outputPath: string) => Promise<EditionFile | null>;
  /** All findings of the newest edition, in book order; null once a newer one is there. */
  readonly check: () => Promise<readonly Diagnostic[] | null>;
}

export interface NewEdition {
  readonly edition: Edition;
  /** As `listChanges` has them; empty when only the time has come for a chapter, null for the first edition. */
  readonly changes: readonly string[] | null;
}

/** Reads the sources; `changed` as in `Press.look`. */
export type ReadAgain = (changed: ReadonlySet<string> | null) => Promise<Inputs>;

/**
 * Prepares a press:
 *
 * 1. A look reads what has changed; when nothing has, there is nothing to do.
 * 2. The book is opened with what is remembered of it (`recall-book.ts` and the others), its line ends among it.
 * 3. The edition makes its pages as they are asked for (`open-edition.ts`).
 * 4. A check makes all the others. While an edition is faulty, the one before it that was good is shown.
 */
export function createPress(readAgain: ReadAgain): Press {
  const recallBook = createBookRecall().open;
  const recallRendering = createRenderingMemories();
  const recallEvidence = createEvidenceMemories();
  const recallTheme = createThemeMemories();
  const recallIndex = createIndexMemories();
  let current: Edition | null = null;
  /** The last one before the newest that was fit to be shown; the last one that was found without an error. */
  let recent: Edition | null = null;
  let flawless: Edition | null = null;
  let checked: CheckedEdition | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const lookNow = async (changed: ReadonlySet<string> | null): Promise<NewEdition | null> => {
    const inputs = await readAgain(changed);
    const before = current;
    const changes = before === null ? null : listChanges(before.inputs, inputs);
    const sites = openSites(inputs, recallBook);
    if (changes?.length === 0 && before !== null && haveSameBooks(before.sites, sites)) return null;
    const evidence = recallEvidence(sites);
    const prepared = await Promise.all(
      sites.map(async (site) => {
        const [theme, writeIndex] = [recallTheme(site.inputs), recallIndex(site.inputs)];
        return { site, theme, writeIndex, renderText: await recallRendering(site, evidence) };
      }),
    );
    const edition = openEdition(inputs, prepared);
    if (before?.isFit()) recent = before;
    current = edition;
    return { edition, changes };
  };

  const newest = (): Edition => {
    if (current === null) throw new Error('The press has not looked at the book yet.');
    return current;
  };

  return {
    look: (changed) => {
      const next = last.then(() => lookNow(changed));
      // A look that failed is its caller's to handle; the next one goes ahead.
      last = next.catch(() => undefined);
      return next;
    },
    current: newest,
    find: async (path) => {
      for (const edition of [newest(), recent, flawless]) {
        const file = edition?.isFit() ? await edition.find(path) : null;
        // Making the page may have shown that a template is at fault.
        if (edition?.isFit() && (file?.kind !== 'made' || file.isWhole)) return file;
      }
      return newest().find(path);
    },
    check: async () => {
      const edition = newest();
      const before = checked !== null && differInText(checked, edition) ? checked : null;
      const outcome = await checkEdition({ edition, isWanted: () => edition === current, before });
      if (outcome === null) return null;
      checked = outcome;
      if (hasErrors(outcome.findings)) return outcome.findings;
      flawless = edition;
      // Older ones are of no use any more, and each holds a whole book.
      recent = null;
      return outcome.findings;
    },
  };
}

type Sites = readonly Pick<OpenSite, 'opened'>[];

function haveSameBooks(before: Sites, now: Sites): boolean {
  return haveSame(before, now, ({ opened }) => opened.book);
}

/**
 * Whether nothing but the text of chapters tells an edition from one that was checked. A fault of a template is
 * reported for one page only, however many have it: while there is one, every page is made again.
 */
function differInText({ edition: before, findings }: CheckedEdition, edition: Edition): boolean {
  const changes = listChanges(before.inputs, edition.inputs);
  return (
    haveSameBooks(before.sites, edition.sites) &&
    haveSame(before.sites, edition.sites, ({ opened }) => opened.chapters) &&
    changes.every((file) => isMounted(edition.inputs.config.folders.content, file)) &&
    !findings.some(({ code }) => code.startsWith('template/'))
  );
}

/** What writes the search index of a site, with what it remembers of the index before. */
type RecallIndex = (inputs: Inputs) => WriteIndex;

/** Prepares the search index of each site with a memory of its own. */
function createIndexMemories(): RecallIndex {
  return createSiteMemories(
    () => {
      const writeIndex = createIndexWriter();
      return (_inputs: Inputs) => writeIndex;
    },
    ({ config }) => config,
  );
}

/** Gathers what line ends are judged by as `gatherSiteEvidence` does, again and again: what is the same stays the same object. */
type RecallSiteEvidence = (sites: readonly OpenSite[]) => EvidenceTable;

/** Gathers for each site with a memory of its own. */
function createEvidenceMemories(): RecallSiteEvidence {
  const recall = createSiteMemories(createSiteMemory, ({ inputs }: OpenSite) => inputs.config);
  return (sites) => {
    const [only, ...others] = sites.map((site) => recall(site));
    return others.length === 0 && only !== undefined
      ? only
      : new Map([only, ...others].flatMap((table) => [...(table ?? [])]));
  };
}

function createSiteMemory(): (site: OpenSite) => EvidenceTable {
  const { recall } = createEvidenceMemory();
  return (site) => {
    const { language, markdown } = site.inputs.config;
    return recall(listJointTexts(site), { language, joints: markdown.joints });
  };
}
