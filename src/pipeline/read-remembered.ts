import type { ConfigRequest } from '../config/load-config.js';
import type { Outcome } from '../model/diagnostic.js';
import type { Plugins } from '../model/plugins.js';
import { findMemory, listKnownFiles } from './memory/find-memory.js';
import { type RunMemory, startRunMemory } from './memory/run-memory.js';
import { type Inputs, readInputs } from './read-inputs.js';

/** A book for somebody who only looks: what the last build has kept of it is used, and nothing is written. */
export interface RememberedInputs {
  readonly inputs: Inputs;
  readonly memory: RunMemory | null;
}

/** Reads the book in `root` as `readInputs` does. */
export function readRemembered(
  root: string,
  request: ConfigRequest,
  plugins: Outcome<Plugins>,
): RememberedInputs {
  const stored = findMemory(root);
  const before = { files: listKnownFiles(stored), now: Number.NEGATIVE_INFINITY };
  const inputs = readInputs(root, request, { plugins, before });
  return { inputs, memory: startRunMemory(stored, inputs, false) };
}
