import { createHash } from 'node:crypto';
import type { Inputs } from './read-inputs.js';

/**
 * One SHA-256 (hexadecimal) over everything that a build's result follows from, apart from "now": the program's
 * version, the configuration and the content of every file. Equal on every machine for equal inputs.
 */
export function identifyInputs({ version, config, plugins, sources }: Inputs): string {
  const { now: _, ...publish } = config.publish;
  const settings = JSON.stringify({
    version,
    config: { ...config, publish },
    hasPlugins: plugins.module !== null,
  });
  return createHash('sha256').update(settings).update('\0').update(sources.fingerprint).digest('hex');
}
