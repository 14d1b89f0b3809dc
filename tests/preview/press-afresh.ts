import type { ConfigRequest } from '../../src/config/load-config.js';
import { hasErrors } from '../../src/diagnostics/apply-severities.js';
import type { RenderHelper } from '../../src/markdown/threads/render-helper.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { createPathRegister } from '../../src/output/path-register.js';
import { readInputs } from '../../src/pipeline/read-inputs.js';
import { runPipeline } from '../../src/pipeline/run.js';

/** A site as a cold build makes it: content by output path, for copies the file they are made from. */
export interface ColdSite {
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Presses a book from nothing, in memory. */
export async function pressAfresh(
  root: string,
  request: ConfigRequest,
  helpers: readonly RenderHelper[] = [],
): Promise<ColdSite> {
  const files = new Map<string, string>();
  const register = createPathRegister();
  const faults: Diagnostic[] = [];
  const note = (path: string, origin: string | undefined) => {
    const fault = register(path, origin);
    if (fault !== null) faults.push(fault);
  };
  const stage = {
    add: ({ path, content, origin }: { path: string; content: string | Uint8Array; origin?: string }) => {
      note(path, origin);
      files.set(path, typeof content === 'string' ? content : Buffer.from(content).toString());
      return true;
    },
    copy: ({ path, from, origin }: { path: string; from: string; origin?: string }) => {
      note(path, origin);
      files.set(path, `copy of ${from}`);
      return true;
    },
  };
  const pressed = await runPipeline(readInputs(root, request), stage, {
    threads: 0,
    progress: null,
    helpers,
  });
  const { diagnostics } = pressed;
  return { files, diagnostics: hasErrors(diagnostics) ? diagnostics : [...diagnostics, ...faults] };
}
