import { checkChapter } from './check/check-chapter.js';
import { listLineStarts, openCheckedChapter } from './check/checked-chapter.js';
import type { Finding } from './check/finding.js';
import type { ConfigRequest } from './config/load-config.js';
import { loadPlugins } from './config/load-plugins.js';
import { isAtHome } from './content/origin.js';
import { applySeverities } from './diagnostics/apply-severities.js';
import { diagnose } from './diagnostics/catalogue.js';
import { editDecoded } from './editing/edit-decoded.js';
import { normalizeText } from './editing/raw-lines.js';
import { removeRepeated } from './editing/remove-repeated.js';
import { decodeText } from './files/decode.js';
import { createTranslation } from './fix-dialects.js';
import { addAll } from './lists/add-all.js';
import { largest, smallest } from './lists/largest.js';
import { loadParser } from './markdown/parse/load-parser.js';
import type { ParseMarkdown } from './markdown/parse/parse-markdown.js';
import { readHtml } from './markdown/parse/read-html.js';
import { createRenderer, type RenderChapter } from './markdown/render/create-renderer.js';
import { type Mend, type Proofed, proveMends } from './mend/prove-mends.js';
import { readPage } from './mend/read-page.js';
import type { Chapter } from './model/chapter.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { RenderJob } from './model/rendered.js';
import type { FileChange } from './output/file-change.js';
import { type EvidenceTable, gatherSiteEvidence } from './pipeline/gather-site-evidence.js';
import { planRendering } from './pipeline/open-book.js';
import type { OpenSite } from './pipeline/open-site.js';
import { openSites } from './pipeline/open-sites.js';
import { type Inputs, readInputs } from './pipeline/read-inputs.js';
import { renderContext } from './pipeline/render-context.js';

/** What would mend a book's chapters; nothing is written yet. */
export interface BookFix {
  /** In reading order. */
  readonly changes: readonly FileChange[];
  /** Findings that are mended by them, by code. */
  readonly mended: ReadonlyMap<string, number>;
  /** Findings that are not, since the page would not be what it should. */
  readonly refused: readonly RefusedMend[];
}

/** A mend that did not prove right. */
export interface RefusedMend {
  readonly diagnostic: Diagnostic;
  /** The lines that it would have changed, and what they would have been. */
  readonly before: string;
  readonly after: string;
}

/** One mend can uncover another, in the same paragraph; this many rounds are more than any text needs. */
const mostRounds = 20;

/**
 * Works out the corrections of every published chapter, each by the rules of its language, to the point where none is
 * left. Each is proved (`proveMends`): the chapter is rendered before and after. Reads, and writes nothing.
 *
 * @param isAsked Which chapters, by `Chapter.file`.
 * @param dialects Whether what other programs' Markdown has is written as we do, before anything else.
 */
export async function planFixes(
  root: string,
  request: ConfigRequest,
  isAsked: (file: string) => boolean = () => true,
  dialects = false,
): Promise<BookFix> {
  const inputs = readInputs(root, request, { plugins: await loadPlugins(root) });
  const parse = readHtml(await loadParser(inputs.config.markdown.parser), inputs.config.markdown.unsafe);
  const fixed: FixedFile[] = [];
  const sites = openSites(inputs);
  const evidence = gatherSiteEvidence(sites);
  for (const site of sites) addAll(fixed, await fixSite(site, evidence, { parse, isAsked, dialects }));
  const mended = new Map<string, number>();
  for (const { diagnostic } of fixed.flatMap(({ made }) => made))
    mended.set(diagnostic.code, (mended.get(diagnostic.code) ?? 0) + 1);
  return {
    changes: fixed.flatMap(({ change }) => change ?? []),
    mended,
    refused: fixed.flatMap(({ refused }) => refused),
  };
}

interface FixedFile {
  /** Null when nothing changes. */
  readonly change: FileChange | null;
  readonly made: readonly Mend[];
  readonly refused: readonly RefusedMend[];
}

interface FixingBook {
  readonly parse: ParseMarkdown;
  readonly isAsked: (file: string) => boolean;
  readonly dialects: boolean;
}

/** What stands in for a translation is mended in its own language. */
async function fixSite(
  site: OpenSite,
  evidence: EvidenceTable,
  { parse, isAsked, dialects }: FixingBook,
): Promise<readonly FixedFile[]> {
  const { inputs, opened } = site;
  const jobs = planRendering(inputs, opened, evidence).filter(({ file }) => isAsked(file));
  const usesShortcodes = dialects || jobs.some(({ page }) => page !== undefined);
  const render = await createRenderer(renderContext(site, usesShortcodes));
  const translate = dialects ? createTranslation(site) : null;
  return jobs.flatMap((job) => {
    const chapter = opened.chapters.get(job.path);
    const before = job.bytes;
    if (chapter === undefined || !isAtHome(chapter) || decodeText(before) === null) return [];
    const raw = Buffer.from(before).toString('utf8');
    const head = fixHead(raw, job, chapter);
    const fixing = { job: head.job, chapter: head.chapter, inputs, parse, render };
    const ours = translate === null ? null : translate(head.text, fixing, { findIn, proofText });
    const fixed = fixChapter(ours?.text ?? head.text, { ...fixing, job: ours?.job ?? head.job });
    const change = { file: chapter.file, before, after: Buffer.from(fixed.text) };
    const made = [...head.made, ...(ours?.made ?? []), ...fixed.made];
    const left = (ours?.refused ?? []).map((mend) => describeRefused(mend, head.text));
    const refused = [...left, ...fixed.refused];
    return [{ made, refused, change: raw === fixed.text ? null : change }];
  });
}

