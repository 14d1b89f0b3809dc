import { setImmediate } from 'node:timers/promises';
import { chapterRules, checkChapter } from './check/check-chapter.js';
import { openCheckedChapter } from './check/checked-chapter.js';
import type { Finding } from './check/finding.js';
import { foldSharedKeys } from './check/fold-shared-keys.js';
import { createDuplicateCheck } from './check/rules/duplicate-paragraphs.js';
import { countSureJoints } from './check/rules/joints.js';
import { checkOrder } from './check/rules/order.js';
import { checkTitles } from './check/rules/titles.js';
import { checkWebLinks, listWebLinks, type WebLink } from './check/rules/web-links.js';
import type { ConfigRequest } from './config/load-config.js';
import { loadPlugins } from './config/load-plugins.js';
import { isAtHome } from './content/origin.js';
import { applySeverities } from './diagnostics/apply-severities.js';
import { diagnose } from './diagnostics/catalogue.js';
import { dropRepeated } from './diagnostics/drop-repeated.js';
import { keepFirst } from './diagnostics/keep-first.js';
import { sortDiagnostics } from './diagnostics/sort.js';
import { decodeText } from './files/decode.js';
import { addAll } from './lists/add-all.js';
import { loadParser } from './markdown/parse/load-parser.js';
import { readHtml } from './markdown/parse/read-html.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { RenderJob } from './model/rendered.js';
import type { WebAnswer } from './model/web-answer.js';
import { createEmptyStage } from './pipeline/empty-stage.js';
import {
  type EvidenceTable,
  gatherSiteEvidence,
  recallSiteEvidence,
} from './pipeline/gather-site-evidence.js';
import { survivingLoss } from './pipeline/memory/remove-memory.js';
import type { RunMemory } from './pipeline/memory/run-memory.js';
import { openAgain } from './pipeline/open-ahead.js';
import { planRendering } from './pipeline/open-book.js';
import type { OpenSite } from './pipeline/open-site.js';
import type { Inputs } from './pipeline/read-inputs.js';
import { readRemembered } from './pipeline/read-remembered.js';
import { renderAsked } from './pipeline/render-asked.js';
import { listFilesInOrder } from './pipeline/report-book.js';
import { runPipeline } from './pipeline/run.js';

/** A book looked through. */
export interface BookCheck {
  /** All findings in book order, with the severities that the owner wants. */
  readonly diagnostics: readonly Diagnostic[];
  /** `Chapter.file` of the chapters in which something can be mended without asking. */
  readonly mendable: readonly string[];
  /** How many findings of each code a mend is known for; it is made where it proves right. */
  readonly mends: ReadonlyMap<string, number>;
}

/** How a book is looked through. */
export interface CheckOptions {
  /** Threads beside this one that may render; used for large books only. */
  readonly threads: number;
  /** Asks the web for addresses; null to leave it alone. */
  readonly probe: ((addresses: readonly string[]) => Promise<ReadonlyMap<string, WebAnswer>>) | null;
  /** Which chapters, by `Chapter.file`; null for the whole book, with all that is no chapter. */
  readonly isAsked?: ((file: string) => boolean) | null;
}

/** Chapters between two turns of the event loop, in which an interrupt is heard. */
const breathEvery = 64;

/**
 * Looks through the book in `root` and writes nothing:
 *
 * 1. the book is pressed as for a build, into a stage that keeps nothing: whatever a build reports is found; of some
 *    chapters only these are rendered;
 * 2. the rules about order and titles look at the arranged book;
 * 3. every published chapter is parsed once more, as it was written, for the rules about its text;
 * 4. when asked for, the web is asked where the links to it lead;
 * 5. the owner's severities are applied, and all is put into book order.
 */
export function checkBook(root: string, request: ConfigRequest, options: CheckOptions): Promise<BookCheck> {
  return survivingLoss(root, () => checkOnce(root, request, options));
}

