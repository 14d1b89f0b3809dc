import { Buffer } from 'node:buffer';
import { readChapters } from '../../src/chapters/read-chapters.js';
import type { Chapter } from '../../src/model/chapter.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { LoadedFile } from '../../src/model/source.js';

/** A Markdown file as the sources stage hands it over. */
export function makeFile(content: string | Uint8Array, path = 'part/one.md'): LoadedFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { path, file: `content/${path}`, absolute: `/book/content/${path}`, size: bytes.length, bytes };
}

/** Reads one file, without a zone unless given. */
export function readOne(
  content: string | Uint8Array,
  timeZone = 'UTC',
): { readonly chapter: Chapter | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = readChapters([makeFile(content)], { timeZone });
  return { chapter: value[0], diagnostics };
}

/** Reads a chapter from the YAML lines of its head. */
export function readHead(...lines: readonly string[]): { chapter: Chapter; codes: readonly string[] } {
  const { chapter, diagnostics } = readOne(`---\n${lines.join('\n')}\n---\nBody.\n`);
  if (chapter === undefined) throw new Error('The chapter is missing.');
  return { chapter, codes: diagnostics.map(({ code }) => code) };
}
