import { type ConfigRequest, loadConfig } from '../config/load-config.js';
import { loadPlugins } from '../config/load-plugins.js';
import { readProgramVersion } from '../config/package-root.js';
import type { Config } from '../model/config.js';
import { findRoots } from '../pipeline/read-inputs.js';
import { createSourceReader } from '../sources/create-source-reader.js';
import type { ReadAgain } from './create-press.js';

/** What a book is read for. */
export interface ReadingRequest {
  /** The book's folder, absolute. */
  readonly root: string;
  /** Asked for at each reading. */
  readonly config: () => ConfigRequest;
  /** Milliseconds since 1970 UTC, as file systems have it; "now" of the book may be another. */
  readonly clock: () => number;
  /** `http://127.0.0.1:1313`, to stand in for the configured host in absolute addresses; null keeps that. */
  readonly origin: string | null;
}

/** Prepares readings as `readInputs` makes them, with the files of the reading before where they are unchanged. */
export function createReadAgain({ root, config, clock, origin }: ReadingRequest): ReadAgain {
  const reader = createSourceReader();
  const version = readProgramVersion();
  return async (changed) => {
    const plugins = await loadPlugins(root);
    const settings = loadConfig(root, config());
    const sources = reader.read(findRoots(root, settings.value), changed, clock());
    return {
      version,
      config: origin === null ? settings.value : moveHere(settings.value, origin),
      sources: sources.value,
      plugins: plugins.value,
      diagnostics: [...plugins.diagnostics, ...settings.diagnostics, ...sources.diagnostics],
    };
  };
}

/** Absolute addresses lead to the preview instead of the published site. */
function moveHere(config: Config, origin: string): Config {
  return config.baseUrl === '' ? config : { ...config, baseUrl: `${origin}${config.basePath}` };
}
