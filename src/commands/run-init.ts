import { basename, dirname, join, relative, resolve } from 'node:path';
import { type ImportPlan, planImport } from '../authoring/import/plan-import.js';
import { readNav } from '../authoring/import/read-nav.js';
import { readSummary } from '../authoring/import/read-summary.js';
import { findPackageRoot } from '../config/package-root.js';
import { writeSchemaLine } from '../config/write-schema-line.js';
import { titleCase } from '../english/title-case.js';
import { loadParser } from '../markdown/parse/load-parser.js';
import type { LoadedFile } from '../model/source.js';
import { changeFiles } from '../output/change-files.js';
import type { FileChange } from '../output/file-change.js';
import { pathKind } from '../sources/path-kind.js';
import { readBookText } from '../sources/read-book-text.js';
import { readFolder } from '../sources/read-folder.js';
import type { FlagValues } from './arguments/options.js';
import { readForeignSettings } from './arguments/read-foreign-settings.js';
import { flagText } from './arguments/request.js';
import type { Environment, ExitCode } from './command.js';
import { logDiagnostics } from './terminal/log-diagnostics.js';

/** Where a book that is there already may have its settings. */
const settingsNames = ['octavo', 'hugo', 'config']
  .flatMap((name) => ['yaml', 'yml', 'toml', 'json'].map((extension) => `${name}.${extension}`))
  .concat('config');

/** Runs `octavo init`. */
export async function runInit(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  const hugo = flagText(flags['from-hugo']);
  if (hugo !== undefined) return (await import('./run-from-hugo.js')).runFromHugo(hugo, environment);
  const [folder, ...more] = words;
  if (folder === undefined || more.length > 0) {
    environment.log('octavo: Where to? `octavo init DIR`');
    return 2;
  }
  const root = resolve(environment.folder, folder);
  const taken = findFileOnWay(root);
  if (taken !== null) {
    environment.log(`octavo: "${relative(environment.folder, taken)}" is a file; a book wants a folder.`);
    return 2;
  }
  const from = flagText(flags['from']);
  if (from !== undefined && pathKind(resolve(environment.folder, from)) === 'file') {
    environment.log(`octavo: "${from}" is a file; --from wants the folder of the chapters.`);
    return 2;
  }
  const own = from === undefined ? readFolder(join(root, 'content')).value : [];
  const found = from === undefined ? null : await readBook(resolve(environment.folder, from));
  for (const sentence of found?.lost ?? []) environment.log(sentence);
  if (found !== null && !found.changes.some(({ file }) => file.endsWith('.md'))) {
    environment.log(
      `octavo: There are no chapters in "${from}", neither Markdown nor text, or no such folder.`,
    );
    return 2;
  }
  const title = flagText(flags['title']) ?? found?.title ?? titleCase(basename(root).replace(/[-_]+/g, ' '));
  const begun = own.some(({ path }) => path.endsWith('.md')) ? [] : firstChapter(environment.now);
  const made = settings(root, title, found !== null);
  // In a book that is there already only what is missing is added.
  const isSet = settingsNames.some((name) => pathKind(join(root, name)) !== null);
  const missing =
    begun.length > 0 || found !== null
      ? made
      : made.filter(({ file }) => pathKind(join(root, file)) === null && !(isSet && file === 'octavo.yaml'));
  const changes = [...(found?.changes ?? begun), ...missing];
  if (changes.length === 0) {
    environment.log('It is a book already: nothing is missing.');
    return 0;
  }
  const faults = changeFiles(root, changes);
  logDiagnostics(faults, root, environment);
  if (faults.length > 0) return 1;
  const shown = relative(environment.folder, root) || '.';
  environment.print(`${title}: ${changes.length} files in ${shown}\n\n  cd ${shown}\n  octavo build\n`);
  return 0;
}

/** The file that a path leads to or through, so that no folder can be there; null for none. */
function findFileOnWay(path: string): string | null {
  const kind = pathKind(path);
  if (kind === 'file') return path;
  return kind === 'folder' || dirname(path) === path ? null : findFileOnWay(dirname(path));
}

interface FoundBook extends ImportPlan {
  readonly title: string | null;
}

/** The chapters of a folder; where another tool's settings say so, of a folder below it. */
async function readBook(folder: string): Promise<FoundBook> {
  const parse = await loadParser('satteri');
  const settings = readForeignSettings(folder);
  const source = join(folder, settings.source);
  const files = [...readFolder(source).value, ...readHidden(join(source, '.gitbook'))];
  const written = readBookText(source, 'SUMMARY.md');
  const summary = written === null ? null : readSummary(written, parse);
  const nav = Array.isArray(settings.nav) ? readNav(settings.nav) : null;
  const oldAddress = (path: string) => (summary === null ? null : `/${path.replace(/\.\w+$/, '.html')}`);
  const readText = (path: string) => readBookText(folder, join(settings.source, path));
  const chapters = files.filter(({ path }) => !settings.files.includes(path));
  return { ...planImport(chapters, summary ?? nav, parse, { oldAddress, readText }), title: settings.title };
}

/** GitBook keeps pictures in a folder that no build looks into: they go to one without the dot. */
function readHidden(folder: string): readonly LoadedFile[] {
  return readFolder(folder).value.map((file) => ({ ...file, path: `${basename(folder)}/${file.path}` }));
}

function create(file: string, text: string): FileChange {
  return { file, before: null, after: Buffer.from(text) };
}

function settings(root: string, title: string, isForeign: boolean): readonly FileChange[] {
  const links = [
    '# Links that lead nowhere are told and do not stop a build, as in the book that this came from.',
    '# Take these lines out once `octavo check` is silent.',
    'diagnostics:',
    '  link/not-found: warning',
    '  link/no-such-fragment: warning',
    '',
  ];
  const schema = writeSchemaLine(root, findPackageRoot());
  const text = `${schema}\ntitle: ${JSON.stringify(title)}\n${isForeign ? links.join('\n') : ''}`;
  return [create('octavo.yaml', text), create('.gitignore', '/public/\n/.octavo/\n')];
}

function firstChapter(now: number): readonly FileChange[] {
  const day = new Date(now).toISOString().slice(0, 10);
  const text = `---\nheading: Chapter 1\ntitle: The Beginning\nweight: 10\ndate: ${day}\n---\n\nHere it begins. \`octavo new\` adds the next chapter.\n`;
  return [create('content/chapter-1.md', text)];
}
