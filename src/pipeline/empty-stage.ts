import type { Diagnostic } from '../model/diagnostic.js';
import { createPathRegister } from '../output/path-register.js';
import type { FileSink } from './run.js';

/** A stage that keeps nothing but what is wrong with the paths. */
export function createEmptyStage(): { readonly stage: FileSink; readonly faults: readonly Diagnostic[] } {
  const register = createPathRegister();
  const faults: Diagnostic[] = [];
  const add = ({ path, origin }: { readonly path: string; readonly origin?: string | undefined }) => {
    const fault = register(path, origin);
    if (fault !== null) faults.push(fault);
    return true;
  };
  return { stage: { add, copy: add, keep: add }, faults };
}
