import { applySeverities, hasErrors } from '../diagnostics/apply-severities.js';
import { addAll } from '../lists/add-all.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Inputs } from './read-inputs.js';

/** The findings of a run as they come in, with the severities that the owner wants, so that the first error is known at once. */
export interface Findings {
  readonly add: (diagnostics: readonly Diagnostic[]) => void;
  readonly failed: () => boolean;
  readonly all: () => readonly Diagnostic[];
}

/** Begins with the findings on the inputs. */
export function collectFindings({ config, diagnostics: first }: Inputs): Findings {
  const all: Diagnostic[] = [];
  let failed = false;
  const add = (diagnostics: readonly Diagnostic[]) => {
    if (diagnostics.length === 0) return;
    const settled = applySeverities(diagnostics, config);
    addAll(all, settled);
    failed ||= hasErrors(settled);
  };
  add(first);
  return { add, failed: () => failed, all: () => all };
}
