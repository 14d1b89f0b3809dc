import { checkChapter } from './check/check-chapter.js';
import { openChapter } from './check/checked-chapter.js';
import type { ConfigRequest } from './config/load-config.js';
import { settleSeverities } from './diagnostics/settle.js';
import { editDecoded } from './editing/edit-decoded.js';
import { normalizeText } from './editing/raw-lines.js';
import type { TextEdit } from './editing/text-edit.js';
import { loadParser, type ParseMarkdown } from './markdown/load-parser.js';
import type { Chapter } from './model/chapter.js';
import type { FileChange } from './output/change-files.js';
import { openBook, planRendering } from './press/open-book.js';
import { type Inputs, readInputs } from './press/read-inputs.js';
import { decodeText } from './text/decode.js';

/** What would mend a book's chapters; nothing is written yet. */
export interface BookFix {
  /** In reading order. */
  readonly changes: readonly FileChange[];
  /** Findings that are mended by them. */
  readonly mended: number;
}

/** One mend can uncover another, in the same paragraph; this many rounds are more than any text needs. */
const mostRounds = 20;

/** Works out the safe corrections of every published chapter, to the point where none is left. Reads, and writes nothing. */
export async function planFixes(root: string, request: ConfigRequest): Promise<BookFix> {
  const inputs = readInputs(root, request);
  const opened = openBook(inputs);
  const parse = await loadParser(inputs.config.markdown.parser);
  const changes: FileChange[] = [];
  let mended = 0;
  for (const { path, bytes } of planRendering(inputs, opened)) {
    const chapter = opened.chapters.get(path);
    if (chapter === undefined || decodeText(bytes) === null) continue;
    const raw = Buffer.from(bytes).toString('utf8');
    const fixed = fixChapter(raw, chapter, inputs, parse);
    mended += fixed.mended;
    if (fixed.raw !== raw) changes.push({ file: chapter.file, before: bytes, after: Buffer.from(fixed.raw) });
  }
  return { changes, mended };
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
    const checked = openChapter(chapter, normalizeText(text), inputs.config.language, parse);
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
    fix === undefined || settleSeverities([diagnostic], config).length === 0 ? [] : [fix],
  );
}
