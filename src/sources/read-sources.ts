import { Buffer } from 'node:buffer';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isChapterName } from '../content/chapter-name.js';
import { isDataName } from '../content/data-name.js';
import { diagnose } from '../diagnostics/catalogue.js';
import { addAll } from '../lists/add-all.js';
import type { Folders, Mount } from '../model/config.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { Sources } from '../model/source.js';
import { readFileTimes, type WantedTimes } from './file-times.js';
import { isIgnoredInContent, isIgnoredInStatic, type NameRule } from './ignored-names.js';
import type { KnownBefore } from './known-files.js';
import { decodeFiles, findMounted, loadFiles, measureFiles } from './read-files.js';
import { listUnusedTemplates, readHugoFiles } from './read-hugo-files.js';
import { readTheme } from './read-theme.js';
import { type BookReading, createReading } from './reading.js';
import type { FoundFile } from './walk.js';

/** Where a build reads from. */
export interface SourceRoots {
  /** Absolute path of the book's folder, which holds `content/`. */
  readonly book: string;
  /** Absolute path of the default theme. */
  readonly theme: string;
  /** Absolute path of its compiled scripts, laid out as the theme; they count as files of it. */
  readonly scripts?: string;
  readonly folders: Folders;
  /** Folders of Hugo's themes, relative to the book's. */
  readonly themes?: readonly string[];
  /** Which times of files to find out; none without it. */
  readonly times?: WantedTimes;
  /** Is told how many chapters there are, before the first is read. */
  readonly hearCount?: (chapters: number) => void;
  /** Files whose absolute path matches are passed over (Hugo's `ignoreFiles`). */
  readonly ignore?: readonly RegExp[];
}

/**
 * Everything a build reads from disk, in one pass:
 *
 * 1. `content/`: Markdown files are chapters and read whole, all others are resources; chapters in other formats are left out.
 * 2. `static/`: found and measured, not kept in memory.
 * 3. `templates/`: the default theme, overlaid file by file by the book's own.
 * 4. `data/`: data files are read as text.
 * 5. If asked for: when each chapter was committed or saved last.
 * 6. Of a Hugo site: templates of shortcodes and render hooks, and what they use.
 * 7. One fingerprint over all of it.
 *
 * A file that was known before, and is as it was, is not read before somebody asks for its bytes.
 *
 * Reports `source/missing-content`, `source/unreadable`, `source/symlink-outside`, `source/not-text`, `source/no-git-history`
 * and `content/other-format`,
 * each with its file; what can be read is read all the same. At most one file is open at a time.
 */
export function readSources(roots: SourceRoots, before?: KnownBefore): Outcome<Sources> {
  const reading = createReading(before);
  const files = gatherSources(roots, reading);
  if (files.times.size > 0) reading.note(JSON.stringify([...files.times]));
  return {
    value: { ...files, fingerprint: reading.digest(), known: reading.known },
    diagnostics: reading.diagnostics,
  };
}

/** The steps 1 to 6 of `readSources`, by a reading that may know some of the files already. */
export function gatherSources(
  roots: SourceRoots,
  reading: BookReading,
): Omit<Sources, 'fingerprint' | 'known'> {
  const ignore = roots.ignore ?? [];
  addAll(reading.diagnostics, reportMissing(roots));
  const find = (mounts: readonly Mount[], isIgnored: NameRule) =>
    findMounted(reading, mounts, (folder) => {
      return { folder: join(roots.book, folder), label: folder, isIgnored, ignore };
    });
  const content = find(roots.folders.content, isIgnoredInContent);
  const found = content.filter(({ path }) => isChapterName(path));
  roots.hearCount?.(found.length);
  const chapters = loadFiles(reading, found);
  const others = content.filter(({ path }) => !isChapterName(path));
  const resources = measureFiles(reading, leaveOutFormats(others, reading));
  const staticFiles = measureFiles(reading, find(roots.folders.staticFiles, isIgnoredInStatic));
  const { templates, assets } = readTheme(reading, defaultFolders(roots), join(roots.book, 'templates'));
  const dataFiles = find(roots.folders.data, isIgnoredInContent).filter(({ path }) => isDataName(path));
  const data = decodeFiles(reading, loadFiles(reading, dataFiles));
  const times = readFileTimes(reading, roots.book, chapters, roots.times ?? { git: false, modified: false });
  const hugo = readHugoFiles(reading, roots.book, roots.themes ?? []);
  const unusedTemplates = listUnusedTemplates(roots.book, roots.themes ?? []);
  return { chapters, resources, staticFiles, templates, assets, data, hugo, unusedTemplates, times };
}

function defaultFolders({ theme, scripts }: SourceRoots): readonly string[] {
  return scripts === undefined ? [theme] : [theme, scripts];
}

/** A book without any folder of chapters is a mistake; one of several that is not there may only wait for its first. */
function reportMissing({ book, folders }: SourceRoots): readonly Diagnostic[] {
  const pathOf = ({ folder }: Mount) => join(book, folder);
  if (!folders.content.some((mount) => isFolder(pathOf(mount)))) {
    const [folder = ''] = folders.content.map(pathOf);
    return [diagnose('source/missing-content', { folder })];
  }
  return folders.content
    .filter((mount) => !existsSync(pathOf(mount)))
    .map(({ folder, language = null }) => diagnose('source/missing-folder', { folder, language }));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Whatever is wrong with it, there is no folder to read chapters from.
    return false;
  }
}

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
function leaveOutFormats(files: readonly FoundFile[], reading: BookReading): readonly FoundFile[] {
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
