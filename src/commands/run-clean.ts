import { removeMemory } from '../pipeline/memory/remove-memory.js';
import type { FlagValues } from './arguments/options.js';
import { readBookRequest } from './arguments/request.js';
import type { Environment, ExitCode } from './command.js';
import { refuseUsage } from './terminal/refuse.js';

/** Runs `octavo clean`. */
export async function runClean(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  const request = readBookRequest(flags, words, environment);
  if (!request.ok) return refuseUsage(request.message, environment);
  if (!removeMemory(request.root))
    return refuseUsage('.octavo/ leads away from the book, and is left alone.', environment);
  environment.print('.octavo/memory/ is gone; the next build starts from nothing.\n');
  return 0;
}
