import { join } from 'node:path';
import { type ConfigRequest, loadConfig } from './config/load-config.js';
import { findPackageRoot, readProgramVersion } from './config/package-root.js';
import type { Config } from './model/config.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { Sources } from './model/source.js';
import { readSources } from './sources/read-sources.js';

/** A book as it lies on the disk: its settings and its files, nothing understood yet. */
export interface Inputs {
  /** The program's own version, which is one of the inputs. */
  readonly version: string;
  readonly config: Config;
  readonly sources: Sources;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the configuration and every file of the book in `root`. Faults are returned, with what could be read. */
export function readInputs(root: string, request: ConfigRequest): Inputs {
  const config = loadConfig(root, request);
  const program = findPackageRoot();
  const sources = readSources({
    book: root,
    theme: join(program, 'templates'),
    scripts: join(program, 'dist/browser/theme'),
    ignore: config.value.ignoredFiles.map((pattern) => new RegExp(pattern, 'u')),
  });
  return {
    version: readProgramVersion(),
    config: config.value,
    sources: sources.value,
    diagnostics: [...config.diagnostics, ...sources.diagnostics],
  };
}