async function checkOnce(
  root: string,
  request: ConfigRequest,
  { threads, probe, isAsked = null }: CheckOptions,
): Promise<BookCheck> {
  const { inputs, memory } = readRemembered(root, request, await loadPlugins(root));
  const { stage, faults } = createEmptyStage();
  const remembered = openAgain(inputs, memory);
  const opened = remembered.sites;
  const evidence = gatherFor(opened, memory, isAsked);
  const built =
    isAsked === null
      ? (await runPipeline(inputs, stage, { threads, progress: null, memory, opened: remembered }))
          .diagnostics
      : await renderAsked(inputs, opened, evidence, isAsked);
  const gleanings: Gleanings[] = [];
  for (const site of opened) gleanings.push(await checkChapters(site, evidence, isAsked));
  const found = gleanings.flatMap(({ findings }) => findings);
  const webLinks = gleanings.flatMap((gleaned) => gleaned.webLinks);
  const answers = await probe?.(webLinks.map(({ address }) => address));
  const unread = listUnreadHeads(built);
  const isTold = ({ code, file = '' }: Diagnostic) =>
    (code !== 'title/missing' || !unread.has(file)) && (isAsked === null || isAsked(file));
  const rules = [
    ...faults,
    ...opened.flatMap((site) => [...checkOrder(site.opened), ...checkTitles(site.opened)]).filter(isTold),
    ...foldSharedKeys(found.map(({ diagnostic }) => diagnostic)),
    ...checkWebLinks(webLinks, answers ?? new Map()),
    ...reportSureJoints(gleanings),
  ];
  const settled = [...built, ...applySeverities(dropRepeated(rules), inputs.config)];
  return {
    diagnostics: keepFirst(sortDiagnostics(settled, listFilesInOrder(opened))),
    ...listMends(found, inputs),
  };
}

/** What the line ends are judged by: of the whole book, most of which the memory knows, or of what is asked for. */
function gatherFor(
  sites: readonly OpenSite[],
  memory: RunMemory | null,
  isAsked: NonNullable<CheckOptions['isAsked']> | null,
): EvidenceTable {
  if (isAsked !== null) return gatherSiteEvidence(sites.map((site) => narrowSite(site, isAsked)));
  return memory === null ? gatherSiteEvidence(sites) : recallSiteEvidence(sites, memory.evidenceOf).table;
}

/** The site with the chapters that are asked for: what is known of their words has to do for them. */
function narrowSite(site: OpenSite, isAsked: (file: string) => boolean): OpenSite {
  const chapters = new Map([...site.opened.chapters].filter(([, { file }]) => isAsked(file)));
  return { ...site, opened: { ...site.opened, chapters } };
}

const unreadHead =
  /^front-matter\/(?:invalid-syntax|unclosed|mistyped-fence|unknown-language|org-keywords|too-large)$/;

/** Files whose front matter cannot be read: that they have no title is no finding of its own. */
function listUnreadHeads(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(diagnostics.flatMap(({ code, file }) => (unreadHead.test(code) ? (file ?? []) : [])));
}

/** All of them in one line: there is nothing to decide. */
function reportSureJoints(gleanings: readonly Gleanings[]): readonly Diagnostic[] {
  const count = gleanings.reduce((sum, { sureJoints }) => sum + sureJoints, 0);
  return count === 0 ? [] : [diagnose('text/split-word', { count })];
}

interface Gleanings {
  readonly findings: readonly Finding[];
  readonly webLinks: readonly WebLink[];
  /** Words that line ends have taken apart, and that are set beyond doubt. */
  readonly sureJoints: number;
}

/** What stands in for a translation is looked through in its own language. */
async function checkChapters(
  { inputs, opened }: OpenSite,
  evidence: EvidenceTable,
  isAsked: NonNullable<CheckOptions['isAsked']> | null,
): Promise<Gleanings> {
  const { language } = inputs.config;
  const parse = readHtml(await loadParser(inputs.config.markdown.parser), inputs.config.markdown.unsafe);
  const rules = [...chapterRules, createDuplicateCheck()];
  const open = (job: RenderJob) => {
    const chapter = opened.chapters.get(job.path);
    const text = decodeText(job.bytes);
    if (chapter === undefined || !isAtHome(chapter) || text === null) return null;
    const { unsafe } = inputs.config.markdown;
    const setting = { language, parse, unsafe, evidence: evidence.get(chapter.file) };
    return openCheckedChapter(chapter, text, setting);
  };
  const findings: Finding[] = [];
  const webLinks: WebLink[] = [];
  let sureJoints = 0;
  const jobs = planRendering(inputs, opened).filter(({ file }) => isAsked === null || isAsked(file));
  for (const [index, job] of jobs.entries()) {
    const checked = open(job);
    if (checked !== null) {
      addAll(findings, checkChapter(checked, rules));
      addAll(webLinks, listWebLinks(checked));
      sureJoints += countSureJoints(checked);
    }
    if (index % breathEvery === 0) await setImmediate();
  }
  return { findings, webLinks, sureJoints };
}

function listMends(findings: readonly Finding[], { config }: Inputs): Pick<BookCheck, 'mendable' | 'mends'> {
  const mended = findings.filter(
    ({ diagnostic, fix }) => fix !== undefined && applySeverities([diagnostic], config).length > 0,
  );
  const mends = new Map<string, number>();
  for (const { diagnostic } of mended) mends.set(diagnostic.code, (mends.get(diagnostic.code) ?? 0) + 1);
  return { mendable: [...new Set(mended.map(({ diagnostic }) => diagnostic.file ?? ''))], mends };
}
