import { readChapters } from '../../src/chapters/read-chapters.js';
import { type ChapterRule, chapterRules, checkChapter } from '../../src/check/check-chapter.js';
import type { CheckedChapter } from '../../src/check/checked-chapter.js';
import { openCheckedChapter } from '../../src/check/checked-chapter.js';
import { editDecoded } from '../../src/editing/edit-decoded.js';
import { decodeText } from '../../src/files/decode.js';
import { gatherEvidence } from '../../src/line-ends/gather-evidence.js';
import { loadParser } from '../../src/markdown/parse/load-parser.js';
import { readHtml } from '../../src/markdown/parse/read-html.js';

const parse = readHtml(await loadParser('satteri'), false);

/** A chapter of the given text, ready for the rules. */
export function openText(raw: string, language = 'en', path = 'x.md'): CheckedChapter {
  const bytes = Buffer.from(raw);
  const file = { path, file: `content/${path}`, absolute: `/${path}`, size: bytes.length, bytes };
  const [chapter] = readChapters([file], { timeZone: 'UTC' }).value;
  const text = (decodeText(bytes) ?? '').slice(chapter?.bodyStart);
  const setting = { language, joints: [] };
  const evidence = gatherEvidence([{ key: path, read: () => text }], setting).get(path);
  const checked =
    chapter === undefined
      ? null
      : openCheckedChapter(chapter, decodeText(bytes) ?? '', { language, parse, evidence });
  if (checked === null) throw new Error('The text cannot be parsed.');
  return checked;
}

/** What the rules find: `line:column code` for each, by place. */
export function checkText(
  raw: string,
  language = 'en',
  rules: readonly ChapterRule[] = chapterRules,
): readonly string[] {
  return checkChapter(openText(raw, language), rules)
    .map(({ diagnostic }) => diagnostic)
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
    .map(({ line, column, code }) => `${line}:${column} ${code}`);
}

/** The text after one round of safe corrections. */
export function fixText(raw: string, language = 'en'): string {
  const findings = checkChapter(openText(raw, language));
  return editDecoded(
    raw,
    findings.flatMap(({ fix = [] }) => fix),
  );
}
