import { Buffer } from 'node:buffer';
import { diagnose } from '../diagnostics/catalogue.js';
import { loadFiles } from './read-files.js';
import type { BookReading } from './reading.js';
import type { FoundFile } from './walk.js';

/** Formats in which Hugo has chapters and Octavo has none (content rule 7), by the end of a file's name. */
const formats: Readonly<Record<string, string>> = {
  org: 'Org mode',
  ad: 'AsciiDoc',
  adoc: 'AsciiDoc',
  asciidoc: 'AsciiDoc',
  rst: 'reStructuredText',
  pandoc: 'Pandoc’s Markdown',
  pdc: 'Pandoc’s Markdown',
  html: 'HTML',
  htm: 'HTML',
};

/**
 * The files that are no chapters in another format. Reports `content/other-format` for each that is: nobody means to
 * publish the source of a chapter. HTML is a chapter where it begins with front matter, as in Hugo.
 */
export function leaveOutFormats(files: readonly FoundFile[], reading: BookReading): readonly FoundFile[] {
  return files.filter((found) => {
    const format = formats[/\.([^./]+)$/.exec(found.path)?.[1]?.toLowerCase() ?? ''];
    if (format === undefined || (format === 'HTML' && !hasFrontMatter(found, reading))) return true;
    const { file } = found;
    reading.diagnostics.push(diagnose('content/other-format', { file, format }, { file }));
    return false;
  });
}

function hasFrontMatter(found: FoundFile, reading: BookReading): boolean {
  const [loaded] = loadFiles(reading, [found]);
  return /^\ufeff?\s*(?:---|\+\+\+)\s/.test(Buffer.from(loaded?.bytes ?? []).toString('utf8', 0, 64));
}
