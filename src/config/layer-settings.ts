import { addAll } from '../lists/add-all.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { findConfig } from './find-config.js';
import { readSettingsFile } from './settings-file.js';
import { mergeSettings, type SettingsTree } from './settings-tree.js';
import { makeTree, readVariables, type Variables } from './variables.js';

/** A setting of the command line. */
export interface GivenSetting {
  /** What messages call it: `--contentDir`. */
  readonly flag: string;
  /** Dotted. */
  readonly path: string;
  readonly value: string | true | readonly string[];
}

/** What goes over the files, and which files are read. See `ConfigRequest`. */
interface Layers {
  readonly variables?: Variables | undefined;
  readonly given?: readonly GivenSetting[] | undefined;
  readonly files?: readonly string[] | undefined;
  readonly folder?: string | undefined;
}

/** The configuration of a book as one tree. */
export interface LayeredSettings {
  /** Null when there is none at all. */
  readonly tree: SettingsTree | null;
  /** A site with Hugo's configuration and none of Octavo's (content rule 19). */
  readonly isHugo: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lays the configuration files of a book over each other in the order of `findConfig`, the variables over them, and the
 * command line over all.
 * Reports what reading them reports; a file that cannot be read counts as absent.
 */
export function layerSettings(
  bookRoot: string,
  environment: string,
  { variables = {}, given = [], files: named = [], folder = 'config' }: Layers,
): LayeredSettings {
  const found = findConfig(bookRoot, environment, { named, folder });
  const isHugo = found.length > 0 && !found.some(({ isOctavo }) => isOctavo);
  const files: SettingsTree[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of found) {
    const read = readSettingsFile(file);
    addAll(diagnostics, read.diagnostics);
    if (read.value !== null) files.push(read.value);
  }
  addAll(files, readVariables(variables, mergeSettings(files), isHugo));
  for (const { flag, path, value } of given) files.push(makeTree(flag, path.toLowerCase().split('.'), value));
  return { tree: mergeSettings(files), isHugo, diagnostics };
}
