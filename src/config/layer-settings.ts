import type { Diagnostic } from '../model/diagnostic.js';
import { findConfig } from './find-config.js';
import { readSettingsFile } from './settings-file.js';
import { mergeSettings, type SettingsTree } from './settings-tree.js';
import { readVariables, type Variables } from './variables.js';

/** The configuration of a book as one tree. */
export interface LayeredSettings {
  /** Null when there is none at all. */
  readonly tree: SettingsTree | null;
  /** A site with Hugo's configuration and none of Octavo's (content rule 19). */
  readonly isHugo: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lays the configuration files of a book over each other in the order of `findConfig`, and the variables over them all.
 * Reports what reading them reports; a file that cannot be read counts as absent.
 */
export function layerSettings(bookRoot: string, environment: string, variables: Variables): LayeredSettings {
  const found = findConfig(bookRoot, environment);
  const isHugo = found.length > 0 && !found.some(({ isOctavo }) => isOctavo);
  const files: SettingsTree[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of found) {
    const read = readSettingsFile(file);
    if ('code' in read) diagnostics.push(read);
    else files.push(read);
  }
  const given = readVariables(variables, mergeSettings(files), isHugo);
  return { tree: mergeSettings([...files, ...given]), isHugo, diagnostics };
}
