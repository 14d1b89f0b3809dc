import { join } from 'node:path';
import { type ConfigRequest, loadConfig } from '../config/load-config.js';
import { findPackageRoot, readProgramVersion } from '../config/package-root.js';
import type { Origin } from '../model/chapter.js';
import type { Config } from '../model/config.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import { noPlugins, type Plugins } from '../model/plugins.js';
import type { Sources } from '../model/source.js';
import { recoverChanges } from '../output/recover-changes.js';
import type { KnownBefore } from '../sources/known-files.js';
import { readSources, type SourceRoots } from '../sources/read-sources.js';

/** A book as it lies on the disk: its settings and its files, nothing understood yet. */
export interface Inputs {
  /** The program's own version, which is one of the inputs. */
  readonly version: string;
  readonly config: Config;
  readonly sources: Sources;
  readonly plugins: Plugins;
  readonly diagnostics: readonly Diagnostic[];
  /** The chapters that their front matter brings to this language, by `Chapter.path`; absent before the book is divided. */
  readonly assigned?: ReadonlyMap<string, Origin>;
}

/** What a reading may be given. */
export interface ReadingOptions {
  /** As `loadPlugins` returns them; absent where nothing is rendered. */
  readonly plugins?: Outcome<Plugins>;
  /** Is told the configuration and how many chapters there are, before the first is read. */
  readonly onOpened?: (config: Config, chapters: number) => void;
  /** What is known of the files. */
  readonly before?: KnownBefore;
}

/**
 * Reads the configuration and every file of the book in `root` that is not known, after a change that was killed half-way is
 * taken back. Faults are returned, with what could be read.
 */
export function readInputs(
  root: string,
  request: ConfigRequest,
  { plugins = { value: noPlugins, diagnostics: [] }, onOpened, before }: ReadingOptions = {},
): Inputs {
  const settled = recoverChanges(root);
  const config = loadConfig(root, request);
  const hearCount = (chapters: number) => onOpened?.(config.value, chapters);
  const sources = readSources({ ...findRoots(root, config.value), hearCount }, before);
  return {
    version: readProgramVersion(),
    config: config.value,
    sources: sources.value,
    plugins: plugins.value,
    diagnostics: [...settled, ...plugins.diagnostics, ...config.diagnostics, ...sources.diagnostics],
  };
}

function asksForModTime({ dates }: Config): boolean {
  return Object.values(dates).some((names: readonly string[]) => names.includes(':filemodtime'));
}

/** Where the files of the book in `root` are read from. */
export function findRoots(root: string, config: Config): SourceRoots {
  const program = findPackageRoot();
  return {
    book: root,
    theme: join(program, 'templates'),
    scripts: join(program, 'dist/browser/theme'),
    folders: config.folders,
    themes: config.themes,
    times: { git: config.gitInfo, modified: asksForModTime(config) },
    ignore: config.ignoredFiles.map((pattern) => new RegExp(pattern, 'u')),
  };
}
