import { Buffer } from 'node:buffer';
import { callIncludes } from './authoring/import/expand-includes.js';
import { findByName, indexNames } from './authoring/import/find-by-name.js';
import { rewriteDialects } from './authoring/import/rewrite-dialects.js';
import type { Finding } from './check/finding.js';
import { editDecoded } from './editing/edit-decoded.js';
import { normalizeText } from './editing/raw-lines.js';
import type { TextEdit } from './editing/text-edit.js';
import type { Mend, Proofed } from './mend/prove-mends.js';
import { isSameText } from './mend/prove-rewrite.js';
import type { Chapter } from './model/chapter.js';
import type { RenderJob } from './model/rendered.js';
import { renderJob } from './pipeline/open-book.js';
import type { OpenSite } from './pipeline/open-site.js';

/** A chapter to be translated, and what it is rendered from. */
export interface Translated {
  readonly chapter: Chapter;
  readonly job: RenderJob;
}

/** How a text is looked through. */
export interface TextProof<Text extends Translated> {
  readonly findIn: (raw: string, chapter: Text) => readonly Finding[];
  readonly proofText: (raw: string, chapter: Text) => Proofed;
}

/** What came of the translation of one text. */
export interface ChapterTranslation {
  readonly text: string;
  readonly job: RenderJob;
  readonly made: readonly Mend[];
  /** One at most: the whole, where its page would not say what it said. */
  readonly refused: readonly Mend[];
}

/**
 * Prepares the translation of a site's chapters out of the Markdown of other programs, by the code of `octavo init --from`. Of
 * one chapter it is made as a whole, where that proves right (`isSameText`); null for one that holds nothing of the kind.
 */
export function createTranslation({ inputs: { config, sources }, opened }: OpenSite) {
  const names = indexNames([...sources.chapters, ...sources.resources].map(({ path }) => path));
  const loaded = new Map(sources.chapters.map((file) => [file.path, file]));
  const pages = new Map(Object.values(opened.book.pages).map((page) => [page.source, page]));
  /** As the new text may call shortcodes. */
  const followJob = (text: string, { chapter, job }: Translated): RenderJob => {
    const [file, page] = [loaded.get(chapter.path), pages.get(chapter.path)];
    if (file === undefined || page === undefined) return job;
    const home = { page, config, sources, evidence: undefined };
    const next = renderJob(chapter, { ...file, bytes: Buffer.from(text) }, home);
    return { ...job, ...(next.page === undefined ? {} : { page: next.page }) };
  };
  return <Text extends Translated>(
    raw: string,
    text: Text,
    { findIn, proofText }: TextProof<Text>,
  ): ChapterTranslation | null => {
    const findForeign = (written: string) =>
      findIn(written, text).filter(({ diagnostic }) => diagnostic.code === 'text/foreign-markup');
    const findings = findForeign(raw);
    const [first] = findings;
    if (first === undefined) return null;
    const { path, bodyStart } = text.chapter;
    const source = normalizeText(raw);
    const body = source.slice(bodyStart);
    const find = (name: string) => findByName(name, path, names);
    const ours = callIncludes(rewriteDialects(body, { path, titleOf: () => null, find }));
    if (ours === body) return null;
    const edits = [{ start: bodyStart, end: source.length, text: ours }];
    const translated = editDecoded(raw, edits);
    const job = followJob(translated, text);
    const isSame = isSameText(
      { source: body, proofed: proofText(raw, text) },
      { source: ours, proofed: proofText(translated, { ...text, job }) },
    );
    if (!isSame) {
      const refused = [{ ...first, fix: narrowEdit(body, ours, bodyStart) }];
      return { text: raw, job: text.job, made: [], refused };
    }
    const left = findForeign(translated).length;
    const made = findings.slice(0, findings.length - left).map((finding) => ({ ...finding, fix: [] }));
    return { text: translated, job, made, refused: [] };
  };
}

/** What differs between two texts, as one edit. */
function narrowEdit(before: string, after: string, shift: number): readonly TextEdit[] {
  let [start, end] = [0, 0];
  while (before[start] === after[start]) start += 1;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const text = after.slice(start, after.length - end);
  return [{ start: start + shift, end: before.length - end + shift, text }];
}
