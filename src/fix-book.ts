import { checkChapter } from './check/check-chapter.js';
import { openCheckedChapter } from './check/checked-chapter.js';
import type { ConfigRequest } from './config/load-config.js';
import { isAtHome } from './content/origin.js';
import { applySeverities } from './diagnostics/apply-severities.js';
import { editDecoded } from './editing/edit-decoded.js';
import { normalizeText } from './editing/raw-lines.js';
import type { TextEdit } from './editing/text-edit.js';
import { decodeText } from './files/decode.js';
import { loadParser, type ParseMarkdown } from './markdown/parse/load-parser.js';
import type { Chapter } from './model/chapter.js';
import type { FileChange } from './output/change-files.js';
import { planRendering } from './press/open-book.js';
import { type OpenSite, openSites } from './press/open-sites.js';
import { type Inputs, readInputs } from './press/read-inputs.js';

/** What would mend a book's chapters; nothing is written yet. */
export interface BookFix {
  /** In reading order. */
  readonly changes: readonly FileChange[];
  /** Findings that are mended by them. */
  readonly mended: number;
}

/** One mend can uncover another, in the same paragraph; this many rounds are more than any text needs. */
const mostRounds = 20;

/**
 * Works out the safe corrections of every published chapter, each by the rules of its language, to the point where none
 * is left. Reads, and writes nothing.
 */
export async function planFixes(root: string, request: ConfigRequest): Promise<BookFix> {
  const inputs = readInputs(root, request);
  const parse = await loadParser(inputs.config.markdown.parser);
  const fixed = openSites(inputs).flatMap((site) => fixSite(site, parse));
  return {
    changes: fixed.flatMap(({ change }) => change ?? []),
    mended: fixed.reduce((sum, { mended }) => sum + mended, 0),
  };
}

interface FixedFile {
  /** Null when nothing changes. */
  readonly change: FileChange | null;
  readonly mended: number;
}

/** What stands in for a translation is mended in its own language. */
function fixSite({ inputs, opened }: OpenSite, parse: ParseMarkdown): readonly FixedFile[] {
  return planRendering(inputs, opened).flatMap(({ path, bytes }) => {
    const chapter = opened.chapters.get(path);
    if (chapter === undefined || !isAtHome(chapter) || decodeText(bytes) === null) return [];
    const before = Buffer.from(bytes).toString('utf8');
    const { raw, mended } = fixChapter(before, chapter, inputs, parse);
    const change = { file: chapter.file, before: bytes, after: Buffer.from(raw) };
    return [{ change: raw === before ? null : change, mended }];
  });
}

interface FixedChapter {
  readonly raw: string;
  readonly mended: number;
}

/** The front matter is not touched, so the body starts where it did. */
function fixChapter(raw: string, chapter: Chapter, inputs: Inputs, parse: ParseMarkdown): FixedChapter {
  let text = raw;
  let mended = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const checked = openCheckedChapter(chapter, normalizeText(text), inputs.config.language, parse);
    const fixes = checked === null ? [] : listFixes(checkChapter(checked), inputs);
    const next = editDecoded(text, fixes.flat());
    if (next === text) break;
    text = next;
    mended += fixes.length;
  }
  return { raw: text, mended };
}

function listFixes(
  findings: ReturnType<typeof checkChapter>,
  { config }: Inputs,
): readonly (readonly TextEdit[])[] {
  return findings.flatMap(({ diagnostic, fix }) =>
    fix === undefined || applySeverities([diagnostic], config).length === 0 ? [] : [fix],
  );
}