/** Takes keys that are there twice out of the front matter, with which the body starts further up. */
function fixHead(raw: string, job: RenderJob, chapter: Chapter) {
  const text = removeRepeated(raw);
  const [old, now] = [normalizeText(raw), normalizeText(text)];
  const shifted = {
    bodyStart: chapter.bodyStart + now.length - old.length,
    bodyLine: chapter.bodyLine + countLines(now) - countLines(old),
  };
  const diagnostic = diagnose('front-matter/duplicate-key', { key: '', line: null }, { file: chapter.file });
  const made: readonly Mend[] = text === raw ? [] : [{ diagnostic, fix: [] }];
  return { text, made, job: { ...job, ...shifted }, chapter: { ...chapter, ...shifted } };
}

function countLines(text: string): number {
  return text.split('\n').length;
}

interface FixingChapter {
  readonly job: RenderJob;
  readonly chapter: Chapter;
  readonly inputs: Inputs;
  readonly parse: ParseMarkdown;
  readonly render: RenderChapter;
}

/** The front matter is not touched, so the body starts where it did. */
function fixChapter(raw: string, fixing: FixingChapter) {
  const made: Mend[] = [];
  const refused = new Map<string, RefusedMend>();
  let text = raw;
  for (let round = 0; round < mostRounds; round += 1) {
    const mends = chooseMends(findMends(text, fixing)).filter(
      ({ diagnostic }) => !refused.has(keyOf(diagnostic)),
    );
    if (mends.length === 0) break;
    const from = text;
    const edit = (edits: Mend['fix']) => editDecoded(from, edits);
    const proof = proveMends(from, mends, edit, (candidate) => proofText(candidate, fixing));
    addAll(made, proof.made);
    for (const mend of proof.refused) refused.set(keyOf(mend.diagnostic), describeRefused(mend, from));
    text = proof.text;
  }
  return { text, made, refused: [...refused.values()] };
}

/** Of findings whose edits overlap the first; the others are found again behind it. */
function chooseMends(mends: readonly Mend[]): readonly Mend[] {
  const start = ({ fix }: Mend) => smallest(fix.map((edit) => edit.start));
  let done = -1;
  return [...mends]
    .sort((a, b) => start(a) - start(b))
    .filter((mend) => {
      const isInsertion = mend.fix.some((edit) => edit.start === edit.end);
      if (start(mend) < done || (start(mend) === done && isInsertion)) return false;
      done = largest(mend.fix.map(({ end }) => end));
      return true;
    });
}

function findMends(raw: string, fixing: FixingChapter): readonly Mend[] {
  return findIn(raw, fixing).flatMap((finding) =>
    finding.fix === undefined ? [] : [{ ...finding, fix: finding.fix }],
  );
}

/** What the rules find that the owner wants to hear of. */
function findIn(raw: string, { job, chapter, inputs, parse }: FixingChapter): readonly Finding[] {
  const { language, markdown } = inputs.config;
  const setting = { language, evidence: job.evidence, parse, unsafe: markdown.unsafe };
  const checked = openCheckedChapter(chapter, normalizeText(raw), setting);
  const found = checked === null ? [] : checkChapter(checked);
  return found.filter(({ diagnostic }) => applySeverities([diagnostic], inputs.config).length > 0);
}

function proofText(raw: string, fixing: FixingChapter): Proofed {
  const rendered = fixing.render({ ...fixing.job, bytes: Buffer.from(raw) });
  const isRefused = rendered.html === '' && rendered.diagnostics.length > 0;
  let starts: readonly number[] | undefined;
  return {
    findings: findIn(raw, fixing),
    offsetAt: (line, column) => {
      starts ??= listLineStarts(normalizeText(raw));
      return (starts[line - 1] ?? 0) + column - 1;
    },
    faults: rendered.diagnostics.length,
    page: isRefused ? null : readPage(rendered.html),
  };
}

/** A mend that failed is not tried again, though lines above it may come or go. */
function keyOf({ code, message, column }: Diagnostic): string {
  return JSON.stringify([code, message, column]);
}

function describeRefused({ diagnostic, fix }: Mend, raw: string): RefusedMend {
  const text = normalizeText(raw);
  const start = text.lastIndexOf('\n', smallest(fix.map((edit) => edit.start)) - 1) + 1;
  const last = text.indexOf('\n', largest(fix.map(({ end }) => end)));
  const end = last === -1 ? text.length : last;
  const inner = fix.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const before = text.slice(start, end);
  return { diagnostic, before, after: editDecoded(before, inner) };
}
